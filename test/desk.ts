import { randomBytes } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll } from 'vitest'
import type { z } from 'zod'
import { fixedClock, type FixedClock } from '#kernel/clock.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { ok, type Result } from '#kernel/result.ts'
import { systemIds } from '#platform/ids.ts'
import { openDatabase } from '#platform/db/database.ts'
import { openPool } from '#platform/db/pool.ts'
import { insideFrom } from '#platform/http/addresses.ts'
import { openOutgoing } from '#platform/http/outgoing.ts'
import { problem } from '#platform/http/mount.ts'
import { startHearing } from '#features/complaints/hearing/door.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { silentLog } from '#platform/log.ts'
import type { Ports } from '#platform/ports.ts'
import { openPush } from '#platform/push.ts'
import { temporarySigner } from '#platform/signing.ts'
import { openVault } from '#platform/vault.ts'
import type { Scope } from '#features/access/door.ts'
import { makeCompany, type ScopeOf } from '#app/demo/company.ts'
import { playStories } from '#app/demo/play.ts'
import { timersUntil } from '#app/demo/timers.ts'
import { callerOf } from '#app/caller.ts'
import { mountHouse } from '#app/server.ts'
import { hearers, allJobs, allRoutes, objection, reactsTo, sealApart } from '#app/wiring.ts'
import { company, type StaffKey, type Story } from './cast.ts'
import { testDatabase } from './database.ts'

/** What somebody is answered, as far as a test looks at it. */
export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: { code: string } }

/** The value of an answer; a refusal fails the test and names itself. */
export function value<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(JSON.stringify(answer.refusal))
}

/** How an answer was refused, or `ok`. */
export const code = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.refusal.code)

/** A person at the desk, over HTTP: what they send passes the same walls as in the product. */
export type Person = {
  readonly scope: Scope
  readonly memberId: string
  call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    endpoint: Endpoint<P, Q, B, A>,
    sent?: { params?: z.input<P>; query?: z.input<Q>; body?: z.input<B> },
  ): Promise<Result<z.output<A>> & { status: number; detail: string }>
}

export type Desk = {
  readonly ports: Ports
  readonly clock: FixedClock
  readonly url: string
  readonly app: OpenAPIHono
  /** A second server on the same database. */
  readonly another: () => OpenAPIHono
  as(key: StaffKey): Person
  /** Nobody signed in: a customer at the public form. */
  readonly customer: Pick<Person, 'call'>
  newId(): string
  /** Lets timers and reactions run, up to the clock's present or to a later instant, where the clock then stands. */
  runJobs(until?: string): Promise<void>
  /** A real worker, jobs side by side as in the product, until the work is done. */
  beside(work: () => Promise<void>): Promise<void>
  play(stories: readonly Story[]): Promise<Map<string, string>>
}

const noOrigins: readonly string[] = []
/** What a test brings itself. */
const here: Partial<Pick<Ports, 'files' | 'log'>> = {}
const tuesday = '2026-11-24T10:00:00+09:00'

/** The whole house without sockets, on a database of its own, on Tuesday 2026-11-24 10:00 in Japan. */
export async function openDesk(at = tuesday, pushOrigins = noOrigins, own = here): Promise<Desk> {
  const { url } = await testDatabase()
  return deskOn(url, at, pushOrigins, own)
}

/** The same on a migrated, empty database that somebody else has made. */
export async function deskOn(
  url: string,
  at = tuesday,
  pushOrigins = noOrigins,
  own = here,
): Promise<Desk> {
  const pool = poolOn(url)
  const clock = fixedClock(at)
  const ports = { ...testPorts(openDatabase(pool), clock, pushOrigins), ...own }
  const scopeOf = await makeCompany(ports, async () => null)
  const people = new Map<string, Scope>()
  const app = mounted(ports, people)
  const settle = (until?: string) =>
    timersUntil(pool, allJobs(ports), advanced(clock, until), silentLog)
  const stage = { ...company, call: callerOf(allRoutes(ports)), clock, scopeOf, settle }
  return {
    ports,
    clock,
    url,
    app,
    another: () => mounted(ports, people),
    as: (key) => person(app, people, scopeOf, key),
    customer: { call: callerOver(app, '') },
    newId,
    runJobs: settle,
    beside: (work) => beside(url, ports, work),
    play: (stories) => playStories({ ...stage, nextId: newId }, stories, clock.now()),
  }
}

function poolOn(url: string) {
  const pool = openPool(url, silentLog, 4)
  afterAll(() => pool.end())
  return pool
}

function advanced(clock: FixedClock, until: string | undefined): FixedClock {
  if (until) clock.advance(clock.now().until(Temporal.Instant.from(until)))
  return clock
}

const newId = () => systemIds.next()

async function beside(url: string, ports: Ports, work: () => Promise<void>): Promise<void> {
  const pool = openPool(url, silentLog, 8)
  const worker = await startWorker(pool, allJobs(ports), { log: silentLog, crontab: '' })
  const hearing = startHearing(ports, hearers)
  try {
    await work()
  } finally {
    await hearing.stop()
    await worker.stop()
    await pool.end()
  }
}

function testPorts(db: Ports['db'], clock: FixedClock, pushOrigins: readonly string[]): Ports {
  return {
    db,
    clock,
    ids: systemIds,
    log: silentLog,
    signer: temporarySigner(),
    vault: openVault('test'),
    push: openPush('テストの合い言葉', 'mailto:desk@example.jp', pushOrigins),
    replica: null,
    files: null,
    outgoing: openOutgoing(insideFrom('127.0.0.1')),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    reactsTo,
    objection,
    sealApart,
  }
}

/** The product's own routes; who is asking is named by a header instead of a session. */
function mounted(ports: Ports, people: ReadonlyMap<string, Scope>) {
  const app = new OpenAPIHono()
  mountHouse(app, ports, async (c) => ok(people.get(c.req.header('x-test-person') ?? '') ?? null))
  return app
}

function person(
  app: OpenAPIHono,
  people: Map<string, Scope>,
  scopeOf: ScopeOf,
  key: StaffKey,
): Person {
  const scope = scopeOf(key)
  people.set(key, scope)
  return { scope, memberId: scope.viewer?.memberId ?? '', call: callerOver(app, key) }
}

function callerOver(app: OpenAPIHono, key: string): Person['call'] {
  return async (endpoint, sent = {}) => {
    const headers = { 'content-type': 'application/json', 'x-test-person': key }
    const body = endpoint.body ? { body: JSON.stringify(sent.body) } : {}
    const response = await app.request(addressOf(endpoint.path, sent), {
      method: endpoint.method.toUpperCase(),
      headers,
      ...body,
    })
    const answer = await response.json()
    const { status } = response
    if (response.ok) return { ...ok(endpoint.answer.parse(answer)), status, detail: '' }
    const { code, data, detail } = problem.parse(answer)
    return { ok: false, refusal: { kind: 'invalid', code, data }, status, detail }
  }
}

function addressOf(path: string, { params, query }: { params?: unknown; query?: unknown }): string {
  const given: Record<string, string> = Object.assign({}, params)
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? ''))
  const search = new URLSearchParams(Object.assign({}, query)).toString()
  return search ? `${filled}?${search}` : filled
}
