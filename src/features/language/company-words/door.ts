import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { Heard, Utterance } from '../contract.ts'
import { hear } from '../cues/heard.ts'
import { companyWordsOf } from './queries.ts'

export { companyWordsOf }

/** The judge with the company's own words: how everything that reaches the record is heard. */
export async function listenInside(tx: Tx, scope: Scope, utterance: Utterance): Promise<Heard> {
  return hear(utterance, await companyWordsOf(tx, scope))
}
