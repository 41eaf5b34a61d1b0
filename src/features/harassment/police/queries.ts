import type { Tx } from '#platform/db/database.ts'
import { memberNames, membersOf, organisationOf, type Scope } from '#features/access/door.ts'
import { entriesOf, recordOf } from '#features/complaints/door.ts'
import { standardsNow } from '../standards/queries.ts'
import { occasionOf, type Place } from '../ladder/queries.ts'
import { ladderOf } from '../ladder/rules.ts'
import { quotablesOf, suggestionsOf } from '../suggesting/rules.ts'
import type { Quotable, Suggestion } from '../judging/contract.ts'
import type { PoliceSheet } from './contract.ts'

/** Null: there is no such complaint here. */
export async function policeSheetOf(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  place: Place,
  now: string,
): Promise<PoliceSheet | null> {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return null
  const entries = await entriesOf(tx, await memberNames(tx, scope), complaintId)
  const quotables = quotablesOf(entries, await peopleOf(tx, scope))
  const { thresholds } = await standardsNow(tx, now)
  const near = suggestionsOf({ record, entries, quotables, thresholds, now })
  const heard = meantBy(near, quotables)
  const { taken } = ladderOf(entries, occasionOf(place, now))
  const { details } = record
  const { name = '', phone = '', address = '' } = record.customer
  return {
    number: record.number,
    organisationName: (await organisationOf(tx, scope)).name,
    handlerName: scope.viewer?.name ?? '',
    kind: place.kind,
    since: heard[0]?.at ?? record.call?.startedAt ?? null,
    place: place.kind === 'visit' ? address : (details.happenedWhere ?? ''),
    injuries: record.safety?.harm === 'injured' ? record.safety.words : '',
    customer: { name, phone, address },
    heard: heard.map(({ at, text: words, witnessName: byName }) => ({ at, words, byName })),
    steps: taken.map(({ step, count, at, said }) => ({ step, count, at, said })),
  }
}

async function peopleOf(tx: Tx, { organisationId }: Scope): Promise<Map<string, string>> {
  return new Map((await membersOf(tx, organisationId)).map(({ id, name }) => [id, name]))
}

function meantBy(near: readonly Suggestion[], quotables: readonly Quotable[]): Quotable[] {
  const meant = new Set(near.flatMap(({ kind, entryIds }) => (kind === 'manner' ? entryIds : [])))
  return quotables.filter(({ entryId }) => meant.has(entryId))
}
