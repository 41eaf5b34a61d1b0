import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import type { Desk } from '#features/assignment/contract.ts'
import { queuedAtDesk, setupOf } from '#features/assignment/door.ts'
import { linesById, openOf, recordOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { labelsWaiting } from '#features/remedies/approvals/door.ts'
import type { Shift, ShiftLine } from './contract.ts'
import { inOrder, lineOf, receiversOf } from './rules.ts'

const most = 200

/** What a member has open. `now`: ISO instant. */
export async function openLines(
  tx: Tx,
  scope: Scope,
  memberId: string,
  now: string,
): Promise<ShiftLine[]> {
  const open = await openOf(tx, [memberId])
  return shownLines(tx, scope, open, now)
}

/** What everybody at a desk has open, and what waits there for somebody. */
export async function deskLines(
  tx: Tx,
  scope: Scope,
  desk: { readonly id: string; readonly memberIds: readonly string[] },
  now: string,
): Promise<ShiftLine[]> {
  const queued = await queuedAtDesk(tx, desk.id)
  const owned = await openOf(tx, desk.memberIds)
  return shownLines(tx, scope, [...queued.map((id) => ({ id })), ...owned], now)
}

async function shownLines(
  tx: Tx,
  scope: Scope,
  open: readonly { readonly id: string }[],
  now: string,
): Promise<ShiftLine[]> {
  const ids = [...new Set(open.map(({ id }) => id))].slice(0, most)
  return inOrder(await linesOf(tx, scope, ids, now, (record) => record.closing === null))
}

async function linesOf(
  tx: Tx,
  scope: Scope,
  ids: readonly string[],
  now: string,
  isMeant: (record: CaseRecord) => boolean = () => true,
): Promise<ShiftLine[]> {
  const known = await linesById(tx, ids)
  const waiting = await labelsWaiting(tx, ids)
  const lines: ShiftLine[] = []
  for (const complaintId of ids) {
    const record = await recordOf(tx, scope, complaintId)
    const subject = known.get(complaintId)?.subject ?? ''
    const approvals = waiting.get(complaintId) ?? []
    if (record && isMeant(record))
      lines.push(lineOf(record, { complaintId, subject, approvals }, now))
  }
  return lines
}

type Asked = {
  readonly since: string
  readonly now: string
  readonly id?: string
  /** Those of a member and of the desks they sit at; left out: all. */
  readonly memberId?: string | undefined
}

/** Since `since`, the latest first. */
export async function shiftsOf(tx: Tx, scope: Scope, asked: Asked): Promise<Shift[]> {
  const { desks } = await setupOf(tx, scope)
  const names = await memberNames(tx, scope)
  const shifts: Shift[] = []
  for (const row of await rowsOf(tx, desks, asked)) {
    const deskName = (id: string | null) => desks.find((each) => each.id === id)?.name
    const to = { toId: row.to_id, toDeskId: row.to_desk_id }
    const receivers = receiversOf({ ...to, madeById: row.made_by }, desks)
    shifts.push({
      id: row.id,
      ...to,
      isFromDesk: row.from_desk_id !== null,
      fromName: deskName(row.from_desk_id) ?? names.get(row.from_id) ?? '',
      toName: (row.to_id ? names.get(row.to_id) : deskName(row.to_desk_id)) ?? '',
      madeAt: row.made_at,
      madeByName: names.get(row.made_by) ?? '',
      note: row.note,
      items: await itemsOf(tx, scope, names, row.id, asked.now),
      ...(await readsOf(tx, names, row.id, receivers)),
    })
  }
  return shifts
}

function rowsOf(tx: Tx, desks: readonly Desk[], { id, memberId = '', since }: Asked) {
  const own = desks.filter(({ memberIds }) => memberIds.includes(memberId)).map((each) => each.id)
  return tx
    .selectFrom('escalation_shifts')
    .$if(id !== undefined, (all) => all.where('id', '=', id ?? ''))
    .$if(memberId !== '', (all) =>
      all.where((where) =>
        where.or([
          where('from_id', '=', memberId),
          where('made_by', '=', memberId),
          where('to_id', '=', memberId),
          ...(own.length > 0 ? [where('to_desk_id', 'in', own)] : []),
        ]),
      ),
    )
    .where('made_at', '>=', since)
    .selectAll()
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute()
}

type Names = ReadonlyMap<string, string>

async function readsOf(tx: Tx, names: Names, shiftId: string, receivers: readonly string[]) {
  const reads = await tx
    .selectFrom('escalation_shift_reads')
    .where('shift_id', '=', shiftId)
    .select(['member_id as memberId', 'read_at as at'])
    .orderBy('read_at')
    .execute()
  const named = (memberId: string) => ({ memberId, name: names.get(memberId) ?? '' })
  const isRead = (id: string) => reads.some(({ memberId }) => memberId === id)
  return {
    reads: reads.map(({ memberId, at }) => ({ ...named(memberId), at })),
    unread: receivers.filter((id) => !isRead(id)).map(named),
  }
}

async function itemsOf(tx: Tx, scope: Scope, names: Names, shiftId: string, now: string) {
  const rows = await tx
    .selectFrom('escalation_shift_items')
    .where('shift_id', '=', shiftId)
    .select([
      'complaint_id as complaintId',
      'remark',
      'confirmed_at as confirmedAt',
      'confirmed_by as confirmedById',
    ])
    .execute()
  const ids = rows.map(({ complaintId }) => complaintId)
  return inOrder(await linesOf(tx, scope, ids, now)).map((line) => {
    const row = rows.find(({ complaintId }) => complaintId === line.complaintId)
    const { remark = '', confirmedAt = null, confirmedById = null } = row ?? {}
    const confirmedByName = confirmedById ? (names.get(confirmedById) ?? '') : null
    return { ...line, remark, confirmedAt, confirmedByName }
  })
}
