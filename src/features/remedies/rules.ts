import { normalise } from '#kernel/japanese-text/normalise.ts'
import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Role } from '#features/access/contract.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { moneyKinds, type Obstacle, type RemedyOption, type RemedyRule } from './contract.ts'
import { missingEvidence } from './evidence/rules.ts'

/**
 * What the table holds for this case, in the table's order: what may be offered now, and what could be once an
 * obstacle is out of the way. Rules that do not fit are left out. `now`: ISO instant.
 */
export function optionsFor(
  rules: readonly RemedyRule[],
  record: CaseRecord,
  now: string,
  roles: readonly Role[],
): RemedyOption[] {
  const fitting = rules.flatMap((rule) => {
    const obstacles = obstaclesOf({ rule, record, now, roles })
    const maxYen = capOf(rule, record.details.price)
    const awaits = missingEvidence(rule, record)
    return obstacles ? [{ rule, allowed: obstacles.length === 0, maxYen, obstacles, awaits }] : []
  })
  return fitting.filter(
    (option) => !fitting.some((other) => makesNeedless(other, option) || outranks(other, option)),
  )
}

/** Rows that give the same remedy by the same people: of those only one may speak in one case. */
export function laneOf({ kind, label, grantedBy }: RemedyRule): string {
  return [kind, grantedBy, moneyKinds.includes(kind) ? '' : folded(label)].join('/')
}

/** The hit policy. A row of which something is still unknown does not silence those behind it. */
function outranks(
  other: Pick<RemedyOption, 'rule' | 'obstacles'>,
  option: Pick<RemedyOption, 'rule'>,
): boolean {
  return (
    rankOf(other.rule) < rankOf(option.rule) &&
    laneOf(other.rule) === laneOf(option.rule) &&
    other.obstacles.every((obstacle) => obstacle === 'beyond-authority')
  )
}

export function rankOf({ priority }: Pick<RemedyRule, 'priority'>): number {
  return priority ?? Infinity
}

/** The same remedy, as much of it and with fewer obstacles: nobody needs the supervisor's row for a small refund. */
function makesNeedless(other: RemedyOption, option: RemedyOption): boolean {
  return (
    other.rule.kind === option.rule.kind &&
    other.obstacles.length < option.obstacles.length &&
    other.obstacles.every((obstacle) => option.obstacles.includes(obstacle)) &&
    (other.maxYen ?? 0) >= (option.maxYen ?? 0)
  )
}

type Case = {
  readonly rule: RemedyRule
  readonly record: CaseRecord
  readonly now: string
  readonly roles: readonly Role[]
}
type Verdict = Obstacle | 'unfit' | null

/** Null when the rule does not fit this case at all. */
function obstaclesOf(the: Case): Obstacle[] | null {
  if (!the.rule.isActive) return null
  const checks = [forceOf, causeOf, productOf, periodOf, factOf, priceOf, authorityOf]
  const verdicts = checks.map((check) => check(the))
  if (verdicts.includes('unfit')) return null
  return verdicts.filter((verdict) => verdict !== null && verdict !== 'unfit')
}

function forceOf({ rule: { effectiveFrom, effectiveUntil }, now }: Case): Verdict {
  const today = tokyoDay(Temporal.Instant.from(now)).toString()
  return (effectiveFrom ?? today) <= today && today <= (effectiveUntil ?? today) ? null : 'unfit'
}

function causeOf({ rule, record: { cause } }: Case): Verdict {
  const functions = rule.functions ?? []
  if (rule.causes.length + functions.length === 0) return null
  if (!cause) return rule.causeMayBeUnknown ? null : 'cause-unknown'
  const fits =
    (rule.causes.length === 0 || rule.causes.includes(cause.cause)) &&
    (functions.length === 0 || functions.includes(cause.answeringFunction))
  return fits ? null : 'unfit'
}

function productOf({ rule, record: { details } }: Case): Verdict {
  const wanted = termsOf(rule.productContains)
  if (wanted.length === 0) return null
  if (!details.product) return 'product-unknown'
  const product = folded(details.product)
  return wanted.some((term) => product.includes(term)) ? null : 'unfit'
}

export function termsOf(productContains: string | null): string[] {
  return (productContains ?? '')
    .split(/[、,，]/)
    .map(folded)
    .filter(Boolean)
}

export function folded(text: string): string {
  return normalise(text).text.trim().toLowerCase()
}

/** Until the customer told us, not until today: how long we take is not the customer's fault. */
function periodOf({ rule, record: { details, receivedAt }, now }: Case): Verdict {
  const fromDays = rule.fromDays ?? 0
  if (rule.withinDays === null && fromDays === 0) return null
  if (!details.purchasedOn) return 'purchase-unknown'
  const told = tokyoDay(Temporal.Instant.from(receivedAt || now))
  const { days } = Temporal.PlainDate.from(details.purchasedOn).until(told, { largestUnit: 'day' })
  if (days < 0) return 'purchase-unknown'
  if (days < fromDays) return 'unfit'
  return rule.withinDays === null || days <= rule.withinDays ? null : 'too-late'
}

function factOf({ rule, record: { facts } }: Case): Verdict {
  const isConfirmed = facts.some(
    ({ status, attributedTo }) => status === 'confirmed' && attributedTo !== 'customer',
  )
  return rule.needsConfirmedFact && !isConfirmed ? 'fact-unconfirmed' : null
}

/** A full refund is full or it is none: a price above the limit is for whoever may grant more. */
function priceOf({ rule, record: { details } }: Case): Verdict {
  const [from, to] = [rule.priceFrom ?? 0, rule.priceTo ?? Infinity]
  const isBanded = from > 0 || to < Infinity
  if (rule.kind !== 'refund' && rule.maxPercent === null && !isBanded) return null
  if (!details.price) return 'price-unknown'
  if (details.price < from || details.price > to) return 'unfit'
  const limit = limitOf(rule, details.price)
  return rule.kind === 'refund' && limit !== null && details.price > limit ? 'over-cap' : null
}

const granting: Record<RemedyRule['grantedBy'], readonly Role[]> = {
  operator: ['operator', 'visitor', 'supervisor', 'admin'],
  supervisor: ['supervisor', 'admin'],
  admin: ['admin'],
}

function authorityOf({ rule, roles }: Case): Verdict {
  return mayGrant(rule, roles) ? null : 'beyond-authority'
}

export function mayGrant(
  { grantedBy }: Pick<RemedyRule, 'grantedBy'>,
  roles: readonly Role[],
): boolean {
  return roles.some((role) => granting[grantedBy].includes(role))
}

/** The lowest of what the row says, in yen. */
export function limitOf(
  { maxYen, maxPercent }: RemedyRule,
  price: number | undefined,
): number | null {
  const share = maxPercent === null || !price ? null : Math.floor((price * maxPercent) / 100)
  if (maxYen === null || share === null) return maxYen ?? share
  return Math.min(maxYen, share)
}

/** What was paid bounds what is paid back. */
function capOf(rule: RemedyRule, price: number | undefined): number | null {
  if (!moneyKinds.includes(rule.kind)) return null
  if (rule.kind === 'refund') return price || null
  const limit = limitOf(rule, price)
  const isOfThePrice = rule.kind === 'partial-refund' || rule.kind === 'discount'
  return isOfThePrice && price && limit !== null ? Math.min(limit, price) : limit
}

export type Offerable = {
  readonly rule: RemedyRule
  readonly amountYen: number | null
  /** What has to be shown before it is agreed. */
  readonly awaits: string | null
}

/**
 * THE gate: every door that offers a remedy asks here. The rule fits, nothing stands in the way, the amount is within
 * the limit, nothing was agreed yet, and it is not the same again: what was rejected comes back only with another amount.
 * What the rule wants to be shown is in the record, or the offer says that we look first.
 */
export function offerable(
  rules: readonly RemedyRule[],
  record: CaseRecord,
  now: string,
  roles: readonly Role[],
  wanted: Ordered,
): Result<Offerable> {
  if (record.closing) return refuse('blocked', 'remedies.complaint-closed', {})
  if (record.agreement) return refuse('conflict', 'remedies.already-agreed', {})
  const rule = rules.find(({ id }) => id === wanted.ruleId)
  const obstacles = rule && obstaclesOf({ rule, record, now, roles })
  if (!rule || !obstacles) return refuse('blocked', 'remedies.no-rule', {})
  const [first] = obstacles
  if (first) return standingInTheWay(first, rule)
  const ahead = rules.find((other) => {
    const its = obstaclesOf({ rule: other, record, now, roles })
    return its && outranks({ rule: other, obstacles: its }, { rule })
  })
  if (ahead) return refuse('blocked', 'remedies.outranked', { label: rule.label, code: ahead.code })
  const amount = amountOf(rule, record.details.price, wanted.amountYen)
  if (!amount.ok) return amount
  const awaits = missingEvidence(rule, record)
  const no = sameAgain(record, rule, amount.value) ?? whyNotUnseen(rule, awaits, wanted)
  return no ?? ok({ rule, amountYen: amount.value, awaits })
}

type Ordered = {
  readonly ruleId: string
  readonly amountYen?: number | undefined
  readonly onceShown?: boolean | undefined
}

function whyNotUnseen({ label }: RemedyRule, awaits: string | null, wanted: Ordered): No | null {
  return awaits === null || wanted.onceShown
    ? null
    : refuse('blocked', 'remedies.evidence-missing', { label, evidence: awaits })
}

const codeOf = {
  'cause-unknown': 'remedies.cause-unknown',
  'product-unknown': 'remedies.product-unknown',
  'purchase-unknown': 'remedies.purchase-unknown',
  'too-late': 'remedies.too-late',
  'fact-unconfirmed': 'remedies.fact-unconfirmed',
  'price-unknown': 'remedies.price-unknown',
  'over-cap': 'remedies.over-cap',
  'beyond-authority': 'remedies.beyond-authority',
} as const satisfies Record<Obstacle, string>

function standingInTheWay(obstacle: Obstacle, rule: RemedyRule): No {
  const { label, grantedBy, withinDays, maxYen, clause } = rule
  const kind = obstacle === 'beyond-authority' ? 'forbidden' : 'blocked'
  return refuse(kind, codeOf[obstacle], { label, grantedBy, withinDays, maxYen, clause, who: [] })
}

function amountOf(
  rule: RemedyRule,
  price: number | undefined,
  asked: number | undefined,
): Result<number | null> {
  const { label, kind } = rule
  if (!moneyKinds.includes(kind))
    return asked ? refuse('invalid', 'remedies.amount-needless', { label }) : ok(null)
  const maxYen = capOf(rule, price) ?? 0
  const amount = asked ?? (kind === 'refund' ? maxYen : 0)
  if (amount === 0) return refuse('invalid', 'remedies.amount-missing', { label, maxYen })
  if (amount > maxYen) return refuse('blocked', 'remedies.over-limit', { label, maxYen })
  if (kind === 'refund' && amount < maxYen)
    return refuse('invalid', 'remedies.amount-not-full', { label, maxYen })
  return ok(amount)
}

function sameAgain({ offers }: CaseRecord, rule: RemedyRule, amountYen: number | null): No | null {
  const { label } = rule
  // Once it need not be shown any more, what was offered on condition may be offered without.
  const before = offers.filter(
    ({ ruleId, awaits }) => ruleId === rule.id && (awaits === undefined || rule.evidence !== null),
  )
  if (before.some(({ answer }) => answer !== 'rejected'))
    return refuse('conflict', 'remedies.already-offered', { label })
  return before.some((offer) => offer.amountYen === amountYen)
    ? refuse('conflict', 'remedies.already-rejected', { label })
    : null
}

/**
 * May this be agreed? Accepted offers, all of them and nothing else, and together not more than was paid. Without any
 * offer it is an agreement by explanation alone.
 */
export function whyNotAgreed(record: CaseRecord, offerIds: readonly string[]): No | null {
  if (record.closing) return refuse('blocked', 'remedies.complaint-closed', {})
  if (record.agreement) return refuse('conflict', 'remedies.already-agreed', {})
  const chosen = record.offers.filter(({ offerId }) => offerIds.includes(offerId))
  if (chosen.length < new Set(offerIds).size) return refuse('missing', 'remedies.offer-missing', {})
  const open = chosen.find(({ answer }) => answer !== 'accepted')
  if (open) return refuse('blocked', 'remedies.not-accepted', { label: open.label })
  const unseen = chosen.find((each) => stillAwaited(each, record) !== null)
  if (unseen) {
    const evidence = unseen.awaits ?? ''
    return refuse('blocked', 'remedies.evidence-awaited', { label: unseen.label, evidence })
  }
  const left = record.offers.find(
    ({ offerId, answer }) => answer === 'accepted' && !offerIds.includes(offerId),
  )
  if (left) return refuse('invalid', 'remedies.accepted-left-out', { label: left.label })
  return moreThanPaid(chosen, record.details.price)
}

/** Of an offer on condition: what is still to be shown; null once it is in the record. */
export function stillAwaited(
  { awaits }: Pick<CaseRecord['offers'][number], 'awaits'>,
  record: CaseRecord,
): string | null {
  return awaits === undefined ? null : missingEvidence({ evidence: awaits }, record)
}

function moreThanPaid(chosen: CaseRecord['offers'], price: number | undefined): No | null {
  const paidBack = chosen
    .filter(({ kind }) => kind === 'refund' || kind === 'partial-refund' || kind === 'discount')
    .reduce((sum, { amountYen }) => sum + (amountYen ?? 0), 0)
  return price && paidBack > price
    ? refuse('blocked', 'remedies.more-than-paid', { price, paidBack })
    : null
}
