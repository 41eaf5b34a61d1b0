import { parseNumeral } from '#kernel/japanese-text/numerals.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { GateFinding } from './contract.ts'

const figures = /[〇零一二三四五六七八九十百]+(?=(?:丁目|番地?|号|の|-))/gu

/** 「静岡市葵区追手町一丁目二番三号」 and 「静岡市葵区追手町1-2-3」 as one. */
function plainAddress(typed: string): string {
  return normalise(typed)
    .text.replaceAll(/〒?\s*\d{3}-?\d{4}/gu, '')
    .replaceAll('ー', '-')
    .replaceAll(figures, (kanji) => String(parseNumeral(kanji) ?? kanji))
    .replaceAll(/(?<=\d)(?:丁目|番地の?|番|号|の)(?=\d|\D|$)/gu, '-')
    .replaceAll(/[\s、,]+/gu, '')
    .replaceAll(/-+/gu, '-')
    .replace(/-$/u, '')
}

/** One is the other with a prefecture before or a building behind it; 1-2-3 is not 1-2-31. */
function isIn(short: string, long: string): boolean {
  const at = long.indexOf(short)
  return at >= 0 && !/^\d/u.test(long.slice(at + short.length)) && !/\d$/u.test(long.slice(0, at))
}

/** A letter goes where its envelope says: another address than the record has is asked about. */
export function otherAddress(
  typed: string,
  { customer }: Pick<CaseRecord, 'customer'>,
): GateFinding[] {
  const [there, known] = [plainAddress(typed), plainAddress(customer.address ?? '')]
  if (there === '' || known === '' || isIn(there, known) || isIn(known, there)) return []
  const message =
    '宛先の住所が、記録にあるお客様のご住所と違います。お客様に確かめて記録を直すか、ここへ送る理由を書いてください。'
  const place = { start: 0, end: 0, need: 'reason' as const }
  return [{ rule: 'address-differs', severity: 'error', ...place, message }]
}
