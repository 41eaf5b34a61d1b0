import { canonicalJson } from '#kernel/canonical-json.ts'
import { sha256Hex } from '#kernel/hash.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import { parseNumeral } from '#kernel/japanese-text/numerals.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyo } from '#kernel/tokyo.ts'
import type { Channel, CustomerFields, Details } from '#features/complaints/contract.ts'
import type { Field, Plan, Row } from '../columns/contract.ts'
import { channelOf, standingOf } from '../columns/rules.ts'
import { isImpossible, readCellMoment } from '../moments/rules.ts'
import { longestAddress, pageAddress } from '../reviews/contract.ts'
import { readContact, readWords } from '../rules.ts'
import type { Entry, Message, Remark, ReviewSource } from './contract.ts'

/** The column that we add to what could not be taken; a mended file may bring it back. */
export const reasonColumns = ['取り込めなかった理由', 'Why it was not taken'] as const

// The clock of whoever wrote the line down may be a little ahead of ours.
const toleratedMinutes = 5

/** A row as a complaint. `now` is an ISO instant: what is said to have come later is mistyped. */
export function entryOf({ values }: Row, plan: Plan, now: string): Result<Entry> {
  const value = (field: Field) => (values[plan.mapping[field] ?? ''] ?? '').trim()
  const words = readWords(value('words'))
  if (!words.ok)
    return value('words') === '' ? refuse('invalid', 'intake.import-line-empty', {}) : words
  const received = receivedOf(value('received'), now)
  if (!received.ok) return received
  const customer = contactOf(customerOf(value))
  if (!customer.ok) return customer
  const review = reviewOf(value)
  if (!review.ok) return review
  const state = value('state')
  const isClosed = (plan.states[state] ?? standingOf(state)) === 'closed'
  return ok({
    words: words.value,
    receivedAt: received.value.at,
    channel: channelIn(value('channel'), plan),
    customer: customer.value.fields,
    details: detailsOf(value),
    ...sourceOf(values, value, plan),
    messages: messagesOf(value),
    attachments: [],
    closedAs: isClosed ? state : null,
    review: review.value.source,
    remarks: [...received.value.remarks, ...customer.value.remarks, ...review.value.remarks],
  })
}

function sourceOf(values: Row['values'], value: Value, plan: Plan) {
  const from = plan.system || value('system')
  const reference = value('reference')
  const row = Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''))
  const hash = sha256Hex(canonicalJson(row))
  return {
    source: { system: from || 'file', reference: reference || hash.slice(0, 16), row },
    sourceKey: from && reference ? `import:${from}:${reference}` : `import:sha256:${hash}`,
  }
}

type Received = { at: string | null; remarks: Remark[] }

function receivedOf(text: string, now: string): Result<Received> {
  if (text === '') return ok({ at: null, remarks: [{ code: 'received-missing', text }] })
  if (isImpossible(text)) return refuse('invalid', 'intake.import-impossible-date', { text })
  const received = readCellMoment(text)
  if (!received) return ok({ at: null, remarks: [{ code: 'received-unreadable', text }] })
  if (isAfter(received.at, now)) return refuse('invalid', 'intake.received-in-future', {})
  const isMonth = received.precision === 'month'
  return ok({ at: received.at, remarks: isMonth ? [{ code: 'received-month', text }] : [] })
}

export function isAfter(at: string, now: string): boolean {
  const latest = Temporal.Instant.from(now).add({ minutes: toleratedMinutes })
  return Temporal.Instant.compare(Temporal.Instant.from(at), latest) > 0
}

type Contact = { fields: CustomerFields; remarks: Remark[] }

/** 「なし」「不明」 is no telephone: it stays in the row. A number or an address with a slip is mended by a person. */
function contactOf(told: CustomerFields): Result<Contact> {
  const { phone = '', email = '', ...rest } = told
  const hasPhone = /\d/u.test(normalise(phone).text)
  const hasEmail = /[a-z\d@＠]/iu.test(email.normalize('NFKC'))
  const fields = { ...rest, ...(hasPhone ? { phone } : {}), ...(hasEmail ? { email } : {}) }
  const read = readContact(fields)
  if (!read.ok) return read
  const leftOut = [hasPhone ? '' : phone, hasEmail ? '' : email].filter(Boolean)
  const remarks = leftOut.map((text) => ({ code: 'contact-left-out' as const, text }))
  return ok({ fields: read.value, remarks })
}

function channelIn(text: string, plan: Plan): Channel {
  return plan.channels[text] ?? channelOf(text) ?? 'import'
}

function messagesOf(value: Value): Message[] {
  const answer = { speaker: 'operator' as const, text: value('answer'), at: null, byName: '' }
  const note = { speaker: 'internal' as const, text: value('note'), at: null, byName: '' }
  return [answer, note].filter(({ text }) => text !== '')
}

type Seen = { source: ReviewSource | null; remarks: Remark[] }

/** 「なし」 and 「良い」 are no stars and no page, and are told. A count or an address with a slip is mended by a person. */
function reviewOf(value: Value): Result<Seen> {
  const [site, told, author] = [value('site'), value('url'), value('author')]
  const [stars, count] = [starsIn(value('stars')), value('stars')]
  if (stars === null && /[\d★☆]/u.test(count.normalize('NFKC')))
    return refuse('invalid', 'intake.review-stars-unreadable', { text: count })
  const isPage = told.length <= longestAddress && pageAddress.test(told)
  if (!isPage && /[:./]/u.test(told.normalize('NFKC')))
    return refuse('invalid', 'intake.review-url-unreadable', { text: told })
  const url = isPage ? told : ''
  const remarks: Remark[] = [
    ...(stars === null && count !== '' ? [{ code: 'stars-left-out' as const, text: count }] : []),
    ...(url !== told ? [{ code: 'url-left-out' as const, text: told }] : []),
  ]
  const isSeen = site !== '' || url !== '' || author !== '' || stars !== null
  return ok({ source: isSeen ? { site, url, author, stars } : null, remarks })
}

/** ★★☆☆☆, 2, 2.5/5 → stars of five. Null for anything else. */
export function starsIn(text: string): number | null {
  const folded = text.normalize('NFKC').trim()
  if (/^[★☆]{1,5}$/u.test(folded)) return [...folded].filter((star) => star === '★').length
  const number = /^([0-5](?:\.\d)?)(?:\s*[/／]\s*5(?:\.0)?|\s*(?:点|つ星|stars?))?$/iu.exec(
    folded,
  )?.[1]
  return number === undefined || Number(number) > 5 ? null : Number(number)
}

type Value = (field: Field) => string

function customerOf(value: Value): CustomerFields {
  return filled({
    name: upTo(100, value('name')),
    kana: upTo(100, value('kana')),
    phone: upTo(40, value('phone')),
    email: upTo(200, value('email')),
    postcode: upTo(12, value('postcode')),
    address: upTo(300, value('address')),
  })
}

function detailsOf(value: Value): Details {
  const product = [value('maker'), value('product')].filter(Boolean).join(' ')
  const aboutWhat = [product, value('category')].filter(Boolean).join('：')
  const price = priceOf(value('price'))
  const purchased = readCellMoment(value('purchasedOn'))
  return {
    ...filled({
      subject: upTo(200, value('subject') || (value('category') ? aboutWhat : '')),
      product: upTo(200, product),
      orderNumber: upTo(80, value('orderNumber')),
      lot: upTo(80, value('lot')),
      happenedOn: upTo(80, value('happenedOn')),
      happenedWhere: upTo(200, value('happenedWhere')),
      expectedOutcome: upTo(2000, value('expectedOutcome')),
    }),
    ...(price === undefined ? {} : { price }),
    ...(purchased && purchased.precision !== 'month' ? { purchasedOn: dayOf(purchased.at) } : {}),
  }
}

/** The start of a text, without half a letter at its end. */
export function upTo(most: number, text: string): string {
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim()
}

export function filled(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}

const mostMoney = 1e12

function priceOf(text: string): number | undefined {
  const amount = normalise(text).text.replace(/[\s¥\\円]|税込|税抜/gu, '')
  const price = parseNumeral(amount)
  const isPrice = price !== undefined && Number.isInteger(price) && price >= 0 && price < mostMoney
  return isPrice ? price : undefined
}

function dayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(tokyo).toPlainDate().toString()
}
