import type { Tx } from '#platform/db/database.ts'
import { restingAt } from '../rests/queries.ts'
import type { Extension } from './contract.ts'
import { phonesNow } from './rules.ts'

/** Teams first, then members by name. */
export async function extensionsOf(tx: Tx, organisationId: string): Promise<Extension[]> {
  const teams = await tx
    .selectFrom('access_teams')
    .where('organisation_id', '=', organisationId)
    .select(['id', 'name', 'extension'])
    .orderBy('name')
    .execute()
  const members = await tx
    .selectFrom('access_members')
    .where('organisation_id', '=', organisationId)
    .select(['id', 'name', 'extension'])
    .orderBy('kana')
    .execute()
  return [
    ...teams.map((row) => ({ ...row, of: 'team' as const })),
    ...members.map((row) => ({ ...row, of: 'member' as const })),
  ]
}

/**
 * Everybody who can be rung at this instant (ISO): by their own extension, and by their team's. Whoever rests is not;
 * `standsInFor` are the extensions of those whose calls come to this telephone meanwhile.
 */
export async function phonesOf(tx: Tx, organisationId: string, now: string) {
  const resting = await restingAt(tx, now)
  const rows = await tx
    .selectFrom('access_members as m')
    .leftJoin('access_teams as t', 't.id', 'm.team_id')
    .where('m.organisation_id', '=', organisationId)
    .select(['m.id as memberId', 'm.extension', 't.extension as teamExtension'])
    .select(['m.is_away as isAway', 'm.substitute_id as substituteId'])
    .execute()
  return phonesNow(rows, resting)
}
