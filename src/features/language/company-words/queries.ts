import type { Tx } from '#platform/db/database.ts'
import { remembered } from '#platform/db/remembered.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import type { CompanyPhrases } from '../contract.ts'
import {
  companyWords,
  companyWordsChange,
  type CompanyEntry,
  type CompanyWordsChange,
} from './contract.ts'

/** What the judges are given beside the text. */
export function companyWordsOf(tx: Tx, scope: Scope): Promise<readonly CompanyPhrases[]> {
  return companyWordsNow.of(tx, scope.organisationId)
}

export const companyWordsNow = remembered(async (tx): Promise<readonly CompanyPhrases[]> => {
  const rows = await tx.selectFrom('language_company_words').select('entry').execute()
  return rows.flatMap(({ entry }) => {
    const read = companyWords.safeParse(entry)
    return read.success ? [read.data] : []
  })
})

export async function entriesOf(tx: Tx, scope: Scope): Promise<CompanyEntry[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('language_company_words')
    .select(['id', 'entry', 'changed_at', 'changed_by'])
    .orderBy('changed_at', 'desc')
    .execute()
  return rows.flatMap(({ id, entry, changed_at: changedAt, changed_by: by }) => {
    const read = companyWords.safeParse(entry)
    return read.success ? [{ id, ...read.data, changedAt, changedByName: nameOf(by, names) }] : []
  })
}

const newest = 100

export async function changesOf(tx: Tx, scope: Scope): Promise<CompanyWordsChange[]> {
  const names = await memberNames(tx, scope)
  const rows = await tx
    .selectFrom('language_company_words_changes')
    .select(['id', 'words_id as wordsId', 'what', 'entry', 'at', 'by'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(newest)
    .execute()
  return rows.map(({ by, ...row }) =>
    companyWordsChange.parse({ ...row, byName: nameOf(by, names) }),
  )
}

function nameOf(by: string, names: ReadonlyMap<string, string>): string {
  return names.get(by.replace('member:', '')) ?? '（退職者）'
}
