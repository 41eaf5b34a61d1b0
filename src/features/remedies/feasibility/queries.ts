import type { Tx } from '#platform/db/database.ts'
import type { Feasibility } from './contract.ts'

export async function feasibilityOf(tx: Tx, complaintId: string): Promise<Feasibility[]> {
  const rows = await tx
    .selectFrom('remedies_feasibility')
    .where('complaint_id', '=', complaintId)
    .select(['rule_id as ruleId', 'is_feasible as isFeasible', 'words', 'source'])
    .execute()
  return rows.map(({ source, ...row }) => ({
    ...row,
    source: source === 'connector' ? 'connector' : 'operator',
  }))
}

export function connectorOf(tx: Tx) {
  return tx
    .selectFrom('remedies_connectors')
    .select(['url', 'secret', 'is_on as isOn'])
    .executeTakeFirst()
}
