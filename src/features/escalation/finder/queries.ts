import type { Tx } from '#platform/db/database.ts'
import { memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { absencesAt } from '#features/assignment/door.ts'
import { entriesOfSeveral, linesById, otherComplaintsOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { seenNow } from '../routing/queries.ts'
import type { FoundPerson } from './contract.ts'
import { findPeople, type Past } from './rules.ts'

/** Who is meant, from the members and from all complaints of this customer. `now`: ISO instant. */
export async function namedPeople(
  tx: Tx,
  scope: Scope,
  asked: { complaintId: string; record: CaseRecord; words: string; now: string },
): Promise<FoundPerson[]> {
  const { complaintId, record, words, now } = asked
  const members = await membersOf(tx, scope.organisationId)
  const absences = await absencesAt(tx, now)
  return findPeople(words, {
    members,
    past: await pastOf(tx, scope, complaintId, record.customer.customerId),
    standings: (await seenNow(tx, scope, members, now)).at,
    backAt: new Map(absences.map(({ memberId, untilAt }) => [memberId, untilAt])),
    ownerId: record.ownerId,
    meId: scope.viewer?.memberId ?? null,
  })
}

const spoke = ['intake.call-started', 'supervision.taken-over', 'escalation.accepted']

async function pastOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  customerId: string | undefined,
): Promise<Past[]> {
  const others = customerId ? await otherComplaintsOf(tx, customerId, complaintId) : []
  const ids = [complaintId, ...others]
  const lines = await linesById(tx, ids)
  const names = await memberNames(tx, scope)
  const entries = await entriesOfSeveral(tx, names, ids, [...spoke, 'complaints.assigned'])
  return [...entries].flatMap(([id, all]) =>
    all.flatMap(({ type, at, by, payload }): Past[] => {
      const complaintNumber = lines.get(id)?.number ?? ''
      const owner = payload?.['memberId']
      if (type === 'complaints.assigned')
        return typeof owner === 'string'
          ? [{ memberId: owner, kind: 'owned', complaintNumber, at }]
          : []
      const memberId = by.startsWith('member:') ? by.slice('member:'.length) : null
      return memberId ? [{ memberId, kind: 'spoke', complaintNumber, at }] : []
    }),
  )
}
