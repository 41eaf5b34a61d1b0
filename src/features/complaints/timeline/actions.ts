import { GENESIS } from '#kernel/chain.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { keyName, memberNames, type Scope } from '#features/access/door.ts'
import type { CaseRecord, ComplaintEvent } from '#features/complaints/record/contract.ts'
import { keepWritten, recordAfter, recordAt } from '#features/complaints/record/queries.ts'
import { emptyRecord } from '#features/complaints/record/rules.ts'
import {
  insertComplaint,
  lockHead,
  nextCount,
  saveLine,
  saveSearch,
  takeTurns,
} from '#features/complaints/store.ts'
import { complaintNumber } from '#features/complaints/rules.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { TimelineEntry } from './contract.ts'
import { asKept, entriesOf, entriesOfCommand, nameOf } from './queries.ts'
import { stillGood } from './rules.ts'
import { appendEntries, type Chain, type Head, type NewEntry } from './store.ts'

/** A command against one complaint: `id` is the command's own (sent twice, done once), `basedOn` what the writer saw. */
export type Command = {
  readonly complaintId: string
  readonly id: string
  readonly basedOn?: number | undefined
}

/** What a decision is made from. Writes to a room's own tables go through `tx`; they live or die with the entries. */
export type Situation = {
  readonly tx: Tx
  readonly record: CaseRecord
  /** ISO instant of this change. */
  readonly at: string
  /** member id → name, read when it is asked for. */
  readonly names: () => Promise<ReadonlyMap<string, string>>
}

export type Change = { readonly head: number; readonly isReplay: boolean }

/**
 * The one way to change a complaint: lock its chain, refuse what is stale, decide on the record as it is now,
 * append what happened, and bring line, search and screens along, all in one transaction.
 */
export async function change(
  ports: Ports,
  scope: Scope,
  command: Command,
  decide: (situation: Situation) => Promise<Result<readonly ComplaintEvent[]>>,
): Promise<Result<Change>> {
  const written = await decideWithinWall(ports.db, scope, (tx) =>
    decideOn(ports, tx, scope, command, decide),
  )
  if (!written.ok) return written
  const { head, record, isIndexedSoon } = written.value
  if (record) keepWritten(scope, command.complaintId, { head, record })
  if (isIndexedSoon) markIndexed(command.complaintId)
  return ok({ head: head.sequence, isReplay: record === null })
}

async function decideOn(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  command: Command,
  decide: (situation: Situation) => Promise<Result<readonly ComplaintEvent[]>>,
): Promise<Result<Written>> {
  const head = await lockHead(tx, command.complaintId)
  if (!head) return refuse('missing', 'complaints.missing', {})
  const replay = await alreadyDone(tx, scope, command)
  if (!replay.ok) return replay
  if (replay.value) return ok({ head, record: null })
  const names = () => memberNames(tx, scope)
  const since =
    command.basedOn === undefined || command.basedOn >= head.sequence
      ? []
      : await entriesOf(tx, await names(), command.complaintId, command.basedOn)
  const good = stillGood(command.basedOn, scope.actor, head.sequence, since)
  if (!good.ok) return good
  const at = ports.clock.now().toString()
  const record = await recordAt(tx, scope, command.complaintId, head)
  const decided = await decide({ tx, record, at, names })
  if (!decided.ok) return decided
  return write(ports, tx, scope, { ...command, at, head, record }, decided.value)
}

/** One command that moves several complaints: all of them or none. */
export type Joint = {
  readonly id: string
  /** The first event that this command writes: the same id with another one is another command. */
  readonly type: ComplaintEvent['type']
  /** Which complaints, in one order for everybody; asked again when they are locked. */
  readonly complaintIds: (tx: Tx) => Promise<readonly string[]>
  readonly lock: string
}

type JointSituation = Pick<Situation, 'tx' | 'at'>

export async function changeTogether(
  ports: Ports,
  scope: Scope,
  command: Joint,
  decide: (
    situation: JointSituation,
  ) => Promise<Result<ReadonlyMap<string, readonly ComplaintEvent[]>>>,
): Promise<Result<{ readonly isReplay: boolean }>> {
  return decideWithinWall<{ isReplay: boolean }>(ports.db, scope, async (tx) => {
    const heads = await lockAll(tx, command)
    if (!heads) return refuse('conflict', 'complaints.customer-changed', {})
    const done = await entriesOfCommand(tx, scope.organisationId, command.id)
    if (done.some(({ type }) => type !== command.type))
      return refuse('conflict', 'complaints.command-reused', {})
    if (done.length > 0) return ok({ isReplay: true })
    const at = ports.clock.now().toString()
    const decided = await decide({ tx, at })
    if (!decided.ok) return decided
    for (const [complaintId, events] of decided.value) {
      const head = heads.get(complaintId)
      if (!head) throw new Error(`complaint ${complaintId} is changed without its lock`)
      const record = await recordAt(tx, scope, complaintId, head)
      const place = { complaintId, id: command.id, at, head, record }
      const written = await write(ports, tx, scope, place, events)
      if (!written.ok) return written
    }
    return ok({ isReplay: false })
  })
}

/** Complaint by complaint in the order of their ids, so that two commands cannot wait for each other. */
async function lockAll(tx: Tx, command: Joint): Promise<ReadonlyMap<string, Head> | null> {
  const before = (await command.complaintIds(tx)).toSorted()
  const heads = new Map<string, Head>()
  for (const id of before) {
    const head = await lockHead(tx, id)
    if (head) heads.set(id, head)
  }
  await takeTurns(tx, [command.lock])
  const now = (await command.complaintIds(tx)).toSorted()
  return now.join() === before.join() ? heads : null
}

/** Where the chain ends now, and the record there; null when the command had been carried out before. */
type Written = {
  readonly head: Head
  readonly record: CaseRecord | null
  readonly isIndexedSoon?: boolean
}

/**
 * A new complaint with everything that is known at once. Answers with its number; a second call with the same id, or
 * with a source that is here already, changes nothing and says so.
 */
export async function begin(
  ports: Ports,
  scope: Scope,
  complaint: Beginning,
  describe: (situation: {
    tx: Tx
    number: string
    at: string
  }) => Promise<Result<readonly ComplaintEvent[]>>,
): Promise<Result<Begun>> {
  return decideWithinWall<Begun>(ports.db, scope, async (tx) => {
    await takeTurns(tx, [complaint.sourceKey ?? '', complaint.id])
    const known = await knownComplaint(tx, complaint.id, complaint.sourceKey)
    if (known) return ok({ ...known, isReplay: true })
    const number = await nextNumber(tx, scope, complaint.receivedAt)
    if (!(await insertLine(tx, scope, complaint, number)))
      return refuse('conflict', 'complaints.received-twice', {})
    const at = ports.clock.now().toString()
    const events = await describe({ tx, number, at })
    if (!events.ok) return events
    const { id, isSilent = false } = complaint
    const place = { complaintId: id, id, at, head: origin, isSilent }
    const record = emptyRecord
    const written = await write(ports, tx, scope, { ...place, record }, events.value)
    if (!written.ok) return written
    return ok({ head: written.value.head.sequence, isReplay: false, number })
  })
}

type Begun = Change & { readonly number: string }

export type Beginning = {
  readonly id: string
  readonly channel: string
  /** ISO instant; decides the year of the number. */
  readonly receivedAt: string
  /** What makes a second import of the same thing harmless. */
  readonly sourceKey?: string
  /** Over long ago: no room reacts to its beginning, and nobody outside is told. */
  readonly isSilent?: boolean
}

const origin: Head = { sequence: 0, hash: GENESIS }

async function nextNumber(tx: Tx, scope: Scope, receivedAt: string): Promise<string> {
  const { year } = tokyoDay(Temporal.Instant.from(receivedAt))
  return complaintNumber(year, await nextCount(tx, scope.organisationId, year))
}

function insertLine(tx: Tx, scope: Scope, complaint: Beginning, number: string): Promise<boolean> {
  const { id, channel, receivedAt, sourceKey = null } = complaint
  const line = { id, channel, receivedAt, sourceKey, number, headHash: GENESIS }
  return insertComplaint(tx, { ...line, organisationId: scope.organisationId })
}

type Place = Command & {
  readonly at: string
  readonly head: Head
  readonly record: CaseRecord
  readonly isSilent?: boolean
}

async function write(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  place: Place,
  events: readonly ComplaintEvent[],
): Promise<Result<Written>> {
  const { complaintId, id: commandId, at, head: before, record: recordBefore } = place
  if (events.length === 0) return ok({ head: before, record: recordBefore })
  const unopposed = await whyOpposed(ports, tx, scope, place, events)
  if (!unopposed.ok) return unopposed
  const { organisationId, actor: by } = scope
  const chain = { organisationId, complaintId, commandId, at, by }
  const news = events.map((event) => ({
    ...event,
    id: ports.ids.next(),
    salt: ports.randomHex(16),
    cues: overheardCues(event),
  }))
  const head = await appendEntries(tx, chain, before, news)
  const written = writtenBy(scope, chain, before, news)
  const record =
    recordAfter(recordBefore, written) ?? (await recordAt(tx, scope, complaintId, head))
  await saveLine(tx, complaintId, head, record)
  const isOverheard = events.every((event) => overheardCues(event))
  const isIndexedSoon = isOverheard && (await indexSoon(tx, organisationId, complaintId, at))
  if (!isOverheard) await saveSearch(tx, organisationId, complaintId, record)
  // Words that were overheard set nothing off: there are dozens of them a second.
  if (!isOverheard && !place.isSilent) await queueReactions(ports, tx, scope, complaintId, written)
  return ok({ head, record, isIndexedSoon })
}

/** Rooms of a higher rank have a say in what a member does, whatever the door; what the house itself does is not asked. */
async function whyOpposed(
  ports: Ports,
  tx: Tx,
  { organisationId, viewer }: Scope,
  { complaintId, at }: Place,
  events: readonly ComplaintEvent[],
): Promise<Result<null>> {
  if (!viewer) return ok(null)
  for (const { type, payload } of events) {
    const { memberId } = viewer
    const arising = { organisationId, memberId, complaintId, at, type, payload }
    const asked = await ports.objection(tx, arising)
    if (!asked.ok) return asked
  }
  return ok(null)
}

/** The entries as they will be read; the payload as the database gives it back. */
function writtenBy(
  { viewer, key }: Scope,
  { complaintId, at, by }: Chain,
  head: Head,
  news: readonly NewEntry[],
): TimelineEntry[] {
  const names: [string, string][] = viewer ? [[viewer.memberId, viewer.name]] : []
  if (key) names.push([key.id, keyName(key.name)])
  const byName = nameOf(by, new Map(names))
  return news.map(({ id, type, payload }, i) => ({
    id,
    complaintId,
    sequence: head.sequence + i + 1,
    type,
    at,
    by,
    byName,
    payload: asKept(payload),
  }))
}

const pauseSeconds = 10
const indexedSoon = new Map<string, number>()

/** The index grows with the talk and is written whole: while somebody speaks it waits for a pause. */
async function indexSoon(
  tx: Tx,
  organisationId: string,
  complaintId: string,
  at: string,
): Promise<boolean> {
  // What was said just after it was set is still before the pause that it waits for.
  if (performance.now() - (indexedSoon.get(complaintId) ?? -Infinity) < pauseSeconds * 500)
    return false
  await enqueue(tx, {
    task: 'complaints.index',
    payload: { organisationId, complaintId },
    key: `index:${complaintId}`,
    runAt: Temporal.Instant.from(at).add({ seconds: pauseSeconds }).toString(),
  })
  return true
}

/** Only once it is committed. */
function markIndexed(complaintId: string) {
  if (indexedSoon.size > 1000) indexedSoon.clear()
  indexedSoon.set(complaintId, performance.now())
}

/** Of words that speech-to-text heard: the codes of their cues. Screens need not read everything anew for them. */
function overheardCues({ type, payload }: ComplaintEvent): string[] | undefined {
  if (type !== 'complaints.noted' || payload.utterance === undefined) return undefined
  return [...new Set(payload.cues.map(({ code }) => code))]
}

/** Other rooms hear of it after the commit, one complaint's entries in order. */
async function queueReactions(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  complaintId: string,
  written: readonly TimelineEntry[],
) {
  for (const { id, type, sequence } of written.filter(({ type }) => ports.reactsTo(type))) {
    await enqueue(tx, {
      task: 'complaints.react',
      payload: { organisationId: scope.organisationId, complaintId, sequence, type, entryId: id },
      key: `react:${id}`,
      queue: `complaint:${complaintId}`,
    })
  }
}

async function alreadyDone(tx: Tx, scope: Scope, command: Command): Promise<Result<boolean>> {
  const done = await entriesOfCommand(tx, scope.organisationId, command.id)
  const first = done[0]
  if (!first) return ok(false)
  if (first.complaintId === command.complaintId) return ok(true)
  return refuse('conflict', 'complaints.command-reused', {})
}

async function knownComplaint(tx: Tx, id: string, sourceKey: string | undefined) {
  const row = await tx
    .selectFrom('complaints')
    .where((where) =>
      sourceKey
        ? where.or([where('id', '=', id), where('source_key', '=', sourceKey)])
        : where('id', '=', id),
    )
    .select(['head', 'number'])
    .executeTakeFirst()
  return row
}
