import { GENESIS } from '#kernel/chain.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { afterCommit, decideWithinWall, withinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { keyName, memberNames, type Scope } from '#features/access/door.ts'
import type { CaseRecord, ComplaintEvent } from '#features/complaints/record/contract.ts'
import { keepWritten, recordAfter, recordAt } from '#features/complaints/record/queries.ts'
import { emptyRecord } from '#features/complaints/record/rules.ts'
import { insertUnheard } from '#features/complaints/hearing/store.ts'
import { returnNumber, takeNumber } from '#features/complaints/numbers/actions.ts'
import {
  indexSoon,
  insertEmptyLine,
  insertFullLine,
  lockHead,
  saveLine,
  saveSearch,
  takeTurns,
  type NewLine,
} from '#features/complaints/store.ts'
import { complaintNumber } from '#features/complaints/rules.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { TimelineEntry } from './contract.ts'
import { asKept, entriesOf, entriesOfCommand, nameOf } from './queries.ts'
import { stillGood } from './rules.ts'
import { appendEntries, sealEntries, type Chain, type Head, type NewEntry } from './store.ts'

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
  const { head, record } = written.value
  return ok({ head: head.sequence, isReplay: record === null })
}

async function decideOn(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  command: Command,
  decide: (situation: Situation) => Promise<Result<readonly ComplaintEvent[]>>,
): Promise<Result<Written>> {
  // Both on one way; the second is asked once the lock is held.
  const [head, replay] = await Promise.all([
    lockHead(tx, command.complaintId),
    alreadyDone(tx, scope, command),
  ])
  if (!head) return refuse('missing', 'complaints.missing', {})
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
}

/**
 * A new complaint with everything that is known at once. Answers with its number; a second call with the same id, or
 * with a source that is here already, changes nothing and says so.
 */
export async function begin(
  ports: Ports,
  scope: Scope,
  complaint: Beginning,
  describe: Describe,
): Promise<Result<Begun>> {
  const { organisationId } = scope
  const { year } = tokyoDay(Temporal.Instant.from(complaint.receivedAt))
  const count = await takeNumber(ports.db, organisationId, year)
  const numbered = { ...complaint, number: complaintNumber(year, count) }
  const begun = await beginOnce(ports, scope, numbered, describe)
  if (!begun.ok || begun.value.isReplay) returnNumber(ports.db, organisationId, year, count)
  return begun
}

/** The same thing sent twice: the second waits for the first, fails, and finds it the next time. */
async function beginOnce(
  ports: Ports,
  scope: Scope,
  complaint: Numbered,
  describe: Describe,
): Promise<Result<Begun>> {
  const { id, sourceKey } = complaint
  const begun = await beginNew(ports, scope, complaint, describe)
  if (begun.ok) return begun
  // Whatever stands against it now: it may have been received before.
  const known = await withinWall(ports.db, scope, (tx) => knownComplaint(tx, id, sourceKey))
  return known ? ok({ ...known, isReplay: true }) : begun
}

async function beginNew(
  ports: Ports,
  scope: Scope,
  complaint: Numbered,
  describe: Describe,
): Promise<Result<Begun>> {
  try {
    return await decideWithinWall<Begun>(ports.db, scope, (tx) =>
      writeNew(ports, tx, scope, complaint, describe),
    )
  } catch (error) {
    if (isThereAlready(error)) return refuse('conflict', 'complaints.received-twice', {})
    throw error
  }
}

async function writeNew(
  ports: Ports,
  tx: Tx,
  scope: Scope,
  complaint: Numbered,
  describe: Describe,
): Promise<Result<Begun>> {
  const { id, number, isSilent = false, isAlone = false } = complaint
  const line = newLine(scope, complaint)
  // Alone it is written last and in one go, and that it is there already is found then: hardly anything is sent twice.
  if (!isAlone) {
    const known = await knownComplaint(tx, id, complaint.sourceKey)
    if (known) return ok({ ...known, isReplay: true })
    insertEmptyLine(tx, line)
  }
  const at = ports.clock.now().toString()
  const events = await describe({ tx, number, at })
  if (!events.ok) return events
  const place = { complaintId: id, id, at, head: origin, record: emptyRecord, isSilent }
  const begins = isAlone ? { line } : {}
  const written = await write(ports, tx, scope, { ...place, ...begins }, events.value)
  if (!written.ok) return written
  return ok({ head: written.value.head.sequence, isReplay: false, number })
}

type Describe = (situation: {
  tx: Tx
  number: string
  at: string
}) => Promise<Result<readonly ComplaintEvent[]>>

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
  /** Nothing but its entries and its customer is written with it: then its line is written once. */
  readonly isAlone?: boolean
}
type Numbered = Beginning & { readonly number: string }

const origin: Head = { sequence: 0, hash: GENESIS }

function newLine({ organisationId }: Scope, complaint: Numbered): NewLine {
  const { id, number, channel, receivedAt, sourceKey = null } = complaint
  return { id, organisationId, number, channel, receivedAt, sourceKey, headHash: GENESIS }
}

const uniqueViolation = '23505'

function isThereAlready(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    Reflect.get(error, 'code') === uniqueViolation && Reflect.get(error, 'table') === 'complaints'
  )
}

type Place = Command & {
  readonly at: string
  readonly head: Head
  readonly record: CaseRecord
  readonly isSilent?: boolean
  /** That of a complaint which begins with these entries. */
  readonly line?: NewLine
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
  const { head, sealed } = sealEntries(chain, before, news)
  const written = writtenBy(scope, chain, before, news)
  const after = recordAfter(recordBefore, written)
  // Before the entries, which hang on it.
  if (after && place.line) insertFullLine(tx, place.line, head, after)
  appendEntries(tx, sealed)
  // What an erasure has taken away is known when it is read again.
  const record = after ?? (await recordAt(tx, scope, complaintId, head))
  if (!place.line) saveLine(tx, complaintId, head, record)
  await follow(ports, tx, scope, place, { events, written, record })
  afterCommit(tx, () => keepWritten(scope, complaintId, { head, record }))
  return ok({ head, record })
}

type Followed = {
  readonly events: readonly ComplaintEvent[]
  readonly written: readonly TimelineEntry[]
  readonly record: CaseRecord
}

/** What searches find, and what other rooms hear. */
async function follow(
  ports: Ports,
  tx: Tx,
  { organisationId }: Scope,
  { complaintId, at, isSilent }: Place,
  { events, written, record }: Followed,
): Promise<void> {
  const isOverheard = events.every((event) => overheardCues(event))
  if (isOverheard) await indexSoon(tx, organisationId, complaintId, at)
  else saveSearch(tx, organisationId, complaintId, record)
  // Words that were overheard set nothing off: there are dozens of them a second.
  if (isOverheard || isSilent) return
  const entries = written.filter(({ type }) => ports.reactsTo(type))
  if (entries.length > 0) insertUnheard(tx, organisationId, entries)
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

/** Of words that speech-to-text heard: the codes of their cues. Screens need not read everything anew for them. */
function overheardCues({ type, payload }: ComplaintEvent): string[] | undefined {
  if (type !== 'complaints.noted' || payload.utterance === undefined) return undefined
  return [...new Set(payload.cues.map(({ code }) => code))]
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
