import type { z } from 'zod'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { apologyScope as scope } from './contract.ts'

export type ApologyScope = z.output<typeof scope>

/** A promise to the same customer on one of their other complaints. */
export type PromiseElsewhere = {
  readonly words: string
  readonly dueAt: string
  readonly state: 'open' | 'broken'
  readonly ownerName: string
  readonly complaintNumber: string
}

/**
 * Facts decide the apology. What was claimed is not ours yet: only the trouble may be apologised for. What our own
 * ledger shows (a promise not kept) is ours at once. The fault itself waits for a confirmed fact attributed to us.
 */
export function apologyScope(
  record: Pick<CaseRecord, 'facts' | 'commitments' | 'concerns'>,
  elsewhere: readonly PromiseElsewhere[] = [],
): ApologyScope {
  const ours = record.facts.filter(isOurs).map(({ statement }) => statement)
  const broken = brokenPromises(record, elsewhere).map(({ words }) => words)
  const troubles = record.concerns.filter(({ isSettled }) => !isSettled).map(({ words }) => words)
  return {
    level: ours.length > 0 ? 'fault' : broken.length > 0 ? 'ledger' : 'trouble',
    forWhat: [...ours, ...broken, ...troubles],
    notYet: record.facts.filter(isUndecided).map(({ statement }) => statement),
  }
}

/** Promises to the customer that were not kept: of this complaint and of their earlier ones, latest due first. */
export function brokenPromises(
  record: Pick<CaseRecord, 'commitments'>,
  elsewhere: readonly PromiseElsewhere[] = [],
): readonly { readonly words: string; readonly dueAt: string }[] {
  return [
    ...record.commitments.filter(({ state, madeTo }) => state === 'broken' && madeTo !== 'us'),
    ...elsewhere.filter(({ state }) => state === 'broken'),
  ].toSorted((a, b) => Date.parse(b.dueAt) - Date.parse(a.dueAt))
}

type Fact = CaseRecord['facts'][number]

export function isOurs(fact: Fact): boolean {
  return fact.status === 'confirmed' && fact.attributedTo === 'us'
}

function isUndecided(fact: Fact): boolean {
  return (
    fact.status === 'claimed' || (fact.status === 'confirmed' && fact.attributedTo === 'unknown')
  )
}

const us = '(?:弊社|当社|当店|私ども|私たち|こちら)'
const fault =
  '(?:不備|落ち度|過失|不手際|手違い|ミス|誤り|間違い|責任|至らな|不注意|確認不足|説明不足)'
const admission = new RegExp(
  `${us}(?:側)?(?:の|に|が|で)[^。、「」]{0,14}${fault}|${fault}(?:は|が)${us}`,
)
const englishAdmission = new RegExp(
  [
    String.raw`\b(?:our|my|the company[’']s)(?: own)? (?:fault|mistake|error|negligence|oversight|failure|failing|carelessness|blunder)`,
    String.raw`\b(?:we|I)(?:[’'](?:re|m)| are| am| were| was)(?: clearly| entirely)? (?:at fault|to blame|negligent|careless|in the wrong|wrong|liable)\b`,
    String.raw`\bwe(?:[’']re| are| were) responsible\b`,
    String.raw`\b(?:we|I)(?:[’']ve| have)? (?:made an? (?:\w+ )?(?:mistake|error)|messed|failed|neglected|got (?:it|this|that) wrong|let you down)`,
    String.raw`\b(?:fault|mistake|error|blame|responsibility) (?:is|was|lies|rests) (?:ours|mine|with us)\b`,
  ].join('|'),
  'i',
)

/** Does this sentence say that the fault is ours? Quoting the customer is not saying it. */
export function admitsFault(text: string): boolean {
  const own = unquoted(text)
  return admission.test(own) || englishAdmission.test(own)
}

const money =
  /支払|返金|金額|賠償|慰謝料|迷惑料|弁償|弁済|補償|見舞金|解決金|商品券|金券|値引|割引|クーポン|お金|金銭|金品|負担|[0-9０-９一二三四五六七八九十百千万]円/

const englishMoney =
  /\b(?:refund\w*|pay(?:s|ing|ments?|outs?)?|paid|money|cash|amounts?|compensat\w*|damages|reimburs\w*|indemni\w*|vouchers?|coupons?|gift (?:cards?|certificates?)|discounts?|store credit|price reduction|yen|dollars?|euros?|free of charge|(?:at )?no (?:cost|charge)|our expense|cover the costs?|goodwill (?:gesture|gift))\b|[¥￥$€£]\s?\d/i

/** Does this text name money, or something that stands for it? */
export function namesMoney(text: string): boolean {
  return money.test(text) || englishMoney.test(text)
}

const payment =
  /(?:お?支払い?(?:し|いた|させ|申し)|払い(?:ます|致|いた)|弁償(?:し|いた|させ)|負担(?:し|いた|させ))/

const englishPayment =
  /\b(?:we|I|the company)(?:[’'](?:ll|re)| will| shall| can| could| are| am)(?: (?:gladly|certainly|of course|happily|be happy to|be glad to|going to|also))* (?:pay|reimburse|compensate|indemnify|cover (?:the|your|all|any)|foot the bill|make good)\b/i

/** 「お支払いします」, “we will pay” and their relatives: no screen of ours puts these into anybody's mouth. */
export function promisesPayment(text: string): boolean {
  const own = unquoted(text)
  return payment.test(own) || englishPayment.test(own)
}

function unquoted(text: string): string {
  return text.replace(/「[^」]*」|“[^”]*”/g, '')
}

/** The number of the published version inside a playbook's version; 0 as shipped. */
export function editionOf(version: string): number {
  return Number(/^(\d+)-/.exec(version)?.[1] ?? 0)
}

export function versionOf(edition: number, hash: string): string {
  return edition === 0 ? hash : `${edition}-${hash.slice(0, 16)}`
}
