import type { RemedyKind, RemedyRule } from '#features/remedies/contract.ts'
import type { Column } from '#features/remedies/tables/contract.ts'

export type Cause = RemedyRule['causes'][number]
export type AnsweringFunction = NonNullable<RemedyRule['functions']>[number]

/**
 * What stands in the sheet, and in the files made of it: the first word is the Japanese one, the second the English one,
 * and both are read whatever language the reader has chosen. Files travel further than screens.
 */
type Pair = readonly [ja: string, en: string]

export const headings: Readonly<Record<Column, Pair>> = {
  code: ['番号', 'Code'],
  name: ['規定の名前', 'Name'],
  isActive: ['使う', 'In use'],
  causes: ['原因', 'Cause'],
  functions: ['原因の部署', 'Function'],
  causeMayBeUnknown: ['原因が不明でも', 'Cause may be unknown'],
  productContains: ['商品名に含む', 'Product contains'],
  fromDays: ['購入から（日以上）', 'Days from'],
  withinDays: ['購入から（日以内）', 'Days within'],
  priceFrom: ['代金（円以上）', 'Price from'],
  priceTo: ['代金（円以下）', 'Price to'],
  needsConfirmedFact: ['事実の確認が要る', 'Needs a confirmed fact'],
  kind: ['回復の種類', 'Remedy'],
  label: ['お出しするもの', 'Offer'],
  maxYen: ['上限（円）', 'Limit (yen)'],
  maxPercent: ['上限（代金の%）', 'Limit (% of price)'],
  grantedBy: ['判断する人', 'Granted by'],
  priority: ['優先順位', 'Priority'],
  say: ['応対者が言う一文', 'Words to say'],
  clause: ['条番号', 'Clause'],
  clauseText: ['条文', 'Clause text'],
  evidence: ['必要な証拠', 'Evidence'],
  effectiveFrom: ['効力の初日', 'In force from'],
  effectiveUntil: ['効力の末日', 'In force until'],
}

export const causeWords: Readonly<Record<Cause, Pair>> = {
  expectation: ['期待とのギャップ', 'Gap in expectation'],
  defect: ['製品・サービスの欠陥', 'Defect'],
  attitude: ['不適切な応対', 'Improper manner'],
  misunderstanding: ['誤解・情報不足', 'Misunderstanding'],
  emotion: ['感情的要因', 'Emotion'],
}
export const functionWords: Readonly<Record<AnsweringFunction, Pair>> = {
  product: ['製品', 'Product'],
  logistics: ['物流', 'Logistics'],
  sales: ['営業', 'Sales'],
  store: ['店舗', 'Store'],
  support: ['サポート', 'Support'],
  billing: ['請求', 'Billing'],
  desk: ['お客様窓口', 'Customer desk'],
  other: ['その他', 'Other'],
}
export const kindWords: Readonly<Record<RemedyKind, Pair>> = {
  exchange: ['交換', 'Exchange'],
  refund: ['返金', 'Refund'],
  'partial-refund': ['一部返金', 'Partial refund'],
  'shipping-refund': ['送料の返金', 'Refund of shipping'],
  repair: ['修理', 'Repair'],
  redelivery: ['再配達', 'Redelivery'],
  discount: ['値引き', 'Discount'],
  coupon: ['クーポン', 'Coupon'],
  explanation: ['ご説明', 'Explanation'],
  apology: ['お詫び', 'Apology'],
}
export const granterWords: Readonly<Record<RemedyRule['grantedBy'], Pair>> = {
  operator: ['応対者', 'Operator'],
  supervisor: ['SV', 'Supervisor'],
  admin: ['管理者', 'Administrator'],
}
export const yesNo: Readonly<Record<'yes' | 'no', Pair>> = {
  yes: ['はい', 'Yes'],
  no: ['いいえ', 'No'],
}
