import type { Tx } from '#platform/db/database.ts'
import type { Vault } from '#platform/vault.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { openedFrom } from '../queries.ts'
import { filesOf, shownFile, type FileRow } from '../files/queries.ts'
import { holdIn, monthsKept } from '../retention/queries.ts'
import { keepingOf } from '../retention/rules.ts'
import { content, messagesOf } from '../talks/queries.ts'
import { written, type CaseFile, type CaseLine, type Entry } from './contract.ts'
import { checksOf, lacksOf, nextDueOf } from './rules.ts'

type Looking = {
  readonly tx: Tx
  readonly scope: Scope
  readonly vault: Vault
  readonly today: string
}

/** Those that this member of the desk may know of, urgent and waiting ones first. */
export async function casesOf(looking: Looking): Promise<CaseLine[]> {
  const { tx, scope } = looking
  const rows = await tx
    .selectFrom('consultation_cases')
    .where((e) =>
      e.or([e('person_id', 'is', null), e('person_id', '!=', scope.viewer?.memberId ?? null)]),
    )
    .select('id')
    .execute()
  const files = await Promise.all(rows.map(({ id }) => caseFileOf(looking, id)))
  const rank = (line: CaseLine) => Number(line.isUrgent && line.waits) * 2 + Number(line.waits)
  return files
    .flatMap((file) => (file ? [file] : []))
    .toSorted(
      (a, b) =>
        Number(a.isClosed) - Number(b.isClosed) ||
        rank(b) - rank(a) ||
        (a.nextDueOn ?? '9').localeCompare(b.nextDueOn ?? '9'),
    )
}

export async function caseFileOf(looking: Looking, caseId: string): Promise<CaseFile | null> {
  const { tx, scope, vault, today } = looking
  const row = await rowOf(tx, caseId)
  if (!row || row.personId === scope.viewer?.memberId) return null
  const names = await memberNames(tx, scope)
  const messages = await messagesOf(tx, scope, vault, caseId)
  const entries = await entriesOf(looking, caseId, names)
  const checks = checksOf(row.openedOn, entries, today)
  const standing = { ...row, isHeld: row.hold !== null }
  const keeping = keepingOf(standing, await monthsKept(tx, scope, today), today)
  return {
    ...content.parse(openedFrom(vault, caseId, row.sealed)),
    caseId,
    openedOn: row.openedOn,
    personName: row.personId ? (names.get(row.personId) ?? null) : null,
    isClosed: row.closedOn !== null,
    waits: messages.at(-1)?.by === 'person' || keeping.isDueFor === 'wish',
    lastOn: messages.at(-1)?.on ?? row.openedOn,
    nextDueOn: nextDueOf(checks, entries),
    excludedCount: row.excluded.length,
    messages,
    entries,
    checks,
    keeping,
    hold: holdIn(vault, caseId, row.hold, names),
    ...(await looksAndFiles(looking, caseId, names)),
    lacks: lacksOf(entries),
  }
}

async function rowOf(tx: Tx, caseId: string) {
  return tx
    .selectFrom('consultation_cases')
    .where('id', '=', caseId)
    .select(['person_id as personId', 'opened_on as openedOn', 'closed_on as closedOn'])
    .select(['excluded', 'sealed', 'erasure_wished_on as wishedOn', 'hold'])
    .executeTakeFirst()
}

/** What the desk keeps for itself, and who of the desk looked at what. */
async function looksAndFiles(
  { tx, vault }: Looking,
  caseId: string,
  names: ReadonlyMap<string, string>,
): Promise<Pick<CaseFile, 'files' | 'readings'>> {
  const all = await filesOf(tx, vault, caseId)
  const kept = all.filter(({ isShared }) => !isShared)
  return {
    files: kept.map((file) => {
      return { ...shownFile(file), byName: names.get(file.deskMemberId ?? '') ?? '' }
    }),
    readings: await readingsOf(tx, caseId, names, all),
  }
}

async function entriesOf(
  { tx, vault }: Looking,
  caseId: string,
  names: ReadonlyMap<string, string>,
): Promise<Entry[]> {
  const rows = await tx
    .selectFrom('consultation_entries')
    .where('case_id', '=', caseId)
    .select(['id', 'at', 'by_id', 'due_on', 'done_on', 'sealed'])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    byName: names.get(row.by_id) ?? '',
    dueOn: row.due_on,
    doneOn: row.done_on,
    written: written.parse(openedFrom(vault, caseId, row.sealed)),
  }))
}

async function readingsOf(
  tx: Tx,
  caseId: string,
  names: ReadonlyMap<string, string>,
  files: readonly FileRow[],
) {
  const rows = await tx
    .selectFrom('consultation_readings')
    .where('case_id', '=', caseId)
    .select(['member_id', 'file_id', 'at'])
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ member_id: memberId, file_id: fileId, at }) => ({
    name: names.get(memberId) ?? '',
    fileName: files.find(({ id }) => id === fileId)?.name ?? null,
    at,
  }))
}

export async function hasReadSince(
  tx: Tx,
  caseId: string,
  { memberId, fileId }: { memberId: string; fileId: string | null },
  since: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('consultation_readings')
    .where('case_id', '=', caseId)
    .where('file_id', 'is not distinct from', fileId)
    .where('member_id', '=', memberId)
    .where('at', '>', since)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Who came to the desk and who left it, newest first. */
export async function appointmentsOf(tx: Tx, scope: Scope) {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('consultation_appointments')
    .select(['id', 'at', 'member_id', 'is_on', 'by_id'])
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    memberName: names.get(row.member_id) ?? '',
    isOn: row.is_on,
    byName: row.by_id ? (names.get(row.by_id) ?? null) : null,
  }))
}
