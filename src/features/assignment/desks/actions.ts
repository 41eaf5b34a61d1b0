import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { membersOf, type May } from '#features/access/door.ts'
import type { Desk, DeskFields } from '../contract.ts'
import { setupOf } from '../queries.ts'
import { saveDesk } from '../store.ts'
import { whyNotOpen } from './rules.ts'

export function changeDesk(
  ports: Ports,
  may: May<'assignment.set-up'>,
  id: string,
  desk: DeskFields,
): Promise<Result<Desk>> {
  const at = ports.clock.now().toString()
  return decideWithinWall<Desk>(ports.db, may, async (tx) => {
    const why = desk.hours && whyNotOpen(desk.hours)
    if (why) return why
    const members = new Set((await membersOf(tx, may.organisationId)).map((member) => member.id))
    if (desk.memberIds.some((memberId) => !members.has(memberId)))
      return refuse('missing', 'access.member-missing', {})
    const { desks } = await setupOf(tx, may)
    if (desks.some((each) => each.id !== id && each.name === desk.name))
      return refuse('conflict', 'assignment.desk-named', { name: desk.name })
    await saveDesk(tx, may, id, desk, at)
    return ok({ id, ...desk })
  })
}
