import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { answers, type Check } from './contract.ts'

/** Each is sealed for its person: opened for anybody else, there is nothing. */
export const placeOfCheck = (memberId: string) => `wellbeing.check/${memberId}`

const written = answers.extend({ words: z.string() })
const most = 100

export async function checksOf(tx: Tx, ports: Ports, me: string): Promise<Check[]> {
  const rows = await tx
    .selectFrom('wellbeing_checks')
    .where('member_id', '=', me)
    .select(['id', 'at', 'sealed'])
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows.flatMap(({ id, at, sealed }) => {
    const opened = ports.vault.open(sealed, placeOfCheck(me))
    return opened === null ? [] : [{ id, at, ...written.parse(JSON.parse(opened)) }]
  })
}
