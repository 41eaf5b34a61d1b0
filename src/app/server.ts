import { OpenAPIHono } from '@hono/zod-openapi'
import { serve, type HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import type { Context, Env } from 'hono'
import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import { addressOf, answer, languageOf, mountRoutes } from '#platform/http/mount.ts'
import { worthPacking } from '#platform/http/packed.ts'
import { mountStreams } from '#platform/http/streams.ts'
import type { Hub } from '#platform/realtime/hub.ts'
import type { Ports } from '#platform/ports.ts'
import type { SignIn } from '#platform/sign-in/sign-in.ts'
import {
  answerOnce,
  bearerOf,
  keyScope,
  memberScope,
  viewerOf,
  type Scope,
} from '#features/access/door.ts'
import { tokenHeader } from '#features/chat/window/contract.ts'
import { windowEvents } from '#features/chat/window/routes.ts'
import { framersOfForm } from '#features/intake/door.ts'
import { movementStreams } from './events.ts'
import { sentenceOf } from './sentences.ts'
import { allRoutes, allStreams } from './wiring.ts'

export type House = {
  readonly ports: Ports
  readonly signIn: SignIn
  readonly hub: Hub
  /** Where the built screens lie; null serves the API alone. */
  readonly webFolder: string | null
}

export function openApp(house: House) {
  const app = new OpenAPIHono<{ Bindings: HttpBindings }>()
  // What answers with a stricter policy of its own (a stranger's file) keeps it.
  const secure = { contentSecurityPolicy: policy, crossOriginEmbedderPolicy: false } as const
  app.use(secureHeaders({ ...secure, xFrameOptions: false, overwrite: false }))
  app.use('/api/*', refuseOtherSites)
  app.get('/api/health', (c) => c.json({ status: 'ok' }))
  app.on(['GET', 'POST'], '/api/access/auth/*', (c) => house.signIn.handle(withClientAddress(c)))
  serveApi(app, house)
  if (house.webFolder) serveWeb(app, house.webFolder, house.ports)
  app.notFound((c) => say(c, refuse('missing', 'http.not-found', {})))
  app.onError((error, c) => {
    house.ports.log.error({ error: error.stack ?? error.message, path: c.req.path }, 'unexpected')
    return unexpected(c)
  })
  return app
}

/** Bytes of a text to be judged: its 100,000 letters, written as \\uXXXX each, and room for the rest. */
const longestBody = 1_000_000

function serveApi(app: OpenAPIHono<{ Bindings: HttpBindings }>, house: House) {
  const { ports } = house
  const identify = async (c: Context) => ok(await scopeOf(house, c))
  serveMovements(app, house)
  serveWindows(app, house)
  app.use('/api/*', compress({ threshold: worthPacking }))
  app.use(
    '/api/language/*',
    bodyLimit({
      maxSize: longestBody,
      onError(c) {
        c.header('connection', 'close') // the rest of the body is never read
        return say(c, refuse('too-large', 'http.too-large', {}))
      },
    }),
  )
  mountHouse(app, ports, identify)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Uketome',
      version: '1',
      description: 'The desk for complaints. All instants are ISO 8601.',
    },
  })
}

/** The rooms' routes on an app that knows who is asking; also for the server's own tests. */
export function mountHouse<E extends Env>(
  app: OpenAPIHono<E>,
  ports: Ports,
  identify: (c: Context) => Promise<Result<Scope | null>>,
) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key that an administrator made in the settings.',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'better-auth.session_token',
  })
  const who = (c: Context) => keyHolder(ports, c) ?? identify(c)
  mountStreams(app, allStreams(ports), {
    identify: who,
    unnamed: async () => ok(null),
    sentence: sentenceOf,
  })
  mountRoutes(app, allRoutes(ports), {
    identify: who,
    unnamed: async () => ok(null),
    sentence: sentenceOf,
    // The public has no key: its forms bear ids.
    once: (who, sent, carryOut) =>
      who ? answerOnce(ports, who, sent, carryOut) : carryOut(ports.ids.next()),
  })
}

/** Undefined: nobody shows a key. */
function keyHolder(ports: Ports, c: Context): Promise<Result<Scope>> | undefined {
  const shown = /^bearer\s+(\S+)\s*$/iu.exec(c.req.header('authorization') ?? '')?.[1]
  if (shown === undefined) return undefined
  return bearerOf(ports, shown, languageOf(c)).then((bearer) =>
    bearer.ok ? ok(keyScope(bearer.value)) : bearer,
  )
}

function serveMovements(app: OpenAPIHono<{ Bindings: HttpBindings }>, house: House) {
  const stream = movementStreams(house.ports, house.hub)
  app.get('/api/events', async (c) => {
    const scope = await scopeOf(house, c)
    if (!scope) return say(c, refuse('unauthenticated', 'access.not-signed-in', {}))
    const token = c.req.header('last-event-id') ?? c.req.query('since')
    const readingForMs = Number(c.req.header('x-reading-for-ms') ?? 0)
    return stream(scope, token === undefined ? { readingForMs } : { token })
  })
}

/** A customer's chat: her browser shows the token in a header, so that it stands in no log. */
function serveWindows(app: OpenAPIHono<{ Bindings: HttpBindings }>, house: House) {
  const open = windowEvents(house.ports, house.hub)
  app.get('/api/chat/windows/:slug/events', async (c) => {
    const asked = { params: c.req.param(), language: languageOf(c), address: addressOf(c) }
    const line = await open({ ...asked, token: c.req.header(tokenHeader) ?? '' })
    return line.ok ? line.value : say(c, line)
  })
}

/** The one handler of what nobody expected: the sentence says that nothing typed is lost, the log has the rest. */
function unexpected(c: Context) {
  const code = 'http.unexpected'
  const detail = sentenceOf({ kind: 'invalid', code, data: {} }, languageOf(c))
  const problem = { type: `urn:uketome:${code}`, title: code, status: 500, code, data: {}, detail }
  return c.json(problem, 500, { 'content-type': 'application/problem+json; charset=utf-8' })
}

/** Listens until `close`; open event streams are cut, their screens come back by themselves. */
export async function listen(house: House, port: number, host: string) {
  const app = openApp(house)
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, port, hostname: host }, () => resolve(starting))
    starting.once('error', reject)
  })
  // Longer than a screen or a proxy keeps an idle connection: else it is closed just as the next request is on its way.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 75_000
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function say(c: Context, refused: No) {
  return answer(c, refused, (refusal) => sentenceOf(refusal, languageOf(c)))
}

async function scopeOf({ ports, signIn }: House, c: Context): Promise<Scope | null> {
  if (!c.req.header('cookie')) return null
  const userId = await signIn.userIdOf(c.req.raw.headers)
  const viewer = userId && (await viewerOf(ports.db, userId))
  return viewer ? memberScope(viewer, languageOf(c)) : null
}

/** A page of another site may not send commands with the cookie of somebody who is signed in here. */
async function refuseOtherSites(c: Context, next: () => Promise<void>) {
  const origin = c.req.header('origin')
  const host = c.req.header('x-forwarded-host') ?? c.req.header('host')
  const isOther = origin !== undefined && URL.parse(origin)?.host !== host
  if (isOther && c.req.method !== 'GET') return say(c, refuse('forbidden', 'http.other-site', {}))
  return next()
}

/** The socket's address, never what the client claims to be. */
function withClientAddress(c: Context<{ Bindings: HttpBindings }>): Request {
  const headers = new Headers(c.req.raw.headers)
  headers.set('x-uketome-client-ip', c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1')
  return new Request(c.req.raw, { headers })
}

const policy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  // What a code opens is fetched, as no address may hold the code.
  mediaSrc: ["'self'", 'blob:'],
  // React Aria positions popovers with style attributes.
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  frameAncestors: ["'self'"],
  objectSrc: ["'none'"],
}

/** The same policy for a page that others may show in a frame. */
function framedPolicy(framers: readonly string[]): string {
  const all = { ...policy, frameAncestors: [...policy.frameAncestors, ...framers] }
  const dashed = (name: string) => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
  return Object.entries(all)
    .map(([name, values]) => [dashed(name), ...values].join(' '))
    .join('; ')
}

function serveWeb(app: OpenAPIHono<{ Bindings: HttpBindings }>, root: string, ports: Ports) {
  app.use('/assets/*', async (c, next) => {
    await next()
    // Names carry their content's hash.
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/*', compress())
  app.get('/assets/*', serveStatic({ root }))
  app.get('/favicon.svg', serveStatic({ root }))
  app.get('/appearance.js', serveStatic({ root }))
  app.get('/notices.js', serveStatic({ root }))
  for (const script of ['/embed.js', '/chat.js']) {
    app.get(script, async (c, next) => {
      // Pages of other sites load it, from wherever they are.
      c.header('cross-origin-resource-policy', 'cross-origin')
      return serveStatic({ root })(c, next)
    })
  }
  for (const page of ['form', 'chat']) {
    const path = `${page}.html`
    app.get(`/${page}/:slug`, async (c, next) => {
      const framers = await framersOfForm(ports, c.req.param('slug'))
      c.header('content-security-policy', framedPolicy(framers))
      return serveStatic({ root, path })(c, next)
    })
    app.get(`/${page}/*`, serveStatic({ root, path }))
  }
  for (const serveOne of [servePrivatePages, serveVisitPage]) serveOne(app, root)
  app.get('/*', async (c, next) =>
    c.req.path.startsWith('/api/') ? next() : serveStatic({ root, path: 'index.html' })(c, next),
  )
}

/** The visitor's page, which a phone keeps; it is asked for anew each time there is a line. */
function serveVisitPage(app: OpenAPIHono<{ Bindings: HttpBindings }>, root: string) {
  for (const part of ['app.webmanifest', 'icon-180.png', 'icon-192.png', 'icon-512.png'])
    app.get(`/visit/${part}`, serveStatic({ root }))
  app.get('/visit/icon-maskable-512.png', serveStatic({ root }))
  app.get('/visit-worker.js', async (c, next) => {
    c.header('cache-control', 'no-cache')
    return serveStatic({ root })(c, next)
  })
  app.get('/visit', (c) => c.redirect('/visit/', 301))
  app.get('/visit/*', async (c, next) => {
    c.header('x-robots-tag', 'noindex, nofollow, noarchive')
    c.header('cache-control', 'no-cache')
    return serveStatic({ root, path: 'visit.html' })(c, next)
  })
}

/** Whoever has the link may look; no search engine may, and no other site may show it. */
function servePrivatePages(app: OpenAPIHono<{ Bindings: HttpBindings }>, root: string) {
  for (const page of ['answer', 'consult']) {
    app.get(`/${page}/*`, async (c, next) => {
      c.header('x-robots-tag', 'noindex, nofollow, noarchive')
      c.header('cache-control', 'no-store')
      return serveStatic({ root, path: `${page}.html` })(c, next)
    })
  }
}
