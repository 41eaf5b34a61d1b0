import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { ok, type Ok, type RefusalKind } from '#kernel/result.ts'
import { preferences } from '#kit/preferences.ts'
import { kitMessages } from '#kit/messages.ts'
import { tellSignedOut } from '#kit/session.ts'

/** A "no" as the person sees it: `sentence` says what to do next, in their language. */
export type Refused = {
  readonly kind: RefusalKind | 'unreachable' | 'unexpected'
  readonly code: string
  readonly data: unknown
  readonly sentence: string
}

type NotAnswered = { readonly ok: false; readonly refusal: Refused }
export type Answered<T> = Ok<T> | NotAnswered

/** What an endpoint wants besides its path; parts it does not have are left out. */
export type Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<
  'params',
  P
> &
  Part<'query', Q> &
  Part<'body', B>

type Part<Name extends string, S extends z.ZodType> = S extends z.ZodUndefined
  ? { readonly [N in Name]?: undefined }
  : Record<string, never> extends z.input<S>
    ? { readonly [N in Name]?: z.input<S> }
    : { readonly [N in Name]: z.input<S> }

/**
 * Goes through the wall that a contract describes. A failure is a refusal with a sentence;
 * only an aborted signal throws.
 */
export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, A>,
  given: Given<P, Q, B>,
  signal?: AbortSignal,
): Promise<Answered<z.output<A>>> {
  const reply = await send(endpoint, given, signal)
  if (!reply.ok) return reply
  const read = endpoint.answer.safeParse(reply.value)
  if (read.success) return ok(read.data)
  console.error(endpoint.method, endpoint.path, read.error)
  return refused('unexpected', 'kit.unexpected-answer', read.error.issues)
}

export type AnyEndpoint = Pick<Endpoint, 'method' | 'path' | 'isUnnamed'>
export type Loose = {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

async function send(
  endpoint: AnyEndpoint,
  given: Loose,
  signal?: AbortSignal,
): Promise<Answered<unknown>> {
  try {
    const response = await fetch(address(endpoint.path, given), {
      method: endpoint.method.toUpperCase(),
      headers: {
        accept: 'application/json',
        'accept-language': preferences().language,
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
      ...(signal === undefined ? {} : { signal }),
      ...(endpoint.isUnnamed ? { credentials: 'omit' as const } : {}),
    })
    const said: unknown = await response.json().catch(() => undefined)
    // Cut off while it was being read: half an answer is none.
    signal?.throwIfAborted()
    return response.ok ? ok(said) : problem(response.status, said)
  } catch (error) {
    if (signal?.aborted) throw error
    return refused('unreachable', 'kit.unreachable', null)
  }
}

/** `/api/complaints/:complaintId` + params + query. Exported for its test. */
export function address(path: string, given: Loose): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(property(given.params, name))),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(given.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  return search.size === 0 ? filled : `${filled}?${search}`
}

const kindOfStatus: Readonly<Record<number, RefusalKind>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'missing',
  409: 'conflict',
  413: 'too-large',
  422: 'blocked',
  429: 'too-many',
}

/** application/problem+json: the server's own sentence, or an honest one when there is none. */
export function problem(status: number, said: unknown): NotAnswered {
  const code = property(said, 'code')
  const detail = property(said, 'detail')
  const kind = kindOfStatus[status]
  if (status === 401) tellSignedOut()
  if (typeof code !== 'string' || typeof detail !== 'string') {
    return refused(kind ?? 'unexpected', `kit.status-${status}`, said)
  }
  const refusal: Refused = {
    kind: kind ?? 'unexpected',
    code,
    data: property(said, 'data'),
    sentence: detail,
  }
  return { ok: false, refusal }
}

export function refused(kind: Refused['kind'], code: string, data: unknown): NotAnswered {
  const words = kitMessages[preferences().language]
  const sentence = kind === 'unreachable' ? words.unreachable : words.broken
  return { ok: false, refusal: { kind, code, data, sentence } }
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}
