import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { linesById, openOf, recordOf } from '#features/complaints/door.ts'
import type { Shift, ShiftLine } from './contract.ts'
import { inOrder, lineOf } from './rules.ts'

const most = 200

/** What a member has open. `now`: ISO instant. */
export async function openLines(
  tx: Tx,
  scope: Scope,
  memberId: string,
  now: string,
): Promise<ShiftLine[]> {
  const open = await openOf(tx, [memberId])
  const ids = open.slice(0, most).map(({ id }) => id)
  return inOrder(await linesOf(tx, scope, ids, now))
}

async function linesOf(
  tx: Tx,
  scope: Scope,
  ids: readonly string[],
  now: string,
): Promise<ShiftLine[]> {
  const known = await linesById(tx, ids)
  const lines: ShiftLine[] = []
  for (const complaintId of ids) {
    const record = await recordOf(tx, scope, complaintId)
    const subject = known.get(complaintId)?.subject ?? ''
    if (record) lines.push(lineOf(record, { complaintId, subject }, now))
  }
  return lines
}

/** Since `since`; one of them by its id; all, or those that concern one member. */
export async function shiftsOf(
  tx: Tx,
  scope: Scope,
  asked: { since: string; now: string; memberId?: string | undefined; id?: string | undefined },
): Promise<Shift[]> {
  const { memberId = '' } = asked
  const rows = await tx
    .selectFrom('escalation_shifts')
    .$if(asked.id !== undefined, (all) => all.where('id', '=', asked.id ?? ''))
    .$if(memberId !== '', (all) =>
      all.where((where) =>
        where.or([where('from_id', '=', memberId), where('to_id', '=', memberId)]),
      ),
    )
    .where('made_at', '>=', asked.since)
    .selectAll()
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute()
  const names = await memberNames(tx, scope)
  const shifts: Shift[] = []
  for (const { id, from_id: fromId, to_id: toId, made_at: madeAt } of rows) {
    const items = await itemsOf(tx, scope, id, asked.now)
    const [fromName = '', toName = ''] = [names.get(fromId), names.get(toId)]
    shifts.push({ id, fromId, fromName, toId, toName, madeAt, items })
  }
  return shifts
}

async function itemsOf(tx: Tx, scope: Scope, shiftId: string, now: string) {
  const rows = await tx
    .selectFrom('escalation_shift_items')
    .where('shift_id', '=', shiftId)
    .select(['complaint_id as complaintId', 'remark', 'confirmed_at as confirmedAt'])
    .execute()
  const lines = await linesOf(
    tx,
    scope,
    rows.map(({ complaintId }) => complaintId),
    now,
  )
  return inOrder(lines).map((line) => {
    const row = rows.find(({ complaintId }) => complaintId === line.complaintId)
    return { ...line, remark: row?.remark ?? '', confirmedAt: row?.confirmedAt ?? null }
  })
}
