import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { membersOf, type May } from '#features/access/door.ts'
import type { Standards } from './contract.ts'
import { insertStandards } from './store.ts'

/** The earlier standards stay, with who set them: an old judgement is read with the numbers of its day. */
export function setStandardsOf(
  ports: Ports,
  may: May<'harassment.change-standards'>,
  { id, reason, ...standards }: Standards & { id: string; reason: string },
): Promise<Result<null>> {
  const { viewer, organisationId } = may
  return decideWithinWall<null>(ports.db, organisationId, async (tx) => {
    if (!viewer) return refuse('invalid', 'harassment.nobody-acts', {})
    if (reason === '') return refuse('invalid', 'harassment.standards-reason', {})
    const members = new Set((await membersOf(tx, organisationId)).map((member) => member.id))
    if (standards.deciderIds.some((decider) => !members.has(decider)))
      return refuse('invalid', 'harassment.member-missing', {})
    const setAt = ports.clock.now().toString()
    const row = { ...standards, id, organisationId, reason, setById: viewer.memberId, setAt }
    await insertStandards(tx, row)
    return ok(null)
  })
}
