import { ok, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May, type Scope } from '#features/access/door.ts'
import { begin, customerFor } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import { entryOfLine } from '../import/actions.ts'
import type { Entry, Message, ReviewSource } from '../import/contract.ts'
import { countWaiting, knownSources, runOf, waitingLines } from '../import/queries.ts'
import {
  goOnAt,
  goOnNever,
  saveState,
  settleLine,
  tellProgress,
  type NewLine,
} from '../import/store.ts'
import { filled } from '../import/rules.ts'
import type { ReviewSeen, ReviewStatus } from '../reviews/contract.ts'
import { siteOf } from '../reviews/rules.ts'
import { saveReview } from '../reviews/store.ts'

/** So many lines are one job: a node that dies holds up the rest for a minute, and no longer. */
const linesOfStep = 50
/** Longer than a step ever takes; then it is believed to have died, and whoever is alive goes on. */
const stepSeconds = 60

type Run = NonNullable<Awaited<ReturnType<typeof runOf>>>

/**
 * Takes the next lines of a run that is running. The step after it is queued before: should this node die, another
 * finds it due. `untilDone` (the command line) leaves no step to others while it lives. Answers how many lines wait;
 * none once the run is over or was stopped.
 */
export async function step(
  ports: Ports,
  may: May<'intake.import'>,
  importId: string,
  { untilDone }: { untilDone: boolean },
): Promise<number> {
  const lines = await inside(ports.db, may, async (tx) => {
    const run = await runOf(tx, importId)
    if (run?.state !== 'running') return null
    await goOnAt(tx, may, importId, ports.clock.now().add({ seconds: stepSeconds }))
    return { run, waiting: await waitingLines(tx, importId, linesOfStep) }
  })
  if (!lines) return 0
  for (const line of lines.waiting) {
    if (!(await isRunning(ports, may, importId))) return 0
    await take(ports, may, importId, lines.run, line)
  }
  return inside(ports.db, may, (tx) => goOnOrEnd(ports, tx, may, importId, untilDone))
}

async function isRunning(ports: Ports, may: Scope, importId: string): Promise<boolean> {
  const run = await inside(ports.db, may, (tx) => runOf(tx, importId))
  return run?.state === 'running'
}

async function goOnOrEnd(
  ports: Ports,
  tx: Tx,
  may: Scope,
  importId: string,
  untilDone: boolean,
): Promise<number> {
  const now = ports.clock.now()
  const run = await runOf(tx, importId, 'lock')
  if (run?.state !== 'running') return 0
  const left = await countWaiting(tx, importId)
  if (left === 0) {
    await saveState(tx, importId, 'finished', now.toString())
    await goOnNever(tx, importId)
  } else if (!untilDone) await goOnAt(tx, may, importId, now)
  await tellProgress(tx, may, importId, ports.ids.next(), now.toString())
  return left
}

type Waiting = { readonly line: number; readonly raw: unknown }

/** A line that nobody foresaw must not hold up those after it: it is kept, refused, and written to the log. */
async function take(
  ports: Ports,
  may: May<'intake.import'>,
  importId: string,
  run: Run,
  line: Waiting,
) {
  try {
    await takeLine(ports, may, importId, run, line)
  } catch (error) {
    ports.log.error({ importId, line: line.line, error: String(error) }, 'a line was not taken')
    const reason = { code: 'intake.import-line-broken', data: {} }
    await settle(ports, may, importId, line.line, { state: 'refused', reason })
  }
}

async function takeLine(
  ports: Ports,
  may: May<'intake.import'>,
  importId: string,
  run: Run,
  waiting: Waiting,
) {
  const { line } = waiting
  const entry = entryOfLine(run.kind, waiting, run.plan, ports.clock.now().toString())
  if (!entry.ok)
    return settle(ports, may, importId, line, { state: 'refused', reason: entry.refusal })
  const origin = { importId, line, from: run.name, byName: run.byName }
  const done = await takeOver(ports, may, entry.value, origin)
  if (!done.ok)
    return settle(ports, may, importId, line, { state: 'refused', reason: done.refusal })
  if (done.value.isNew) return
  const key = entry.value.sourceKey
  const known = await inside(ports.db, may, (tx) => knownSources(tx, [key]))
  await settle(ports, may, importId, line, { state: 'known', complaintId: known.get(key) })
}

type Became = Omit<NewLine, 'line' | 'raw' | 'sourceKey' | 'remarks'>

function settle(ports: Ports, may: Scope, importId: string, line: number, became: Became) {
  return inside(ports.db, may, (tx) => settleLine(tx, importId, line, became))
}

export type Origin = {
  readonly importId: string
  readonly line: number
  readonly from: string
  readonly byName: string
}

/**
 * Takes one complaint over from somewhere else, silently: no acknowledgement, no promise, nobody is told. Its line is
 * settled in the same transaction, so that it is taken once whatever dies. The same source again changes nothing.
 */
async function takeOver(
  ports: Ports,
  may: May<'intake.import'>,
  entry: Entry,
  origin: Origin,
): Promise<Result<{ isNew: boolean }>> {
  const { channel, sourceKey } = entry
  const receivedAt = entry.receivedAt ?? ports.clock.now().toString()
  const id = ports.ids.next()
  const complaint = { id, channel, receivedAt, sourceKey, isSilent: true }
  const done = await begin(ports, may, complaint, async ({ tx, number, at }) => {
    const seen = entry.review && seenOf(entry.review, entry.receivedAt, at)
    const taking = { entry, origin, number, receivedAt, at, seen }
    const events = await eventsOf(ports, tx, may, taking)
    await settleLine(tx, origin.importId, origin.line, { state: 'taken', complaintId: id })
    if (seen) await saveReview(tx, may, { ...seen, complaintId: id, status: statusOf(entry) })
    return ok(events)
  })
  return done.ok ? ok({ isNew: !done.value.isReplay }) : done
}

/** The file says when it was posted; that it was seen there is known from now on. */
function seenOf({ site, url, author, stars }: ReviewSource, postedAt: string | null, at: string) {
  const postedPrecision = postedAt === null ? null : ('day' as const)
  return { site: site || siteOf(url), url, author, stars, postedAt, postedPrecision, seenAt: at }
}

function statusOf({ closedAs }: Entry): ReviewStatus {
  return closedAs === null ? 'open' : 'answered-elsewhere'
}

type Taking = {
  readonly entry: Entry
  readonly origin: Origin
  readonly number: string
  readonly receivedAt: string
  readonly at: string
  readonly seen: ReviewSeen | null
}

async function eventsOf(
  ports: Ports,
  tx: Tx,
  may: May<'intake.import'>,
  { entry, origin, number, receivedAt, at, seen }: Taking,
): Promise<ComplaintEvent[]> {
  const { words, channel, details, source, attachments, closedAs } = entry
  const isPublic = entry.review !== null || channel === 'review'
  // Whoever writes in public is nobody's customer until a person says so.
  const { name } = entry.customer
  const customer = isPublic
    ? filled({ name: name ?? '' })
    : ((await customerFor(ports, tx, may, entry.customer, at)) ?? entry.customer)
  const { cues } = await listenInside(tx, may, { speaker: 'customer', text: words })
  const payload = { number, channel, words, receivedAt, customer, details, cues, source }
  const notes = []
  for (const message of entry.messages) notes.push(await noted(tx, may, message))
  const imported = { ...origin, system: source.system, attachments }
  return [
    { type: 'complaints.received', payload },
    ...(seen ? [{ type: 'intake.review-seen' as const, payload: seen }] : []),
    ...notes,
    { type: 'intake.imported', payload: imported },
    ...(closedAs === null ? [] : [closed(closedAs)]),
  ]
}

async function noted(tx: Tx, may: Scope, message: Message): Promise<ComplaintEvent> {
  const { speaker, text, at, byName } = message
  const heard =
    speaker === 'customer' ? await listenInside(tx, may, { speaker, text }) : { cues: [] }
  const payload = { speaker, text, cues: heard.cues, told: { at, byName } }
  return { type: 'complaints.noted', payload }
}

/** Whether the customer agreed is not known here; the reason says whose word it is. */
function closed(word: string): ComplaintEvent {
  const reason = `取り込み元で終わっていたため（状態「${word}」）`
  return { type: 'complaints.closed', payload: { outcome: 'resolved', agreement: null, reason } }
}
