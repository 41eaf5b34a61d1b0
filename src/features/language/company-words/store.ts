import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import type { CompanyWords, CompanyWordsChange } from './contract.ts'
import { companyWordsNow } from './queries.ts'

export type Change = {
  readonly id: string
  readonly wordsId: string
  readonly what: CompanyWordsChange['what']
  readonly entry: CompanyWords
  readonly at: string
}

export async function keepWords(tx: Tx, scope: Scope, { wordsId, entry, at }: Change) {
  const told = { entry: JSON.stringify(entry), changed_at: at, changed_by: scope.actor }
  await tx
    .insertInto('language_company_words')
    .values({ id: wordsId, organisation_id: scope.organisationId, ...told })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(told))
    .execute()
  companyWordsNow.forget(scope.organisationId)
}

export async function removeWords(tx: Tx, scope: Scope, wordsId: string) {
  await tx.deleteFrom('language_company_words').where('id', '=', wordsId).execute()
  companyWordsNow.forget(scope.organisationId)
}

export async function noteChange(tx: Tx, scope: Scope, change: Change) {
  await tx
    .insertInto('language_company_words_changes')
    .values({
      id: change.id,
      organisation_id: scope.organisationId,
      words_id: change.wordsId,
      what: change.what,
      entry: JSON.stringify(change.entry),
      at: change.at,
      by: scope.actor,
    })
    .execute()
}
