import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { GateFinding } from './contract.ts'
import { sentenceAround, spanOf } from './places.ts'

const givingMoney =
  /返金|お返し|返還|払い?戻|お?支払い?(?:いた|致|し)|補償|賠償|弁償|値引|割引|クーポン|ポイント|商品券|見舞|負担いた/u

/** More than any offer in the record grants. Without an offer the wording rule has said so already. */
export function beyondRemedy(text: string, record: CaseRecord): GateFinding[] {
  const amounts = offered(record).flatMap(({ amountYen }) => amountYen ?? [])
  if (amounts.length === 0) return []
  const most = Math.max(...amounts)
  return [...text.matchAll(/[\d０-９][\d０-９,，]*\s*(万)?円/gu)].flatMap((found) => {
    const yen = yenOf(found[0])
    if (yen <= most || !givingMoney.test(sentenceAround(text, found.index))) return []
    const message = `記録にある回復策は${most.toLocaleString('ja-JP')}円までです。金額を合わせるか、先に承認を受けてください。`
    const place = { rule: 'amount-beyond-remedy', severity: 'error' as const, ...spanOf(found) }
    return [{ ...place, message, need: 'leader' as const }]
  })
}

function yenOf(words: string): number {
  const digits = words.normalize('NFKC').replace(/[^\d]/gu, '')
  return Number(digits) * (words.includes('万') ? 10_000 : 1)
}

/** Offers that the customer has not declined. */
export function offered(record: CaseRecord) {
  return record.offers.filter(({ answer }) => answer !== 'rejected')
}
