import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Language } from '#kernel/dictionary.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { needsOf } from './needs.ts'

type Raw = {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly address?: string | undefined
}

/** What a handler is given: who asks (`Who` is minted by the access room) and what passed the schemas. */
export type Call<Who, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly who: Who
  readonly language: Language
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  /** Where the request came from; undefined when it did not come over the network. */
  readonly address: string | undefined
}

/** What may be sent, and what then comes back, for the OpenAPI page. */
export type Example = { readonly body: unknown; readonly answer: unknown }

/** An endpoint with its handler, ready to be mounted. */
export type Route<Who> = {
  readonly example?: Example
  /** What an API key must be allowed for this, any of them; none: no key may. For the OpenAPI page. */
  readonly keys?: readonly string[] | undefined
  readonly endpoint: Endpoint
  readonly handle: (who: Who, language: Language, raw: Raw) => Promise<Result<unknown>>
}

/** Parses before it calls: a handler never sees anything that its contract does not allow. */
export function route<
  Who,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, A>,
  handle: (call: Call<Who, P, Q, B>) => Promise<Result<z.output<A>>>,
): Route<Who> {
  return {
    endpoint,
    async handle(who, language, raw) {
      const params = parse(endpoint.params, raw.params)
      if (!params.ok) return params
      const query = parse(endpoint.query, raw.query)
      if (!query.ok) return query
      const body = parse(endpoint.body, raw.body)
      if (!body.ok) return body
      const read = { params: params.value, query: query.value, body: body.value }
      return handle({ who, language, ...read, address: raw.address })
    },
  }
}

/** `fields` names what is wrong; the sentence on the screen is made from it. */
function parse<S extends z.ZodType>(schema: S | undefined, raw: unknown): Result<z.output<S>> {
  // Without a schema nothing crosses: the type says undefined, and so does the value.
  if (!schema) return ok(undefined as z.output<S>)
  const parsed = schema.safeParse(raw)
  if (parsed.success) return ok(parsed.data)
  const needs = needsOf(parsed.error.issues, raw)
  const fields = needs.map(({ field }) => field)
  return refuse('invalid', 'http.not-understood', { fields, needs })
}
