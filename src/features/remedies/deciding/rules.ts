import type { BusinessCalendar } from '#kernel/business-calendar.ts'
import { lint } from '#features/language/door.ts'
import type { CompanyPhrases } from '#features/language/contract.ts'

const atLeast = 15
const barred = ['flat-refusal', 'blames-customer', 'argues', 'casual']
const inward = /却下|否認|稟議|決裁|承認|棄却|不可(?!能)|NG/u
const polite = /(?:です|ます|ません|ました|ませんでした|ください|でしょうか)[。．.]?$/u

/**
 * Why these words of a refusal cannot be said to a customer as they are: one sentence each, empty when they can.
 * A reason or another way belongs to it, in words that were not made for the house.
 */
export function whyNotSayable(
  words: string,
  now: string,
  companyWords: readonly CompanyPhrases[],
  calendar: BusinessCalendar,
): string[] {
  const text = words.trim()
  const short =
    [...text].length < atLeast ? ['短すぎます。理由と、代わりにできることを添えてください。'] : []
  const found = inward.exec(text)
  const ours = found
    ? [`「${found[0]}」は社内の言葉です。お客様にそのまま言える言葉にしてください。`]
    : []
  const rough = polite.test(text)
    ? []
    : ['「です」「ます」で終わる、お客様への言葉で書いてください。']
  const { findings } = lint({ kind: 'talk', text }, { now }, companyWords, calendar)
  const flaws = findings.filter(
    ({ rule, severity }) => severity === 'error' || barred.includes(rule),
  )
  return [...new Set([...short, ...ours, ...rough, ...flaws.map(({ message }) => message)])]
}
