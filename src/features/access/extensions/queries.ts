import type { Tx } from '#platform/db/database.ts'
import type { Extension } from './contract.ts'

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

/** Everybody who can be rung: by their own extension, and by their team's. */
export async function phonesOf(tx: Tx, organisationId: string) {
  return tx
    .selectFrom('access_members as m')
    .leftJoin('access_teams as t', 't.id', 'm.team_id')
    .where('m.organisation_id', '=', organisationId)
    .select(['m.id as memberId', 'm.extension', 't.extension as teamExtension'])
    .select('m.is_away as isAway')
    .execute()
}
