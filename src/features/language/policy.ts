import { readers, rule } from '#features/access/contract.ts'

export const canAskLanguage = rule('language.ask', [...readers, 'department'])
export const canChangeWords = rule('language.change-words', ['admin'])
