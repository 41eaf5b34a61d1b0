import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { Vault } from '#platform/vault.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { openedFrom } from '../queries.ts'
import { whys, type Erasure, type hold, type Retention } from './contract.ts'
import { retentionOn, shippedRetention } from './rules.ts'

/** Newest first. */
async function versionsOf(tx: Tx, scope: Scope): Promise<Retention[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('consultation_retentions')
    .select(['version', 'months', 'reason', 'from_on as fromOn', 'decided_on as decidedOn'])
    .select('decided_by as decidedBy')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ decidedBy, ...row }) => ({
    ...row,
    decidedByName: decidedBy ? (names.get(decidedBy) ?? null) : null,
  }))
}

export async function retentionSheet(tx: Tx, scope: Scope, today: string) {
  const versions = await versionsOf(tx, scope)
  return { now: retentionOn(versions, today), versions: [...versions, shippedRetention] }
}

export async function monthsKept(tx: Tx, scope: Scope, today: string): Promise<number> {
  return (await retentionSheet(tx, scope, today)).now.months
}

export async function erasuresOf(tx: Tx, names: ReadonlyMap<string, string>): Promise<Erasure[]> {
  const rows = await tx
    .selectFrom('consultation_erasures')
    .select(['id', 'erased_on as on', 'why', 'by_id as byId'])
    .orderBy('erased_on', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ byId, why, ...row }) => ({
    ...row,
    why: z.enum(whys).parse(why),
    byName: names.get(byId) ?? '',
  }))
}

const sealedHold = z.object({ reason: z.string(), byId: z.uuid(), since: z.iso.date() })
export type Held = z.output<typeof sealedHold>

export function holdIn(
  vault: Vault,
  caseId: string,
  sealed: string | null,
  names: ReadonlyMap<string, string>,
): z.output<typeof hold> | null {
  if (sealed === null) return null
  const { reason, byId, since } = sealedHold.parse(openedFrom(vault, caseId, sealed))
  return { reason, since, byName: names.get(byId) ?? '' }
}
