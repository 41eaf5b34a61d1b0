import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, Env } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import type { Language } from '#kernel/dictionary.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { refuse, type Refusal, type RefusalKind, type Result } from '#kernel/result.ts'
import { download, fileAnswer, receiveFile } from './file.ts'
import { packed } from './packed.ts'
import type { Route } from './route.ts'

/** The one table from "no" to HTTP. */
export const statusOf: Record<RefusalKind, ContentfulStatusCode> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  blocked: 422,
  'too-many': 429,
  'too-large': 413,
}

/** RFC 9457 with the refusal's code and data; `detail` is the sentence for a person. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  data: z.unknown(),
  detail: z.string(),
})

/** A request that bears an Idempotency-Key: sent again, it is the same in all of this. */
export type Repeatable = {
  readonly key: string
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly body: unknown
}

export type Mounting<Who> = {
  identify: (c: Context) => Promise<Result<Who>>
  /** Who asks at an endpoint that must not know it; no cookie and no key is looked at. */
  unnamed: () => Promise<Result<Who>>
  sentence: (refusal: Refusal, language: Language) => string
  /** Carries it out at most once; `commandId` is for a body that bears no id of its own. */
  once: (
    who: Who,
    sent: Repeatable,
    carryOut: (commandId: string) => Promise<Result<unknown>>,
  ) => Promise<Result<unknown>>
}

export function mountRoutes<Who, E extends Env>(
  app: OpenAPIHono<E>,
  routes: readonly Route<Who>[],
  mounting: Mounting<Who>,
): void {
  for (const route of routes) {
    const { endpoint } = route
    describe(app, route)
    app.on(endpoint.method.toUpperCase(), endpoint.path, async (c) => {
      const language = languageOf(c)
      const result = await carryOut(c, route, mounting)
      // What the contract does not name does not leave the house.
      const shown = result.ok
        ? { ok: true as const, value: endpoint.answer.parse(result.value) }
        : result
      if (shown.ok && endpoint.gives === 'file') return download(fileAnswer.parse(shown.value))
      return answer(c, shown, (refusal) => mounting.sentence(refusal, language))
    })
  }
}

async function carryOut<Who>(
  c: Context,
  { endpoint, handle }: Route<Who>,
  { identify, unnamed, once }: Mounting<Who>,
): Promise<Result<unknown>> {
  const who = endpoint.isUnnamed ? await unnamed() : await identify(c)
  if (!who.ok) return who
  const read = await readBody(c, endpoint)
  if (!read.ok) return read
  const asked = { params: c.req.param(), query: c.req.query(), address: addressOf(c) }
  const run = (body: unknown) => handle(who.value, languageOf(c), { ...asked, body })
  const key = c.req.header('idempotency-key')
  if (key === undefined || endpoint.method !== 'post' || endpoint.isShownOnce)
    return run(read.value)
  const { pathname, search } = new URL(c.req.url)
  const sent = { key: plainKey(key), method: 'post', path: pathname + search, body: read.value }
  if (!isKey.test(sent.key)) return refuse('invalid', 'http.idempotency-key', {})
  return once(who.value, sent, (commandId) => run(withId(read.value, endpoint, commandId)))
}

/** 1 to 255 visible letters of ASCII. */
const isKey = /^[!-~]{1,255}$/u

/** As a string of RFC 9651 it stands between quotation marks; many senders leave these out. */
function plainKey(header: string): string {
  return header.trim().replace(/^"(.*)"$/u, '$1')
}

/** A command's own id goes before what the header says. */
function withId(body: unknown, { body: schema }: Endpoint, id: string): unknown {
  const takesId = schema instanceof z.ZodObject && 'id' in schema.shape
  const isRecord = typeof body === 'object' && body !== null && !Array.isArray(body)
  return takesId && isRecord ? { id, ...body } : body
}

export function answer(
  c: Context,
  result: Result<unknown>,
  sentence: (refusal: Refusal) => string,
) {
  c.header('cache-control', 'no-store')
  if (result.ok) return packed(c, JSON.stringify(result.value ?? null))
  const { kind, code, data } = result.refusal
  const status = statusOf[kind]
  const wait = waitOf(data)
  if (wait !== undefined) c.header('retry-after', String(wait))
  if (status === 401) c.header('www-authenticate', 'Bearer')
  return c.json(
    {
      type: `urn:uketome:${code}`,
      title: code,
      status,
      code,
      data,
      detail: sentence(result.refusal),
    },
    status,
    { 'content-type': 'application/problem+json; charset=utf-8' },
  )
}

/** Seconds, when the refusal says that the same request may be sent again later. */
function waitOf(data: unknown): number | undefined {
  const parsed = z.object({ retryAfter: z.int() }).safeParse(data)
  return parsed.success ? parsed.data.retryAfter : undefined
}

export function languageOf(c: Context): Language {
  return c.req.header('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'ja'
}

/** The socket's address; only a proxy on this very machine is believed when it names another. */
export function addressOf(c: Context): string | undefined {
  const incoming: { socket?: { remoteAddress?: string } } | undefined = c.env?.incoming
  const socket = incoming?.socket?.remoteAddress
  const isOwnProxy = socket !== undefined && /^(?:127\.|::1$|::ffff:127\.)/.test(socket)
  const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return isOwnProxy && told ? told : socket
}

async function readBody(c: Context, { body, takes }: Endpoint): Promise<Result<unknown>> {
  if (takes) return receiveFile(c.req.raw, takes)
  if (!body) return { ok: true, value: undefined }
  try {
    return { ok: true, value: await c.req.json() }
  } catch {
    return refuse('invalid', 'http.not-json', {})
  }
}

function describe<E extends Env>(app: OpenAPIHono<E>, { endpoint, example, keys = [] }: Described) {
  const { params, query, body, takes, gives } = endpoint
  const sent = takes ? { [takes.type]: { schema: binary } } : body && json(body, example?.body)
  const given = gives
    ? { 'application/octet-stream': { schema: binary } }
    : json(endpoint.answer, example?.answer)
  app.openAPIRegistry.registerPath({
    method: endpoint.method,
    path: endpoint.path.replace(/:(\w+)/g, '{$1}'),
    summary: endpoint.summary,
    ...openTo(keys),
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    request: {
      ...(params instanceof z.ZodObject ? { params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
      ...(endpoint.method === 'post' && !endpoint.isShownOnce ? { headers: repeatable } : {}),
      ...(sent ? { body: { required: true, content: sent } } : {}),
    },
    responses: {
      200: { description: 'done', content: given },
      default: {
        description: 'refused, with a sentence that says what to do next',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  })
}

function openTo(keys: readonly string[]) {
  if (keys.length === 0) return {}
  const security = [{ apiKey: [] }, { session: [] }]
  return { description: `API keys: ${keys.join(' or ')}.`, security }
}

type Described = Pick<Route<unknown>, 'endpoint' | 'example' | 'keys'>

const repeatable = z.object({
  'idempotency-key': z.string().min(1).max(255).optional().meta({
    description:
      'Any text of your own, such as a UUID. The same key within 24 hours is given the same answer and done once; with another body it is refused (422). Needed only where the body bears no id.',
  }),
})

const binary = { type: 'string', format: 'binary' } as const

function json(schema: z.ZodType, example: unknown) {
  return { 'application/json': example === undefined ? { schema } : { schema, example } }
}
