import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { fold } from '#features/complaints/record/door.ts'
import type { RemedyRule } from './contract.ts'

/** A row that fits everything: a coupon of up to 500 yen that an operator may give. */
export function aRule(change: Partial<RemedyRule> = {}): RemedyRule {
  return {
    id: '00000000-0000-7000-8000-0000000000c1',
    code: 'T-01',
    name: 'クーポン',
    causes: [],
    productContains: null,
    withinDays: null,
    needsConfirmedFact: false,
    kind: 'coupon',
    label: 'クーポン',
    say: '次回お使いいただけるクーポンをお送りいたします。',
    maxYen: 500,
    maxPercent: null,
    grantedBy: 'operator',
    clause: '規定 第1条',
    clauseText: '500円を上限とするクーポンをお送りする。',
    evidence: null,
    isActive: true,
    ...change,
  }
}

/** A complaint of 24 November about a bottle of oil bought four days before, of which nothing is confirmed yet. */
export function aCase(change: Partial<CaseRecord> = {}): CaseRecord {
  return {
    ...fold([]),
    number: 'U26-00101',
    receivedAt: '2026-11-24T01:00:00Z',
    details: {
      product: 'エキストラバージンオリーブオイル 500ml',
      price: 2480,
      purchasedOn: '2026-11-20',
    },
    ...change,
  }
}
