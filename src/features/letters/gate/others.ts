import { original } from '#kernel/japanese-text/mapped-text.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { namedIn } from './addressee.ts'
import type { GateFinding } from './contract.ts'
import { isInQuotes } from './places.ts'
import { asShown } from './reading.ts'

const phone = /(?<![\d-])(?:\+81[- ]?|0)\d{1,4}[-(（ ]?\d{1,4}[-)） ]?\d{3,4}(?![\d-])/gu
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/gu
const complaint = /(?<![A-Za-z0-9])[A-Z]\d{2}-\d{4,7}(?!\d)/gu
const order =
  /(?<=(?:注文|受注|伝票|予約|お?問い?合わせ)(?:番号|No\.?|ID)?[はの:：「、 ]{0,3})(?=[A-Za-z-]*\d)[A-Za-z0-9-]{4,24}/gu

type Kind = 'names' | 'phones' | 'emails' | 'numbers'
type Words = { readonly [kind in Kind]: readonly string[] }
type Somebody = {
  readonly kind: Kind
  readonly words: string
  readonly start: number
  readonly end: number
}

/** What in a text might be somebody's: the words as our own records could have them. */
export function wordsOfSomebody(text: string): Words {
  const all = somebodyIn(text)
  const of = (kind: Kind) => [
    ...new Set(all.filter((each) => each.kind === kind).map(({ words }) => words)),
  ]
  return {
    names: of('names'),
    phones: of('phones'),
    emails: of('emails'),
    numbers: of('numbers'),
  }
}

/** Names as they were typed; figures in half width, without letters that nobody sees. Places are those of the text. */
function somebodyIn(text: string): Somebody[] {
  const shown = asShown(text)
  const read = normalise(shown.text)
  const all = (kind: Kind, pattern: RegExp) =>
    [...read.text.matchAll(pattern)].map((found): Somebody => {
      const inShown = original(read, found.index, found.index + found[0].length)
      return { kind, words: found[0], ...original(shown, inShown.start, inShown.end) }
    })
  const names = namedIn(shown.text)
    // A family name alone is shared by thousands.
    .filter(({ name }) => [...name.replaceAll(/[ 　]/gu, '')].length >= 3)
    .map(({ name, start, end }): Somebody => {
      return { kind: 'names', words: name, ...original(shown, start, end) }
    })
  return [
    ...names,
    ...all('phones', phone),
    ...all('emails', email),
    ...all('numbers', complaint),
    ...all('numbers', order),
  ]
}

/** `others`: the words of the text that stand in another customer's record. */
export function aboutOthers(
  text: string,
  others: ReadonlySet<string>,
  isPublic: boolean,
): GateFinding[] {
  const all = somebodyIn(text)
  return [...others].flatMap((words): GateFinding[] => {
    const found = all.find((each) => each.words === words)
    if (!found) return []
    const { start, end } = found
    const isName = found.kind === 'names'
    if (isName && isInQuotes(text, start)) return []
    const message = isName
      ? `「${words}」は、ほかのお客様の記録にあるお名前です。文面を取り違えていないか、確かめてください。`
      : `「${words}」は、ほかのお客様の記録にあるものです。消すか、この方のものに書き直してください。`
    const need = isPublic ? 'change' : isName ? 'reason' : 'leader'
    return [{ rule: 'other-customer', severity: 'error', start, end, message, need }]
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
