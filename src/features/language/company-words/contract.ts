import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { companyPhrases } from '../contract.ts'

/** Enough for any company, and few enough that reading stays quick. */
export const mostEntries = 200
export const mostPhrases = 20
export const mostSentences = 20
export const longestPhrase = 60
export const longestSentence = 300

const phrase = z.string().trim().max(longestPhrase)
const sentence = z.string().trim().max(longestSentence)

/** What an administrator writes: the words, why, and the sentences that hold the words to what is meant. */
export const companyWords = companyPhrases.extend({
  phrases: z.array(phrase).max(mostPhrases),
  why: z.string().trim().max(300).default(''),
  mustLight: z.array(sentence).max(mostSentences),
  mustNotLight: z.array(sentence).max(mostSentences),
})
export type CompanyWords = z.output<typeof companyWords>

export const companyEntry = companyWords.extend({
  id,
  changedAt: instant,
  changedByName: z.string(),
})
export type CompanyEntry = z.output<typeof companyEntry>

export const companyWordsChange = z.object({
  id,
  wordsId: id,
  what: z.enum(['added', 'edited', 'removed']),
  entry: companyWords,
  at: instant,
  byName: z.string(),
})
export type CompanyWordsChange = z.output<typeof companyWordsChange>

/** Why a test sentence did not come out as meant. `shipped`: it lights without the company's words, too. */
export const miss = z.object({
  sentence: z.string(),
  expected: z.enum(['light', 'dark']),
  isShipped: z.boolean(),
})
export type Miss = z.output<typeof miss>

const place = z.object({ start: z.int(), end: z.int() })
export type Place = z.output<typeof place>
/** A test sentence, and where it lights. */
export const tried = z.object({
  sentence: z.string(),
  places: z.array(place),
  isAsMeant: z.boolean(),
  isShipped: z.boolean(),
})
export type Tried = z.output<typeof tried>

const path = '/api/language/company-words' as const
const onEntry = z.object({ wordsId: id })

export const listCompanyWords = endpoint({
  method: 'get',
  path,
  summary: 'The words this company has added to cues and wording rules.',
  answer: z.object({ entries: z.array(companyEntry) }),
})
export const saveCompanyWords = endpoint({
  method: 'put',
  path: `${path}/:wordsId`,
  summary:
    'Add words under an id you make, or edit them (administrators). Saved only when every test sentence comes out as meant.',
  params: onEntry,
  body: companyWords,
  answer: companyEntry,
})
export const removeCompanyWords = endpoint({
  method: 'delete',
  path: `${path}/:wordsId`,
  summary: 'Take words away (administrators). The change history keeps them.',
  params: onEntry,
  answer: z.object({ wordsId: id }),
})
export const listCompanyWordsChanges = endpoint({
  method: 'get',
  path: '/api/language/company-words-changes',
  summary: 'Who added, edited or removed company words, newest first (administrators).',
  answer: z.object({ changes: z.array(companyWordsChange) }),
})
export const tryCompanyWords = endpoint({
  method: 'post',
  path: '/api/language/company-words-trial',
  summary: 'How the test sentences of these words are read; nothing is saved (administrators).',
  body: companyWords,
  answer: z.object({ results: z.array(tried) }),
})
