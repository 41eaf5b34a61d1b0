import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { Inquiries } from '#platform/db/tables/inquiries.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { keptRateOf } from '#features/commitments/door.ts'
import { entriesOfSeveral, linesById, recorded } from '#features/complaints/door.ts'
import type { Recorded } from '#features/complaints/record/contract.ts'
import {
  inquiryState,
  reminder,
  shown,
  type DepartmentLine,
  type Inquiry,
  type Turn,
} from './contract.ts'
import { departmentsOf } from './departments/queries.ts'
import { isOpen, isOverdue, opens } from './rules.ts'
import type { Held } from './store.ts'

const moves = z.array(
  z.object({
    at: z.string(),
    previousDueAt: z.string(),
    dueAt: z.string(),
    reason: z.string(),
    byName: z.string(),
    wasBroken: z.boolean(),
  }),
)

export async function heldById(tx: Tx, id: string): Promise<Held | undefined> {
  const row = await tx.selectFrom('inquiries').where('id', '=', id).selectAll().executeTakeFirst()
  return row && toHeld(row)
}

/** The request whose link has this token, or whose page has this key for files. */
export async function heldByHash(
  tx: Tx,
  column: 'token_hash' | 'files_hash',
  hash: string,
): Promise<Held | undefined> {
  const row = await tx
    .selectFrom('inquiries')
    .where(column, '=', hash)
    .selectAll()
    .executeTakeFirst()
  return row && toHeld(row)
}

/** Those of one complaint, newest first. */
export async function heldOf(tx: Tx, complaintId: string): Promise<Held[]> {
  const rows = await tx
    .selectFrom('inquiries')
    .where('complaint_id', '=', complaintId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

/** Still waited for, next due first. */
export async function openOnes(tx: Tx, askedById: string | undefined): Promise<Held[]> {
  const rows = await tx
    .selectFrom('inquiries')
    .where('state', 'in', ['asked', 'asked-back'])
    .$if(askedById !== undefined, (query) => query.where('asked_by', '=', askedById ?? ''))
    .orderBy('due_at')
    .orderBy('id')
    .limit(500)
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

const turnTypes = [
  'inquiries.asked',
  'inquiries.told',
  'inquiries.asked-back',
  'inquiries.answered',
  'inquiries.declined',
  'inquiries.date-moved',
  'inquiries.mailed',
]

/** What was said in the requests of some complaints: inquiry id → turns, oldest first. */
export async function turnsOf(
  tx: Tx,
  scope: Scope,
  complaintIds: readonly string[],
): Promise<Map<string, Turn[]>> {
  const names = await memberNames(tx, scope)
  const entries = await entriesOfSeveral(tx, names, complaintIds, turnTypes)
  const turns = [...entries.values()].flatMap((each) => recorded(each)).flatMap(turnIn)
  return new Map(
    [...Map.groupBy(turns, ({ inquiryId }) => inquiryId)].map(([id, its]) => [
      id,
      its.map(({ turn }) => turn),
    ]),
  )
}

function turnIn(entry: Recorded): { inquiryId: string; turn: Turn }[] {
  const { sequence, at } = entry
  const place = { sequence, at, isConfirmed: null }
  switch (entry.type) {
    case 'inquiries.asked': {
      const { inquiryId, byName, question: text } = entry.payload
      return [{ inquiryId, turn: { ...place, side: 'desk', kind: 'question', byName, text } }]
    }
    case 'inquiries.told': {
      const { inquiryId, byName, text } = entry.payload
      return [{ inquiryId, turn: { ...place, side: 'desk', kind: 'told', byName, text } }]
    }
    case 'inquiries.answered': {
      const { inquiryId, byName, text, isConfirmed } = entry.payload
      const said = { side: 'department', kind: 'answer', byName, text } as const
      return [{ inquiryId, turn: { ...place, ...said, isConfirmed } }]
    }
    case 'inquiries.date-moved': {
      const { inquiryId, byName, reason: text } = entry.payload
      return [{ inquiryId, turn: { ...place, side: 'department', kind: 'date', byName, text } }]
    }
    default:
      return theirs(entry, place)
  }
}

const kinds = {
  'inquiries.asked-back': 'asked-back',
  'inquiries.declined': 'declined',
  'inquiries.mailed': 'mail',
} as const

function theirs(entry: Recorded, place: Pick<Turn, 'sequence' | 'at' | 'isConfirmed'>) {
  const isTheirs =
    entry.type === 'inquiries.asked-back' ||
    entry.type === 'inquiries.declined' ||
    entry.type === 'inquiries.mailed'
  if (!isTheirs) return []
  const { inquiryId, byName, text } = entry.payload
  const turn: Turn = { ...place, side: 'department', kind: kinds[entry.type], byName, text }
  return [{ inquiryId, turn }]
}

function pick(held: Held) {
  const { id, complaintId, departmentId, askedById, askedAt, dueAt, state } = held
  const { readAt, answeredAt, reminded, expiresAt } = held
  const who = { id, complaintId, departmentId, askedById, askedAt, dueAt, state }
  return { ...who, readAt, answeredAt, reminded, expiresAt }
}

/** Requests as screens show them, in the order given. */
export async function shownOf(
  tx: Tx,
  scope: Scope,
  held: readonly Held[],
  now: string,
): Promise<(Inquiry & { turns: Turn[] })[]> {
  const complaintIds = [...new Set(held.map(({ complaintId }) => complaintId))]
  const names = await memberNames(tx, scope)
  const lines = await linesById(tx, complaintIds)
  const turns = await turnsOf(tx, scope, complaintIds)
  const departments = new Map((await departmentsOf(tx, scope)).map(({ id, name }) => [id, name]))
  return held.map((each) => {
    const { id, complaintId, departmentId, askedById, dueAt, state } = each
    const its = turns.get(id) ?? []
    return {
      ...pick(each),
      complaintNumber: lines.get(complaintId)?.number ?? '',
      customerName: lines.get(complaintId)?.customerName ?? null,
      departmentName: departments.get(departmentId) ?? '',
      askedByName: names.get(askedById) ?? '',
      isOverdue: isOverdue(state, dueAt, now),
      isLinkOpen: opens(each, now),
      moves: each.moves.length,
      question: its.find(({ kind }) => kind === 'question')?.text ?? '',
      turns: its,
    }
  })
}

const rateDays = 90

/** How departments keep the dates they were asked for, and what waits with them. `now`: ISO instant. */
export async function departmentLines(
  tx: Tx,
  scope: Scope,
  now: string,
): Promise<DepartmentLine[]> {
  const since = Temporal.Instant.from(now)
    .subtract({ hours: rateDays * 24 })
    .toString()
  const held = await countedSince(tx, since)
  const counted = held.filter(({ state }) => state !== 'declined' && state !== 'withdrawn')
  return (await departmentsOf(tx, scope)).flatMap(({ id: departmentId, name, isOn }) => {
    const waiting = held.filter((each) => each.departmentId === departmentId && isOpen(each.state))
    const its = counted.filter((each) => each.departmentId === departmentId)
    if (!isOn && waiting.length === 0) return []
    const { kept, broken, moved, rate } = keptRateOf(its.map(asDeadline), since, now)
    const overdue = waiting.filter(({ state, dueAt }) => isOverdue(state, dueAt, now)).length
    const oldestAt = waiting.map(({ askedAt }) => askedAt).toSorted()[0] ?? null
    const line = { departmentId, departmentName: name, open: waiting.length, overdue, oldestAt }
    return [{ ...line, kept, broken, moved, rate }]
  })
}

/** Those whose date, or one that was moved, may lie in that time, and those still waited for. */
async function countedSince(tx: Tx, since: string): Promise<Held[]> {
  const rows = await tx
    .selectFrom('inquiries')
    .where((where) =>
      where.or([
        where('due_at', '>', since),
        where('state', 'in', ['asked', 'asked-back']),
        where('moves', '!=', '[]'),
      ]),
    )
    .selectAll()
    .execute()
  return rows.map(toHeld)
}

/** A request is counted like a promise: by its date, and by whether an answer was there. */
function asDeadline({ state, dueAt, answeredAt, departmentId, moves: moved }: Held) {
  const isLate = answeredAt !== null && Temporal.Instant.compare(answeredAt, dueAt) > 0
  return {
    state: state === 'answered' ? ('kept' as const) : ('open' as const),
    dueAt,
    brokenAt: isLate ? dueAt : null,
    ownerId: departmentId,
    ownerName: '',
    renegotiations: moved.map((each) => ({ ...each, alternative: '', toldBy: each.byName })),
  }
}

function toHeld(row: Selectable<Inquiries>): Held {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    departmentId: row.department_id,
    askedById: row.asked_by,
    askedAt: row.asked_at,
    dueAt: row.due_at,
    state: inquiryState.parse(row.state),
    shown: shown.parse(row.shown),
    commitmentId: row.commitment_id,
    tokenHash: row.token_hash,
    filesHash: row.files_hash,
    tokenSealed: row.token_sealed,
    linkRound: row.link_round,
    expiresAt: row.expires_at,
    readAt: row.read_at,
    answeredAt: row.answered_at,
    moves: moves.parse(row.moves),
    reminded: reminder.nullable().parse(row.reminded),
  }
}
