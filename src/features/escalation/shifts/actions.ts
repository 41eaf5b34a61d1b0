import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { membersOf, type May, type Scope } from '#features/access/door.ts'
import { linesById } from '#features/complaints/door.ts'
import { isLeader } from '../rules.ts'
import type { Shift } from './contract.ts'
import { shiftsOf } from './queries.ts'
import { confirmItem, insertShift } from './store.ts'

type Telling = {
  readonly id: string
  readonly fromId?: string | undefined
  readonly toId: string
  readonly items: readonly { readonly complaintId: string; readonly remark: string }[]
}
type Answer = Result<{ shift: Shift }>

/** Everybody for themselves, leaders for anybody. */
export function tell(
  ports: Ports,
  may: May<'escalation.transfer'>,
  telling: Telling,
): Promise<Answer> {
  const at = ports.clock.now().toString()
  return decideWithinWall(ports.db, may.organisationId, async (tx) => {
    const { viewer } = may
    if (!viewer) return refuse('forbidden', 'escalation.shift-of-other', {})
    const fromId = telling.fromId ?? viewer.memberId
    if (fromId !== viewer.memberId && !isLeader(viewer))
      return refuse('forbidden', 'escalation.shift-of-other', {})
    if (fromId === telling.toId) return refuse('invalid', 'escalation.shift-to-self', {})
    const before = await one(tx, may, telling.id, at)
    if (before) return ok({ shift: before })
    const members = await membersOf(tx, may.organisationId)
    if (![fromId, telling.toId].every((id) => members.some((each) => each.id === id)))
      return refuse('missing', 'access.member-missing', {})
    const ids = telling.items.map(({ complaintId }) => complaintId)
    if ((await linesById(tx, ids)).size < ids.length)
      return refuse('missing', 'complaints.missing', {})
    await insertShift(tx, may, { ...telling, fromId, madeById: viewer.memberId, at })
    return shown(tx, may, telling.id, at)
  })
}

/** Only the one it was told to, line by line. */
export function confirm(
  ports: Ports,
  may: May<'escalation.transfer'>,
  { shiftId, complaintId }: { shiftId: string; complaintId: string },
): Promise<Answer> {
  const at = ports.clock.now().toString()
  return decideWithinWall(ports.db, may.organisationId, async (tx) => {
    const told = await one(tx, may, shiftId, at)
    if (!told?.items.some((each) => each.complaintId === complaintId))
      return refuse('missing', 'escalation.shift-missing', {})
    if (told.toId !== may.viewer?.memberId)
      return refuse('forbidden', 'escalation.shift-not-yours', { toName: told.toName })
    await confirmItem(tx, shiftId, complaintId, at)
    return shown(tx, may, shiftId, at)
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
