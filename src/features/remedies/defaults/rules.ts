import type { Ids } from '#kernel/ids.ts'
import type { RemedyRule } from '#features/remedies/contract.ts'

type Row = Omit<RemedyRule, 'id'>

const usual = {
  productContains: null,
  withinDays: null,
  needsConfirmedFact: true,
  maxYen: null,
  maxPercent: null,
  grantedBy: 'operator',
  evidence: null,
  isActive: true,
} as const

const exchange: Row = {
  ...usual,
  code: 'R-01',
  name: '不良品の交換',
  causes: ['defect'],
  causeMayBeUnknown: true,
  withinDays: 30,
  needsConfirmedFact: false,
  kind: 'exchange',
  label: '新しい品との交換',
  say: '同じ品を、送料は当社の負担で、あらためてお届けいたします。',
  clause: 'ご利用規約 第9条（不良品の交換・返金）',
  clauseText:
    'お届けした商品に破損、不良または品違いがあったときは、お買い上げの日から30日以内のお申し出により、同じ商品と交換いたします。送料は当社が負担いたします。',
  evidence: '不具合が分かる写真、または現品',
}

const refund: Row = {
  ...usual,
  code: 'R-02',
  name: '不良品の全額返金',
  causes: ['defect'],
  causeMayBeUnknown: true,
  withinDays: 30,
  kind: 'refund',
  label: '代金の全額のご返金',
  say: '代金を全額お返しいたします。お品は着払いでお送りください。',
  maxYen: 10_000,
  clause: 'ご利用規約 第9条（不良品の交換・返金）',
  clauseText:
    '前項の場合で、交換をご希望にならないときは、商品の返送を受けて代金の全額をお返しいたします。返送の送料は当社が負担いたします。',
  evidence: '現品の返送（着払い）。傷みやすい食品は写真のみ',
}

const shipping: Row = {
  ...usual,
  code: 'R-03',
  name: '配送の遅れの送料返金',
  causes: ['expectation', 'defect'],
  functions: ['logistics'],
  kind: 'shipping-refund',
  label: '送料のご返金',
  say: 'ご指定の日にお届けできませんでしたので、送料をお返しいたします。',
  maxYen: 2_000,
  clause: 'ご利用規約 第12条（配送の遅れ）',
  clauseText:
    'ご指定の日時にお届けできなかったときの補償は、その配送にかかる送料を上限といたします。ただし、天災その他当社の力の及ばない事情による場合を除きます。',
  evidence: '配送会社の追跡記録',
}

const repair: Row = {
  ...usual,
  code: 'R-04',
  name: '調理用品の点検・修理',
  causes: ['defect'],
  causeMayBeUnknown: true,
  productContains: '鍋、フライパン、包丁、やかん、ポット、ケトル、ミキサー、トースター',
  withinDays: 365,
  needsConfirmedFact: false,
  kind: 'repair',
  label: '点検または修理',
  say: 'お品をお預かりし、点検のうえ、無償でお直しいたします。',
  clause: '保証規定 第3条（無償修理）',
  clauseText:
    '取扱説明書に沿ったご使用で故障したときは、お買い上げの日から1年間、無償で点検または修理いたします。',
  evidence: '保証書、またはご注文番号',
}

const coupon: Row = {
  ...usual,
  code: 'R-05',
  name: '応対の不手際のクーポン',
  causes: ['attitude'],
  kind: 'coupon',
  label: '次回お使いいただけるクーポン',
  say: '応対が至らず、いやな思いをおさせいたしました。お詫びのしるしに、次回お使いいただけるクーポンをお送りいたします。',
  maxYen: 1_000,
  grantedBy: 'supervisor',
  clause: '応対品質基準 第5条（お詫びの品）',
  clauseText:
    '当社の応対に不手際があり、事実を確認したときは、責任者の判断により、1,000円を上限とするクーポンをお送りすることができる。',
}

const largeRefund: Row = {
  ...refund,
  code: 'R-06',
  name: '不良品の全額返金（1万円を超えるもの）',
  maxYen: 100_000,
  grantedBy: 'supervisor',
}

const priority: Row = {
  ...usual,
  code: 'R-07',
  name: '配送の遅れのあとの優先配送',
  causes: ['expectation', 'defect'],
  functions: ['logistics'],
  kind: 'redelivery',
  label: '次回ご注文の優先配送',
  say: '次のご注文を、優先便で、ご希望の日時にお届けいたします。',
  clause: '配送基準 第4条（優先配送）',
  clauseText:
    '当社の手配により配送が遅れたときは、次回のご注文1回に限り、追加料金なしで優先便を手配する。',
}

const letter: Row = {
  ...usual,
  code: 'R-08',
  name: '書面での説明',
  causes: ['attitude', 'misunderstanding', 'expectation', 'emotion'],
  kind: 'explanation',
  label: '書面でのご説明',
  say: '確認できたことを書面にまとめ、責任者の名前でお送りいたします。',
  clause: '書面の取り扱い基準 第3条（書面による回答）',
  clauseText:
    'お客様が書面による回答を希望されるときは、事実を確認できた範囲で、責任者名で回答する。',
}

const notInformed: Row = {
  ...usual,
  code: 'R-09',
  name: '説明不足の一部返金',
  causes: ['misunderstanding'],
  withinDays: 30,
  kind: 'partial-refund',
  label: '代金の一部のご返金',
  say: 'ご案内が足りませんでしたので、代金の一部をお返しいたします。',
  maxYen: 3_000,
  maxPercent: 30,
  clause: 'ご利用規約 第11条（ご案内の誤り）',
  clauseText:
    '当社のご案内に誤りまたは不足があったときは、お買い上げの日から30日以内のお申し出により、代金の3割（3,000円を上限とする）をお返しすることがあります。',
  evidence: 'ご案内した画面、または応対の記録',
}

/** The table a new company starts with: a mail-order house for food and kitchen things. Everything may be edited. */
export function defaultRules(ids: Ids): RemedyRule[] {
  const rows = [
    exchange,
    refund,
    shipping,
    repair,
    coupon,
    largeRefund,
    priority,
    letter,
    notInformed,
  ]
  return rows.map((row) => ({ id: ids.next(), ...row }))
}
