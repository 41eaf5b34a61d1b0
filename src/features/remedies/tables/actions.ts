import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { csvRows, unguarded } from '#platform/files/csv.ts'
import { writeTable } from '#platform/files/table-file.ts'
import { readText } from '#platform/files/text-file.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May, type Scope } from '#features/access/door.ts'
import type { RemedyRule } from '../contract.ts'
import { lineOf } from '../cells/rules.ts'
import {
  linesOfRows,
  linesOfYaml,
  rowsOf,
  yamlOf,
  type FileRead,
  type RowOf,
} from '../files/rules.ts'
import { tableOf } from '../queries.ts'
import { addVersion, lockTable } from '../store.ts'
import { removeTrial } from '../trials/store.ts'
import type { Draft, SheetLine, tableFiles } from './contract.ts'
import { draftOf, versionOf } from './queries.ts'
import { check, differencesOf, readSheet, unfinished, whyNotYours } from './rules.ts'
import { removeDraft, writeDraft } from './store.ts'

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
    await removeTrial(tx, may.organisationId)
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
    await removeTrial(tx, organisationId)
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
  const rowOf = oneEach(ports, await inside(ports.db, may, (tx) => knownRows(tx, may)))
  if (/^(?:#.*\n|\s)*rules:/u.test(file.text)) return ok(linesOfYaml(file.text, rowOf))
  const rows = csvRows(file.text).map(({ line, cells }) => ({ line, cells: cells.map(unguarded) }))
  return ok(linesOfRows([...rows], rowOf))
}

/** By their codes: those of the draft, and those that only the table in force has. */
async function knownRows(tx: Tx, scope: Scope): Promise<ReadonlyMap<string, SheetLine>> {
  const inForce = (await tableOf(tx)).rules.map((rule) => lineOf(rule, scope.language))
  const drafted = (await draftOf(tx, scope))?.lines ?? []
  return new Map([...inForce, ...drafted].map((line) => [(line.cells.code ?? '').trim(), line]))
}

/** A row is taken once; whoever writes its code again means another. */
function oneEach(ports: Ports, known: ReadonlyMap<string, SheetLine>): RowOf {
  const taken = new Set<string>()
  return (code) => {
    const row = code.trim() === '' ? undefined : known.get(code.trim())
    if (row === undefined || taken.has(row.id)) return { id: ports.ids.next(), cells: {} }
    taken.add(row.id)
    return row
  }
}

function withDraft<T>(
  ports: Ports,
  may: Changing,
  decide: (tx: Tx, draft: Draft | null, at: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  return decideWithinWall(ports.db, may, async (tx) => {
    await lockTable(tx)
    return decide(tx, await draftOf(tx, may), ports.clock.now().toString())
  })
}
