import type { Tx } from '#platform/db/database.ts'
import { systemScope, type Scope } from '#features/access/door.ts'
import type { WhyOffered } from './contract.ts'
import type { Borne } from './rules.ts'

/** The room itself: it counts, and leaves words at somebody else's door. */
export function roomScope({ organisationId }: { readonly organisationId: string }): Scope {
  return systemScope(organisationId, 'wellbeing')
}

type Counted = Borne & {
  readonly id: string
  readonly kind: 'call' | 'visit'
  readonly causeId: string
  readonly complaintId: string | null
}

/** Counted again, it is the same row. */
export async function saveExposure(tx: Tx, { organisationId }: Scope, one: Counted) {
  const { minutes, insults, threats, alarms } = one
  const fields = { ended_at: one.endedAt, minutes, insults, threats, alarms }
  await tx
    .insertInto('wellbeing_exposures')
    .values({
      id: one.id,
      organisation_id: organisationId,
      member_id: one.memberId,
      kind: one.kind,
      cause_id: one.causeId,
      complaint_id: one.complaintId,
      ...fields,
    })
    .onConflict((conflict) => conflict.columns(['cause_id', 'member_id']).doUpdateSet(fields))
    .execute()
}

export async function saveNeed(
  tx: Tx,
  { organisationId }: Scope,
  memberId: string,
  untilAt: string | null,
) {
  if (untilAt === null)
    await tx.deleteFrom('wellbeing_needs').where('member_id', '=', memberId).execute()
  else
    await tx
      .insertInto('wellbeing_needs')
      .values({ member_id: memberId, organisation_id: organisationId, until_at: untilAt })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ until_at: untilAt }))
      .execute()
}

/** One offer at a time: whoever has one is not asked twice. */
export async function saveOffer(
  tx: Tx,
  { organisationId }: Scope,
  offer: { id: string; memberId: string; why: WhyOffered; at: string },
) {
  await tx
    .insertInto('wellbeing_offers')
    .values({
      id: offer.id,
      organisation_id: organisationId,
      member_id: offer.memberId,
      why: offer.why,
      offered_at: offer.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whatever was answered, it is no longer open. */
export async function settleOffers(tx: Tx, memberId: string, at: string) {
  await tx
    .updateTable('wellbeing_offers')
    .set({ answered_at: at })
    .where('member_id', '=', memberId)
    .where('answered_at', 'is', null)
    .execute()
}

export async function saveBreak(
  tx: Tx,
  { organisationId }: Scope,
  rest: { id: string; memberId: string; minutes: number; fromAt: string; untilAt: string },
) {
  await tx
    .insertInto('wellbeing_breaks')
    .values({
      id: rest.id,
      organisation_id: organisationId,
      member_id: rest.memberId,
      minutes: rest.minutes,
      from_at: rest.fromAt,
      until_at: rest.untilAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function endBreaks(tx: Tx, memberId: string, at: string) {
  await tx
    .updateTable('wellbeing_breaks')
    .set({ until_at: at })
    .where('member_id', '=', memberId)
    .where('until_at', '>', at)
    .execute()
}
