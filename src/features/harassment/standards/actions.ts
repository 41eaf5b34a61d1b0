import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { membersOf, type May } from '#features/access/door.ts'
import type { Standards } from './contract.ts'
import { insertStandards } from './store.ts'

type Setting = Standards & { id: string; reason: string; effectiveOn?: string | undefined }

/** The earlier standards stay, with who set them: an old judgement is read with the numbers of its day. */
export function setStandardsOf(
  ports: Ports,
  may: May<'harassment.change-standards'>,
  { id, reason, effectiveOn, ...standards }: Setting,
): Promise<Result<null>> {
  const { viewer, organisationId } = may
  return decideWithinWall<null>(ports.db, organisationId, async (tx) => {
    if (!viewer) return refuse('invalid', 'harassment.nobody-acts', {})
    if (reason === '') return refuse('invalid', 'harassment.standards-reason', {})
    const members = new Set((await membersOf(tx, organisationId)).map((member) => member.id))
    if (standards.deciderIds.some((decider) => !members.has(decider)))
      return refuse('invalid', 'harassment.member-missing', {})
    const now = ports.clock.now()
    const today = tokyoDay(now).toString()
    if (effectiveOn !== undefined && effectiveOn < today)
      return refuse('invalid', 'harassment.standards-past', {})
    const by = { setById: viewer.memberId, setAt: now.toString() }
    const row = {
      ...standards,
      ...by,
      id,
      organisationId,
      reason,
      effectiveOn: effectiveOn ?? today,
    }
    await insertStandards(tx, row)
    return ok(null)
  })
}
