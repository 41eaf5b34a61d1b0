import type { Language } from '#kernel/dictionary.ts'
import { causeWords, functionWords } from '#features/remedies/cells/contract.ts'
import type { Gap, Range, Situation } from '#features/remedies/coverage/contract.ts'
import { tablesMessages } from '#features/remedies/tables/messages.ts'
import type { Problem } from '#features/remedies/tables/rules.ts'
import { functions } from '#features/complaints/contract.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { writtenDay } from '#kit/time.ts'

type Words = (typeof tablesMessages)['ja' | 'en']['words']
type Speaking = { readonly words: Words; readonly language: Language }

/** What a screen says of rows, cases and gaps. */
export function useSaid() {
  const { words } = useMessages(tablesMessages)
  const language = useLanguage()
  const the = { words, language }
  return {
    words,
    language,
    problem: ({ code, value, others }: Problem) =>
      words.problem[code]({ value, others: others.join('・') }),
    situation: (given: Situation) => situationIn(the, given),
    /** In the order of `words.gaps.columns`. */
    gap: (given: Gap, today: string) => gapIn(the, given, today),
  }
}

function situationIn({ words, language }: Speaking, the: Situation): string {
  const { cause, answeringFunction } = the
  const { situation: said } = words
  const at = language === 'ja' ? 0 : 1
  const reason =
    cause && answeringFunction
      ? said.cause({ cause: causeWords[cause][at], by: functionWords[answeringFunction][at] })
      : said.causeUnknown
  const fact = the.isConfirmed ? said.confirmed : said.unconfirmed
  const all = [
    reason,
    said.product(the),
    said.days(the),
    said.price(the),
    fact,
    // Whatever the year is now, this one is written: rows take effect years ahead.
    said.on({ on: writtenDay(the.on, 0, language) }),
  ]
  return all.join(commas[language])
}

const commas: Readonly<Record<Language, string>> = { ja: '、', en: ', ' }

function gapIn({ words, language }: Speaking, the: Gap, today: string): readonly string[] {
  const { gaps, situation: said } = words
  const { days, price, on, productLacks } = the
  const at = language === 'ja' ? 0 : 1
  const isAny = the.cause === null || the.functions.length === functions.length
  const named = the.functions.map((each) => functionWords[each][at]).join(commas[language])
  const fact = the.isConfirmed[0] ? said.confirmed : said.unconfirmed
  return [
    the.cause ? causeWords[the.cause][at] : said.causeUnknown,
    isAny ? gaps.anyFunction : named,
    the.isConfirmed.length > 1 ? gaps.either : fact,
    days.from === 0 && days.to === null
      ? gaps.allDays
      : span(gaps, days, (value) => gaps.day({ days: value })),
    price.from === 1 && price.to === null
      ? gaps.allPrices
      : span(gaps, price, (value) => gaps.yen({ yen: value })),
    productLacks.length > 0 ? gaps.lacks({ terms: productLacks.join(commas[language]) }) : '',
    on.from === today && on.to === null
      ? ''
      : span(gaps, on, (day) => writtenDay(day, Date.parse(today), language)),
  ]
}

function span<T>(gaps: Words['gaps'], { from, to }: Range<T>, said: (value: T) => string): string {
  if (to === null) return gaps.from({ from: said(from) })
  return from === to ? said(from) : gaps.span({ from: said(from), to: said(to) })
}
