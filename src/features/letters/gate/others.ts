import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { namedIn } from './addressee.ts'
import type { GateFinding } from './contract.ts'
import { isInQuotes } from './places.ts'

const phone = /(?<![\d-])(?:\+81[- ]?|0)\d{1,4}[-(（ ]?\d{1,4}[-)） ]?\d{3,4}(?![\d-])/gu
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/gu
const complaint = /(?<![A-Za-z0-9])[A-Z]\d{2}-\d{4,7}(?!\d)/gu
const order =
  /(?<=(?:注文|受注|伝票|予約|お?問い?合わせ)(?:番号|No\.?|ID)?[はの:：「、 ]{0,3})(?=[A-Za-z-]*\d)[A-Za-z0-9-]{4,24}/gu

type Words = { readonly [kind in 'names' | 'phones' | 'emails' | 'numbers']: readonly string[] }

/** What in a text might be somebody's: the words as they were typed, for a look into our own records. */
export function wordsOfSomebody(text: string): Words {
  const all = (pattern: RegExp) => [...new Set(text.matchAll(pattern).map(([found]) => found))]
  const names = namedIn(text).map(({ name }) => name)
  return {
    // A family name alone is shared by thousands.
    names: [...new Set(names.filter((name) => [...name.replaceAll(/[ 　]/gu, '')].length >= 3))],
    phones: all(phone),
    emails: all(email),
    numbers: [...all(complaint), ...all(order)],
  }
}

/** `others`: the words of the text that stand in another customer's record. */
export function aboutOthers(
  text: string,
  others: ReadonlySet<string>,
  isPublic: boolean,
): GateFinding[] {
  const { names } = wordsOfSomebody(text)
  return [...others].flatMap((words): GateFinding[] => {
    const start = text.indexOf(words)
    if (start < 0) return []
    const isName = names.includes(words)
    if (isName && isInQuotes(text, start)) return []
    const message = isName
      ? `「${words}」は、ほかのお客様の記録にあるお名前です。文面を取り違えていないか、確かめてください。`
      : `「${words}」は、ほかのお客様の記録にあるものです。消すか、この方のものに書き直してください。`
    const need = isPublic ? 'change' : isName ? 'reason' : 'leader'
    const place = { start, end: start + words.length }
    return [{ rule: 'other-customer', severity: 'error', ...place, message, need }]
  })
}

/** To or cc: addresses that nobody in this case has written from or been written to. */
export function unknownAddresses(
  addresses: readonly string[],
  known: ReadonlySet<string>,
  { customer }: Pick<CaseRecord, 'customer'>,
): GateFinding[] {
  const own = customer.email === undefined ? [] : [plain(customer.email)]
  const all = new Set([...known, ...own])
  // Where no address is known, there is nothing that this one could differ from.
  if (all.size === 0) return []
  const strange = addresses.filter((each) => !all.has(plain(each)))
  if (strange.length === 0) return []
  const message = `${strange.join('、')} は、このお客様の記録にないアドレスです。お客様から伺ったものか確かめ、理由に書いてください。`
  const place = { start: 0, end: 0, need: 'reason' as const }
  return [{ rule: 'addressee-unknown', severity: 'error', ...place, message }]
}

function plain(address: string): string {
  return normalise(address).text.replaceAll('ー', '-').trim().toLowerCase()
}
