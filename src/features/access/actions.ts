import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { withinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { leaders, type CalendarSettings, type Member, type Organisation } from './contract.ts'
import type { May, Scope } from './policy.ts'
import { membersOf, organisationById } from './queries.ts'
import { whyNotCounted } from './rules.ts'
import { updateAbsence, updateBusinessName, updateOrganisation } from './store.ts'

export async function changeOrganisationTo(
  ports: Ports,
  may: May<'access.change-organisation'>,
  change: { name: string; calendar: CalendarSettings },
): Promise<Result<Organisation>> {
  const why = whyNotCounted(change.calendar, tokyoDay(ports.clock.now()).toString())
  if (why) return why
  return withinWall(ports.db, may, async (tx) => {
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
  return withinWall(ports.db, may, async (tx) => {
    await updateAbsence(tx, may.organisationId, memberId, absence)
    return memberOf(tx, may, memberId)
  })
}

/** A member chooses their own; a leader anybody's. */
export async function changeBusinessNameOf(
  ports: Ports,
  may: May<'access.change-business-name'>,
  memberId: string,
  businessName: string | null,
): Promise<Result<Member>> {
  const { viewer } = may
  const isLeader = viewer?.roles.some((role) => leaders.some((leading) => leading === role))
  if (viewer?.memberId !== memberId && !isLeader)
    return refuse('forbidden', 'access.not-your-name', {})
  return withinWall(ports.db, may, async (tx) => {
    await updateBusinessName(tx, may.organisationId, memberId, businessName)
    return memberOf(tx, may, memberId)
  })
}

async function memberOf(tx: Tx, scope: Scope, memberId: string): Promise<Result<Member>> {
  const member = (await membersOf(tx, scope.organisationId)).find(({ id }) => id === memberId)
  return member ? ok(member) : refuse('missing', 'access.member-missing', {})
}
