import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import { csvRows, unguarded } from '#platform/files/csv.ts'
import { writeTable } from '#platform/files/table-file.ts'
import { readText } from '#platform/files/text-file.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May, type Scope } from '#features/access/door.ts'
import { linesById, receivedBetween, recordsOf } from '#features/complaints/door.ts'
import type { RemedyRule } from '../contract.ts'
import { lineOf } from '../cells/rules.ts'
import { linesOfRows, linesOfYaml, rowsOf, yamlOf, type FileRead } from '../files/rules.ts'
import { tableOf } from '../queries.ts'
import { addVersion, lockTable } from '../store.ts'
import type { Draft, SheetLine, tableFiles, TrialLine, TrialSummary } from './contract.ts'
import { draftOf, versionOf, type StoredTrial } from './queries.ts'
import { check, differencesOf, readSheet, trialDay, trialOf, type Problem } from './rules.ts'
import { removeDraft, writeDraft, writeTrial } from './store.ts'

type Changing = May<'remedies.change-rules'>
type TableFile = (typeof tableFiles)[number]

/** Kept as it was typed, unless somebody else has written in the meantime. */
export function save(
  ports: Ports,
  may: Changing,
  { revision, ...sheet }: { revision: number; fromNumber: number; lines: SheetLine[] },
): Promise<Result<{ revision: number; changedAt: string }>> {
  return withDraft(ports, may, async (tx, draft, at) => {
    const no = whyNotYours(draft, revision)
    if (no) return no
    const next = revision + 1
    const writing = { organisationId: may.organisationId, at, by: may.actor }
    await writeDraft(tx, writing, { ...sheet, revision: next })
    return ok({ revision: next, changedAt: at })
  })
}

export function discard(
  ports: Ports,
  may: Changing,
  revision: number,
): Promise<Result<Record<string, never>>> {
  return withDraft(ports, may, async (tx, draft) => {
    const no = whyNotYours(draft, revision)
    if (no) return no
    await removeDraft(tx, may.organisationId)
    return ok({})
  })
}

/** The draft becomes the table: whole, tested as it stands, by whoever is signed in. */
export function publish(
  ports: Ports,
  may: Changing,
  { revision, note }: { revision: number; note: string },
): Promise<Result<{ number: number }>> {
  return withDraft(ports, may, async (tx, draft, at) => {
    const no = whyNotYours(draft, revision)
    if (no) return no
    if (!draft) return refuse('missing', 'remedies.draft-missing', {})
    const present = await tableOf(tx)
    if (draft.fromNumber !== present.number)
      return refuse('conflict', 'remedies.table-moved', { number: present.number })
    const checked = wholeRules(draft.lines, at)
    if (!checked.ok) return checked
    if (differencesOf(present.rules, checked.value, 'ja').length === 0)
      return refuse('conflict', 'remedies.nothing-changed', {})
    if (!draft.trial) return refuse('blocked', 'remedies.not-tested', {})
    const { organisationId, actor: by } = may
    const number = await addVersion(
      tx,
      { organisationId, at, by },
      { rules: checked.value, note, fromNumber: draft.fromNumber, trial: { ...draft.trial, by } },
    )
    await removeDraft(tx, organisationId)
    return ok({ number })
  })
}

/** The rules of a sheet of which nothing keeps it from being published. */
function wholeRules(lines: readonly SheetLine[], at: string): Result<readonly RemedyRule[]> {
  const { rules, problems } = check(lines, tokyoDay(Temporal.Instant.from(at)).toString())
  return (
    unfinished(
      lines,
      problems.filter(({ weight }) => weight === 'stop'),
    ) ?? ok(rules)
  )
}

function unfinished(lines: readonly SheetLine[], problems: readonly Problem[]): No | null {
  const [first] = problems
  if (!first) return null
  const row = lines.findIndex(({ id }) => id === first.lineId) + 1
  const { code, column } = first
  return refuse('invalid', 'remedies.table-unfinished', {
    count: problems.length,
    row,
    code,
    column,
  })
}

const mostLooked = 2000

/** R1: what this change would have done. Every complaint of these days, under both tables, as it is recorded now. */
export function tryOut(
  ports: Ports,
  may: Changing,
  { revision, from, until }: { revision: number; from: string; until: string },
): Promise<Result<TrialSummary & { lines: TrialLine[] }>> {
  return withDraft(ports, may, async (tx, draft, at) => {
    const no = whyNotYours(draft, revision)
    if (no) return no
    if (!draft) return refuse('missing', 'remedies.draft-missing', {})
    if (from > until) return refuse('invalid', 'remedies.trial-backwards', {})
    const { rules: before } = await tableOf(tx)
    const today = tokyoDay(Temporal.Instant.from(at)).toString()
    const { rules: after, problems } = readSheet(draft.lines)
    const unread = unfinished(draft.lines, problems)
    if (unread) return unread
    const onDay = trialDay(before, after, today)
    const tables = { before, after, at: noonOf(onDay) }
    const { lines, looked, left } = await lookAt(tx, may, { from, until }, tables)
    const stored = { from, until, onDay, looked, left, changed: lines.length, at }
    const trial: StoredTrial = { ...stored, by: may.actor }
    await writeTrial(tx, may.organisationId, trial)
    return ok({ ...stored, byName: may.viewer?.name ?? '', lines })
  })
}

async function lookAt(
  tx: Tx,
  scope: Scope,
  { from, until }: { from: string; until: string },
  tables: { before: readonly RemedyRule[]; after: readonly RemedyRule[]; at: string },
): Promise<{ lines: TrialLine[]; looked: number; left: number }> {
  const end = Temporal.PlainDate.from(until).add({ days: 1 })
  const bounds = [Temporal.PlainDate.from(from), end].map((day) =>
    toInstant(day, '00:00').toString(),
  )
  const { ids, total } = await receivedBetween(tx, bounds[0] ?? '', bounds[1] ?? '', mostLooked)
  const records = await recordsOf(tx, scope, ids)
  const found = ids.flatMap((complaintId) => {
    const record = records.get(complaintId)
    if (!record) return []
    const { gained, lost } = trialOf(record, tables.before, tables.after, tables.at)
    return gained.length + lost.length > 0 ? [{ complaintId, gained, lost }] : []
  })
  const named = await linesById(
    tx,
    found.map(({ complaintId }) => complaintId),
  )
  const lines = found.map((line) => {
    const { number = '', subject = '' } = named.get(line.complaintId) ?? {}
    return { ...line, number, subject }
  })
  return { lines, looked: ids.length, left: total - ids.length }
}

function noonOf(day: string): string {
  return toInstant(Temporal.PlainDate.from(day), '12:00').toString()
}

/** A version, or the draft, as a file. */
export async function fileOf(
  ports: Ports,
  may: May<'remedies.read'>,
  { number, as }: { number?: number | undefined; as: TableFile },
): Promise<Result<{ name: string; bytes: Uint8Array<ArrayBuffer> }>> {
  const lines = await inside(ports.db, may, (tx) => sheetOf(tx, may, number))
  if (!lines) return refuse('missing', 'remedies.version-missing', {})
  const name = `remedies-${number ?? 'draft'}.${as === 'yaml' ? 'yaml' : 'csv'}`
  if (as === 'yaml') {
    const { rules, problems } = readSheet(lines)
    return (
      unfinished(lines, problems) ?? ok({ name, bytes: new TextEncoder().encode(yamlOf(rules)) })
    )
  }
  const written = await writeTable(rowsOf(lines, may.language), as)
  if ('lacks' in written)
    return refuse('invalid', 'remedies.letters-missing', { letters: written.lacks })
  return ok({ name, bytes: written })
}

async function sheetOf(tx: Tx, scope: Scope, number: number | undefined) {
  if (number === undefined) return (await draftOf(tx, scope))?.lines
  const version = await versionOf(tx, scope, number)
  return version?.rules.map((rule) => lineOf(rule, scope.language))
}

/** A file as lines of a sheet; rows keep their ids by their codes, so that what was offered is still the same rule. */
export async function read(
  ports: Ports,
  may: Changing,
  bytes: Uint8Array,
): Promise<Result<FileRead>> {
  const file = readText(bytes)
  if (!file) return refuse('invalid', 'remedies.file-unreadable', {})
  const known = await inside(ports.db, may, async (tx) => {
    const lines = (await draftOf(tx, may))?.lines ?? []
    const drafted = lines.map(({ id, cells }) => [cells.code ?? '', id] as const)
    return new Map([
      ...(await tableOf(tx)).rules.map(({ code, id }) => [code, id] as const),
      ...drafted,
    ])
  })
  const taken = new Set<string>()
  const idOf = (code: string) => {
    const id = known.get(code.trim())
    const own = id === undefined || taken.has(id) ? ports.ids.next() : id
    taken.add(own)
    return own
  }
  if (/^(?:#.*\n|\s)*rules:/u.test(file.text)) return ok(linesOfYaml(file.text, idOf))
  const rows = csvRows(file.text).map(({ line, cells }) => ({ line, cells: cells.map(unguarded) }))
  return ok(linesOfRows([...rows], idOf))
}

function withDraft<T>(
  ports: Ports,
  may: Changing,
  decide: (tx: Tx, draft: Draft | null, at: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  return decideWithinWall(ports.db, may.organisationId, async (tx) => {
    await lockTable(tx, may.organisationId)
    return decide(tx, await draftOf(tx, may), ports.clock.now().toString())
  })
}

function whyNotYours(draft: Draft | null, revision: number): No | null {
  if ((draft?.revision ?? 0) === revision) return null
  if (!draft) return refuse('conflict', 'remedies.draft-gone', {})
  const { changedByName: byName } = draft
  return refuse('conflict', 'remedies.draft-changed', { byName })
}
