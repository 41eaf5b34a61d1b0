import { normalise } from '#kernel/japanese-text/normalise.ts'
import type { CustomerFields } from '../contract.ts'
import type { Recorded } from '../record/contract.ts'
import {
  customerFieldNames,
  type CustomerField,
  type CustomerPage,
  type LinkKind,
  type SplitWay,
} from './contract.ts'

/** Fourteen days to notice that two people were taken for one; afterwards it is split by hand. */
const undoHours = 14 * 24

export function undoUntil(mergedAt: string): string {
  return Temporal.Instant.from(mergedAt).add({ hours: undoHours }).toString()
}

/** What merging gives: the kept customer's own details, gaps filled, or as somebody chose field by field. */
export function merged(
  into: CustomerFields,
  from: CustomerFields,
  choices: { readonly [F in CustomerField]?: 'from' | 'into' | undefined },
): { result: CustomerFields; taken: CustomerField[] } {
  const picked = customerFieldNames.map((field) => {
    const side = choices[field] ?? (into[field] ? 'into' : 'from')
    return { field, value: side === 'from' ? from[field] : into[field] }
  })
  const given = picked.flatMap(({ field, value }) => (value ? [[field, value] as const] : []))
  const taken = picked.filter(({ field, value }) => (value ?? '') !== (into[field] ?? ''))
  return { result: Object.fromEntries(given), taken: taken.map(({ field }) => field) }
}

/** Takes details back that came from elsewhere; what was changed since stays as it is. */
export function withoutTaken(
  now: CustomerFields,
  given: CustomerFields,
  own: CustomerFields,
  taken: readonly CustomerField[],
): CustomerFields {
  const fields = customerFieldNames.map((field) => {
    const isUntouched = taken.includes(field) && now[field] === given[field]
    return [field, isUntouched ? own[field] : now[field]] as const
  })
  return Object.fromEntries(fields.filter(([, value]) => value))
}

/** Who keeps what when one record becomes two. */
export function divided(
  known: CustomerFields,
  ways: { readonly [F in CustomerField]?: SplitWay | undefined },
): { stays: CustomerFields; goes: CustomerFields } {
  const keep = (...kept: SplitWay[]) =>
    Object.fromEntries(
      customerFieldNames.flatMap((field) =>
        known[field] && kept.includes(ways[field] ?? 'stays') ? [[field, known[field]]] : [],
      ),
    )
  return { stays: keep('stays', 'both'), goes: keep('goes', 'both') }
}

/**
 * The details after a split is taken back: as they were before it, but for what the one who stayed has told since. What
 * only the other one has fills the gaps.
 */
export function rejoined(
  into: CustomerFields,
  from: CustomerFields,
  split: { readonly before: CustomerFields; readonly after: CustomerFields | null },
): { result: CustomerFields; taken: CustomerField[] } {
  const told = customerFieldNames.map((field) => {
    const isTold = (into[field] ?? '') !== (split.after?.[field] ?? '')
    const before = split.before[field] ?? from[field]
    return [field, isTold ? into[field] : before] as const
  })
  const given = told.flatMap(([field, value]) => (value ? [[field, value] as const] : []))
  const taken = told.filter(([field, value]) => (value ?? '') !== (into[field] ?? ''))
  return { result: Object.fromEntries(given), taken: taken.map(([field]) => field) }
}

const inverse: Readonly<Record<LinkKind, LinkKind>> = {
  family: 'family',
  company: 'member',
  member: 'company',
  'proxy-for': 'represented-by',
  'represented-by': 'proxy-for',
  other: 'other',
}

/** The same link as it reads in the other customer's record. */
export function seenFromThere(kind: LinkKind): LinkKind {
  return inverse[kind]
}

const longestReviewDays = 366

/** What a person is called says nothing of what they did: a fact has a day, words and a source. */
const labels =
  /クレーマー|モンスター|ブラックリスト|要注意人物|危険人物|常習|悪質な(?:客|お客|人)|(?:変|おかしい|頭のおかしい|面倒|厄介)な?(?:客|お客|人(?!\p{Script=Han}))|うるさい(?:客|人(?!\p{Script=Han}))|\b(?:claimer|troublemaker|blacklist)/iu

export type CautionRefusal =
  | 'complaints.caution-is-a-label'
  | 'complaints.caution-in-the-future'
  | ReviewDayRefusal

type ReviewDayRefusal = 'complaints.caution-review-day' | 'complaints.caution-not-longer'

/** Why something may not be written down about a customer, or null. `today`: the day in Japan. */
export function whyNoCaution(
  caution: { words: string; happenedOn: string; reviewOn: string },
  today: string,
): CautionRefusal | null {
  if (labels.test(normalise(caution.words).text)) return 'complaints.caution-is-a-label'
  if (caution.happenedOn > today) return 'complaints.caution-in-the-future'
  return whyNoReviewDay(caution.reviewOn, today)
}

/** Why a fact may not be shown until then, or null. `former`: the day that held, which only a later one prolongs. */
export function whyNoReviewDay(
  reviewOn: string,
  today: string,
  former = today,
): ReviewDayRefusal | null {
  const latest = Temporal.PlainDate.from(today).add({ days: longestReviewDays }).toString()
  if (reviewOn <= today || reviewOn > latest) return 'complaints.caution-review-day'
  return reviewOn > former || former === today ? null : 'complaints.caution-not-longer'
}

/** Until when a fact is shown, by the last that was said of it. */
export function reviewDayOf(entries: readonly Written[], cautionId: string): string | undefined {
  return entries
    .flatMap(({ type, payload }) =>
      (type === 'complaints.caution-noted' || type === 'complaints.caution-prolonged') &&
      payload.cautionId === cautionId
        ? [payload.reviewOn]
        : [],
    )
    .at(-1)
}

/** An entry with the complaint that holds it. */
export type Written = Recorded & { readonly complaintId: string; readonly number: string }

type Said = Pick<
  CustomerPage,
  'told' | 'contacts' | 'remedies' | 'agreements' | 'proxies' | 'cautions'
> & {
  readonly splits: readonly (Omit<
    CustomerPage['splits'][number],
    'undoUntil' | 'canBeUndone' | 'name'
  > & { readonly fromId: string })[]
  readonly links: readonly (Omit<CustomerPage['links'][number], 'customerId' | 'name'> & {
    readonly otherComplaintId: string
  })[]
  readonly merges: readonly (Omit<CustomerPage['merges'][number], 'undoUntil' | 'canBeUndone'> & {
    readonly intoId: string
    readonly isUndone: boolean
  })[]
}

/** What entries, oldest first, say of a customer; the latest first. `today`: the day in Japan. */
export function saidOf(entries: readonly Written[], today: string): Said {
  const read = entries.toReversed()
  const ended = endingsIn(entries)
  const stands = (id: string) => !ended.has(id)
  return {
    told: toldIn(read),
    contacts: contactsIn(read),
    remedies: remediesIn(read),
    agreements: read.flatMap((entry) => {
      if (entry.type !== 'remedies.agreed') return []
      const { agreementId, words } = entry.payload
      return [{ ...placeOf(entry), words, isWithdrawn: !stands(agreementId) }]
    }),
    links: read.flatMap((entry) =>
      entry.type === 'complaints.customers-linked' && stands(entry.payload.linkId)
        ? [{ ...placeOf(entry), ...entry.payload }]
        : [],
    ),
    proxies: read.flatMap((entry) => {
      if (entry.type !== 'complaints.proxy-named' || !stands(entry.payload.proxyId)) return []
      const { until } = entry.payload
      return [{ ...placeOf(entry), ...entry.payload, isOver: until !== null && until < today }]
    }),
    cautions: cautionsIn(read, today).filter(({ cautionId }) => stands(cautionId)),
    merges: mergesIn(read, ended),
    splits: splitsIn(read),
  }
}

function cautionsIn(latestFirst: readonly Written[], today: string): CustomerPage['cautions'] {
  const prolongings = latestFirst.flatMap(({ type, payload, at, byName }) =>
    type === 'complaints.caution-prolonged' ? [{ ...payload, at, byName }] : [],
  )
  return latestFirst.flatMap((entry) => {
    if (entry.type !== 'complaints.caution-noted') return []
    const { cautionId } = entry.payload
    const prolonged = prolongings
      .filter((each) => each.cautionId === cautionId)
      .map(({ at, byName, reviewOn, reason }) => ({ at, byName, reviewOn, reason }))
    const reviewOn = prolonged[0]?.reviewOn ?? entry.payload.reviewOn
    const isOver = reviewOn < today
    return [{ ...placeOf(entry), ...entry.payload, reviewOn, isOver, prolonged }]
  })
}

function remediesIn(latestFirst: readonly Written[]): CustomerPage['remedies'] {
  const answers = new Map<string, CustomerPage['remedies'][number]['answer']>()
  for (const { type, payload } of latestFirst)
    if (type === 'remedies.answered' && !answers.has(payload.offerId))
      answers.set(payload.offerId, payload.answer)
  return latestFirst.flatMap((entry) => {
    if (entry.type !== 'remedies.offered') return []
    const { offerId, label, amountYen } = entry.payload
    return [{ ...placeOf(entry), offerId, label, amountYen, answer: answers.get(offerId) ?? null }]
  })
}

function splitsIn(latestFirst: readonly Written[]): Said['splits'] {
  const splits = latestFirst.flatMap((entry) => {
    if (entry.type !== 'complaints.customer-split' || entry.payload.side === 'moved') return []
    const { splitId, fromId, reason } = entry.payload
    return [{ ...placeOf(entry), splitId, fromId, reason }]
  })
  return [...new Map(splits.map((each) => [each.splitId, each])).values()]
}

function placeOf({ at, byName, complaintId, number }: Written) {
  return { at, byName, complaintId, number }
}

function endingsIn(entries: readonly Written[]): ReadonlySet<string> {
  const ids = entries.flatMap(({ type, payload }) => {
    if (type === 'complaints.customers-unlinked') return [payload.linkId]
    if (type === 'complaints.proxy-ended') return [payload.proxyId]
    if (type === 'complaints.caution-ended') return [payload.cautionId]
    if (type === 'complaints.customers-merge-undone') return [payload.mergeId]
    if (type === 'remedies.agreement-withdrawn') return [payload.agreementId]
    return []
  })
  return new Set(ids)
}

function toldIn(latestFirst: readonly Written[]): CustomerPage['told'] {
  const told = latestFirst.flatMap((entry) => {
    const { at, complaintId, number } = entry
    const customer = customerIn(entry)
    return customerFieldNames.flatMap((field) => {
      const value = customer[field]
      return value ? [{ at, complaintId, number, field, value }] : []
    })
  })
  const seen = new Map(told.map((each) => [`${each.field} ${each.value}`, each]))
  // Of the same value the last one set is the one told first; the latest telling counts.
  for (const each of told.toReversed()) seen.set(`${each.field} ${each.value}`, each)
  return [...seen.values()]
}

function customerIn({ type, payload }: Written): CustomerFields {
  if (type === 'complaints.received') return payload.customer
  if (type === 'complaints.customer-identified') return payload
  return {}
}

/** A complaint that came as a mail has come once. */
function contactsIn(latestFirst: readonly Written[]): CustomerPage['contacts'] {
  const contacts = latestFirst.flatMap(contactIn)
  const byMail = new Set(
    contacts.filter(({ how }) => how === 'mail-in').map(({ complaintId }) => complaintId),
  )
  return contacts.filter(({ how, complaintId }) => how !== 'mail' || !byMail.has(complaintId))
}

function contactIn({ type, payload, at, complaintId, number }: Written): CustomerPage['contacts'] {
  const contact = { at, complaintId, number, subject: null }
  switch (type) {
    case 'complaints.received':
      return [{ ...contact, at: payload.receivedAt, how: payload.channel }]
    case 'intake.call-started':
      return [{ ...contact, how: payload.direction === 'in' ? 'call-in' : 'call-out' }]
    case 'intake.mail-received':
      if (payload.isInside) return []
      return [{ ...contact, how: 'mail-in', subject: payload.subject || null }]
    case 'letters.sent':
      if (payload.kind === 'inquiry') return []
      return [{ ...contact, how: 'letter-out', subject: payload.subject || null }]
    default:
      return []
  }
}

function mergesIn(latestFirst: readonly Written[], ended: ReadonlySet<string>): Said['merges'] {
  const merges = new Map<string, Said['merges'][number]>()
  for (const entry of latestFirst) {
    if (entry.type !== 'complaints.customers-merged' || entry.payload.side === 'stayed') continue
    const { mergeId, intoId, reason, before } = entry.payload
    const complaints = (merges.get(mergeId)?.complaints ?? 0) + 1
    const isUndone = ended.has(mergeId)
    merges.set(mergeId, {
      ...placeOf(entry),
      mergeId,
      intoId,
      reason,
      before,
      complaints,
      isUndone,
    })
  }
  return [...merges.values()].filter(({ isUndone }) => !isUndone)
}
