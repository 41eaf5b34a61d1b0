import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { membersOf, type May, type Scope } from '#features/access/door.ts'
import { setupOf } from '#features/assignment/door.ts'
import { linesById } from '#features/complaints/door.ts'
import { isLeader } from '../rules.ts'
import type { Shift } from './contract.ts'
import { shiftsOf } from './queries.ts'
import { confirmItem, insertShift, markRead } from './store.ts'

type Telling = {
  readonly id: string
  readonly fromId?: string | undefined
  readonly fromDeskId?: string | undefined
  readonly toId?: string | undefined
  readonly toDeskId?: string | undefined
  readonly note: string
  readonly items: readonly { readonly complaintId: string; readonly remark: string }[]
}
type Answer = Result<{ shift: Shift }>
type Transferring = May<'escalation.transfer'>

/** Everybody for themselves and for their desk, leaders for anybody; to a member or to a desk. */
export function tell(ports: Ports, may: Transferring, telling: Telling): Promise<Answer> {
  const at = ports.clock.now().toString()
  return decideWithinWall(ports.db, may, async (tx) => {
    const { viewer } = may
    if (!viewer) return refuse('forbidden', 'escalation.shift-of-other', {})
    const before = await one(tx, may, telling.id, at)
    if (before) return ok({ shift: before })
    const why = await whyNotTold(tx, may, telling)
    if (why) return why
    const from = { fromId: telling.fromId ?? viewer.memberId, madeById: viewer.memberId }
    const { fromDeskId = null, toId = null, toDeskId = null } = telling
    await insertShift(tx, may, { ...telling, ...from, fromDeskId, toId, toDeskId, at })
    return shown(tx, may, telling.id, at)
  })
}

async function whyNotTold(tx: Tx, may: Transferring, telling: Telling): Promise<No | null> {
  const { viewer } = may
  const { toId, toDeskId, fromDeskId, items, note } = telling
  const fromId = telling.fromId ?? viewer?.memberId ?? ''
  if (items.length === 0 && note === '') return refuse('invalid', 'escalation.shift-empty', {})
  if ((toId === undefined) === (toDeskId === undefined))
    return refuse('invalid', 'escalation.shift-to-nobody', {})
  if (!fromDeskId && fromId === toId) return refuse('invalid', 'escalation.shift-to-self', {})
  const { desks } = await setupOf(tx, may)
  const whose = desks.find(({ id }) => id === fromDeskId)
  const isOwn = whose ? whose.memberIds.includes(fromId) : fromId === viewer?.memberId
  if (!viewer || (!isLeader(viewer) && (!isOwn || fromId !== viewer.memberId)))
    return refuse('forbidden', 'escalation.shift-of-other', {})
  const members = await membersOf(tx, may.organisationId)
  const named = [fromId, ...(toId ? [toId] : [])]
  if (!named.every((id) => members.some((each) => each.id === id)))
    return refuse('missing', 'access.member-missing', {})
  const chosen = [fromDeskId, toDeskId].filter((id) => id !== undefined)
  if (!chosen.every((id) => desks.some((desk) => desk.id === id)))
    return refuse('missing', 'escalation.shift-desk-missing', {})
  const ids = items.map(({ complaintId }) => complaintId)
  return (await linesById(tx, ids)).size < new Set(ids).size
    ? refuse('missing', 'complaints.missing', {})
    : null
}

/** 「見ました」, by whomever it is for. */
export function read(ports: Ports, may: Transferring, shiftId: string): Promise<Answer> {
  return answered(ports, may, shiftId, (tx, told) => markRead(tx, may, told))
}

/** Line by line; a line of a desk is confirmed once, by whoever takes it in. */
export function confirm(
  ports: Ports,
  may: Transferring,
  { shiftId, complaintId }: { shiftId: string; complaintId: string },
): Promise<Answer> {
  return answered(ports, may, shiftId, async (tx, told) => {
    if (!told.shift.items.some((each) => each.complaintId === complaintId))
      return refuse('missing', 'escalation.shift-missing', {})
    return confirmItem(tx, may, { ...told, complaintId })
  })
}

type ByWhom = {
  readonly shiftId: string
  readonly at: string
  readonly byId: string
  readonly shift: Shift
}

/** Only those it is for answer. */
function answered(
  ports: Ports,
  may: Transferring,
  shiftId: string,
  answer: (tx: Tx, told: ByWhom) => Promise<No | void>,
): Promise<Answer> {
  const at = ports.clock.now().toString()
  return decideWithinWall(ports.db, may, async (tx) => {
    const told = await one(tx, may, shiftId, at)
    if (!told) return refuse('missing', 'escalation.shift-missing', {})
    const byId = may.viewer?.memberId ?? ''
    const isFor = [...told.reads, ...told.unread].some(({ memberId }) => memberId === byId)
    if (!isFor) return refuse('forbidden', 'escalation.shift-not-yours', { toName: told.toName })
    const why = await answer(tx, { shiftId, at, byId, shift: told })
    return why ?? shown(tx, may, shiftId, at)
  })
}

async function one(tx: Tx, scope: Scope, id: string, now: string): Promise<Shift | undefined> {
  const [found] = await shiftsOf(tx, scope, { id, now, since: '2000-01-01T00:00:00Z' })
  return found
}

async function shown(tx: Tx, scope: Scope, id: string, now: string): Promise<Answer> {
  const shift = await one(tx, scope, id, now)
  return shift ? ok({ shift }) : refuse('missing', 'escalation.shift-missing', {})
}
