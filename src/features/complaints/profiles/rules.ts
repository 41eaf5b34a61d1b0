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
  | 'complaints.caution-review-day'

/** Why something may not be written down about a customer, or null. `today`: the day in Japan. */
export function whyNoCaution(
  caution: { words: string; happenedOn: string; reviewOn: string },
  today: string,
): CautionRefusal | null {
  if (labels.test(normalise(caution.words).text)) return 'complaints.caution-is-a-label'
  if (caution.happenedOn > today) return 'complaints.caution-in-the-future'
  const latest = Temporal.PlainDate.from(today).add({ days: longestReviewDays }).toString()
  const isSensible = caution.reviewOn > today && caution.reviewOn <= latest
  return isSensible ? null : 'complaints.caution-review-day'
}

/** An entry with the complaint that holds it. */
export type Written = Recorded & { readonly complaintId: string; readonly number: string }

type Said = Pick<CustomerPage, 'told' | 'contacts' | 'agreements' | 'proxies' | 'cautions'> & {
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
    contacts: read.flatMap(contactIn),
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
    cautions: read.flatMap((entry) =>
      entry.type === 'complaints.caution-noted' && stands(entry.payload.cautionId)
        ? [{ ...placeOf(entry), ...entry.payload, isOver: entry.payload.reviewOn < today }]
        : [],
    ),
    merges: mergesIn(read, ended),
  }
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

function contactIn({ type, payload, at, complaintId, number }: Written): CustomerPage['contacts'] {
  const contact = { at, complaintId, number }
  if (type === 'complaints.received')
    return [{ ...contact, at: payload.receivedAt, how: payload.channel }]
  if (type !== 'intake.call-started') return []
  return [{ ...contact, how: payload.direction === 'in' ? 'call-in' : 'call-out' }]
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
