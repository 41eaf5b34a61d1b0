import type { Tx } from '#platform/db/database.ts'
import { remembered } from '#platform/db/remembered.ts'
import type { Role } from '#features/access/contract.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { entriesOf, recorded } from '#features/complaints/door.ts'
import type { CaseRecord, Recorded } from '#features/complaints/record/contract.ts'
import { fold } from '#features/complaints/record/door.ts'
import {
  remedyRule,
  type Offer,
  type RemediesOfComplaint,
  type RemedyOption,
  type RemedyRule,
} from './contract.ts'
import { optionsFor, stillAwaited } from './rules.ts'

/** The table in force: its number and its rows in their order, inactive ones and all. */
export async function tableOf(tx: Tx): Promise<{ number: number; rules: RemedyRule[] }> {
  const version = await tx
    .selectFrom('remedies_versions')
    .select(['number', 'rules'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { number: version?.number ?? 0, rules: remedyRule.array().parse(version?.rules ?? []) }
}

export async function rulesOf(tx: Tx): Promise<RemedyRule[]> {
  return (await tableOf(tx)).rules
}

/** What may be offered is shown with every word that is said; what is granted is decided on the table itself. */
export const rulesNow = remembered((tx) => rulesOf(tx))

export async function optionsOf(
  tx: Tx,
  scope: Scope,
  record: CaseRecord,
  now: string,
): Promise<RemedyOption[]> {
  return optionsFor(await rulesNow.of(tx, scope.organisationId), record, now, rolesOf(scope))
}

/** Timers and customers grant nothing. */
export function rolesOf(scope: Scope): readonly Role[] {
  return scope.viewer?.roles ?? []
}

/** Undefined when this organisation has no such complaint. */
export async function remediesOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  now: string,
): Promise<RemediesOfComplaint | undefined> {
  const entries = recorded(await entriesOf(tx, await memberNames(tx, scope), complaintId))
  if (entries.length === 0) return undefined
  const record = fold(entries)
  return {
    options: await optionsOf(tx, scope, record, now),
    offers: record.offers.flatMap((offer) =>
      toOffer({ ...offer, awaits: stillAwaited(offer, record) }, entries),
    ),
    agreement: agreementOf(record, entries),
  }
}

function toOffer(
  {
    offerId,
    ruleCode: _,
    ...offer
  }: Omit<CaseRecord['offers'][number], 'awaits'> & { readonly awaits: string | null },
  entries: readonly Recorded[],
): Offer[] {
  const made = entries.find(
    ({ type, payload }) => type === 'remedies.offered' && payload.offerId === offerId,
  )
  const answered = entries.findLast(
    ({ type, payload }) => type === 'remedies.answered' && payload.offerId === offerId,
  )
  const until = answered?.type === 'remedies.answered' ? (answered.payload.until ?? null) : null
  const by = { offeredAt: made?.at ?? '', offeredByName: made?.byName ?? '' }
  return made ? [{ id: offerId, ...offer, until, ...by }] : []
}

function agreementOf(
  { agreement }: CaseRecord,
  entries: readonly Recorded[],
): RemediesOfComplaint['agreement'] {
  for (const { type, payload, at } of entries) {
    if (type !== 'remedies.agreed' || payload.agreementId !== agreement?.id) continue
    const { agreementId: id, words, labels, confirmedHow, channel = null } = payload
    return { id, words, labels, confirmedHow, channel, agreedAt: at }
  }
  return null
}
