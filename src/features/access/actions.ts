import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { withinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { CalendarSettings, Member, Organisation } from './contract.ts'
import type { May } from './policy.ts'
import { membersOf, organisationById } from './queries.ts'
import { whyNotCounted } from './rules.ts'
import { updateAbsence, updateOrganisation } from './store.ts'

export async function changeOrganisationTo(
  ports: Ports,
  may: May<'access.change-organisation'>,
  change: { name: string; calendar: CalendarSettings },
): Promise<Result<Organisation>> {
  const why = whyNotCounted(change.calendar, tokyoDay(ports.clock.now()).toString())
  if (why) return why
  return withinWall(ports.db, may.organisationId, async (tx) => {
    await updateOrganisation(tx, may.organisationId, change, ports.clock.now().toString())
    const changed = await organisationById(tx, may.organisationId)
    if (!changed) throw new Error('the organisation is gone')
    return ok(changed)
  })
}

export async function changeAbsenceOf(
  ports: Ports,
  may: May<'access.change-absence'>,
  memberId: string,
  absence: { isAway: boolean; substituteId: string | null },
): Promise<Result<Member>> {
  if (absence.substituteId === memberId) return refuse('invalid', 'access.own-substitute', {})
  return withinWall(ports.db, may.organisationId, async (tx) => {
    await updateAbsence(tx, may.organisationId, memberId, absence)
    const member = (await membersOf(tx, may.organisationId)).find(({ id }) => id === memberId)
    return member ? ok(member) : refuse('missing', 'access.member-missing', {})
  })
}
