import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Scope } from '#features/access/door.ts'

/** Calls an endpoint as somebody, through the same handler, schemas and rules as over HTTP. */
export type Caller = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  who: Scope | null,
  endpoint: Endpoint<P, Q, B, A>,
  sent?: { params?: z.input<P>; query?: z.input<Q>; body?: z.input<B> },
) => Promise<Result<z.output<A>>>

export function callerOf(routes: readonly Route<Scope | null>[]): Caller {
  return async (who, endpoint, sent = {}) => {
    const route = routes.find((each) => each.endpoint === endpoint)
    if (!route) throw new Error(`nobody answers ${endpoint.method} ${endpoint.path}`)
    const raw = { params: sent.params, query: sent.query ?? {}, body: sent.body }
    const result = await route.handle(who, who?.language ?? 'ja', raw)
    return result.ok ? ok(endpoint.answer.parse(result.value)) : result
  }
}
