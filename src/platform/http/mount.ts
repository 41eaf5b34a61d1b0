import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, Env } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import type { Language } from '#kernel/dictionary.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { refuse, type Refusal, type RefusalKind, type Result } from '#kernel/result.ts'
import { download, fileAnswer, receiveFile } from './file.ts'
import type { Example, Route } from './route.ts'

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

export type Mounting<Who> = {
  identify: (c: Context) => Promise<Who>
  sentence: (refusal: Refusal, language: Language) => string
}

export function mountRoutes<Who, E extends Env>(
  app: OpenAPIHono<E>,
  routes: readonly Route<Who>[],
  mounting: Mounting<Who>,
): void {
  for (const { endpoint, handle, example } of routes) {
    describe(app, endpoint, example)
    app.on(endpoint.method.toUpperCase(), endpoint.path, async (c) => {
      const language = languageOf(c)
      const body = await readBody(c, endpoint)
      const raw = {
        params: c.req.param(),
        query: c.req.query(),
        body: body.ok ? body.value : undefined,
        address: addressOf(c),
      }
      const result = body.ok ? await handle(await mounting.identify(c), language, raw) : body
      // What the contract does not name does not leave the house.
      const shown = result.ok
        ? { ok: true as const, value: endpoint.answer.parse(result.value) }
        : result
      if (shown.ok && endpoint.gives === 'file') return download(fileAnswer.parse(shown.value))
      return answer(c, shown, (refusal) => mounting.sentence(refusal, language))
    })
  }
}

export function answer(
  c: Context,
  result: Result<unknown>,
  sentence: (refusal: Refusal) => string,
) {
  c.header('cache-control', 'no-store')
  if (result.ok) return told(c, result.value ?? null)
  const { kind, code, data } = result.refusal
  const status = statusOf[kind]
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

/** With its length, so that what is short is not compressed: that costs more than it saves. */
function told(c: Context, value: unknown) {
  const text = JSON.stringify(value)
  const length = String(Buffer.byteLength(text))
  return c.body(text, 200, { 'content-type': 'application/json', 'content-length': length })
}

export function languageOf(c: Context): Language {
  return c.req.header('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'ja'
}

/** The socket's address; only a proxy on this very machine is believed when it names another. */
function addressOf(c: Context): string | undefined {
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

function describe<E extends Env>(
  app: OpenAPIHono<E>,
  endpoint: Route<unknown>['endpoint'],
  example?: Example,
) {
  const { params, query, body, takes, gives } = endpoint
  const sent = takes ? { [takes.type]: { schema: binary } } : body && json(body, example?.body)
  const given = gives
    ? { 'application/octet-stream': { schema: binary } }
    : json(endpoint.answer, example?.answer)
  app.openAPIRegistry.registerPath({
    method: endpoint.method,
    path: endpoint.path.replace(/:(\w+)/g, '{$1}'),
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    request: {
      ...(params instanceof z.ZodObject ? { params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
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

const binary = { type: 'string', format: 'binary' } as const

function json(schema: z.ZodType, example: unknown) {
  return { 'application/json': example === undefined ? { schema } : { schema, example } }
}
