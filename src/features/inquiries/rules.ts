import {
  addBusinessDays,
  endOfBusiness,
  isOpenAt,
  nextBusinessDay,
  nextOpening,
  previousBusinessMoment,
  type BusinessCalendar,
} from '#kernel/business-calendar.ts'
import { sha256Hex } from '#kernel/hash.ts'
import { original, type Span } from '#kernel/japanese-text/mapped-text.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import { tokyoDay, toInstant } from '#kernel/tokyo.ts'
import type { CustomerFields } from '#features/complaints/contract.ts'
import type { InquiryState, Reminder, Shown } from './contract.ts'

type Instant = Temporal.Instant

/** The company's days with the department's own hours. */
export function hoursOf(
  calendar: BusinessCalendar,
  { opens, closes }: { readonly opens: string; readonly closes: string },
): BusinessCalendar {
  return { ...calendar, hours: { opens, closes }, halfWeekdays: {}, halfDays: {} }
}

/** Time to read an answer and tell the customer, before we promised to. */
const oursHours = 2

/**
 * By when to ask: the closing of the day after as many business days as they usually need, and earlier when the customer
 * was promised something before that. `isTight`: they have less time than they usually need.
 */
export function proposedDue(
  now: Instant,
  usualDays: number,
  calendar: BusinessCalendar,
  nextPromiseAt: string | null,
): { dueAt: string; isTight: boolean } {
  const start = tokyoDay(nextOpening(calendar, now))
  const usual = endOfBusiness(calendar, addBusinessDays(calendar, start, usualDays))
  const promised = nextPromiseAt
    ? previousBusinessMoment(
        calendar,
        Temporal.Instant.from(nextPromiseAt).subtract({ hours: oursHours }),
      )
    : null
  const isTight = promised !== null && isBefore(now, promised) && isBefore(promised, usual)
  return { dueAt: (isTight ? promised : usual).toString(), isTight }
}

/**
 * When the department is reminded, always while somebody is there: before the date (four hours, or a third of a shorter
 * time), at it, and when the next business day opens. One that would come before the question is left out.
 */
export function remindersOf(
  askedAt: string,
  dueAt: string,
  calendar: BusinessCalendar,
): { reminder: Reminder; at: string }[] {
  const [asked, due] = [Temporal.Instant.from(askedAt), Temporal.Instant.from(dueAt)]
  const lead = Math.min(4, asked.until(due).total('hours') / 3)
  const wanted = due.subtract({ milliseconds: Math.max(0, Math.round(lead * 3_600_000)) })
  const before = isOpenAt(calendar, wanted)
    ? wanted
    : lastHourBefore(calendar, previousBusinessMoment(calendar, wanted))
  const at = nextOpening(calendar, due)
  const late = startOf(calendar, nextBusinessDay(calendar, tokyoDay(at)))
  const isUseful = isBefore(asked, before) && isBefore(before, due)
  const all: { reminder: Reminder; at: Instant }[] = [
    ...(isUseful ? [{ reminder: 'before' as const, at: before }] : []),
    { reminder: 'due', at },
    { reminder: 'late', at: late },
  ]
  return all.map((each) => ({ reminder: each.reminder, at: each.at.toString() }))
}

function lastHourBefore(calendar: BusinessCalendar, closing: Instant): Instant {
  return nextOpening(calendar, closing.subtract({ hours: 1 }))
}

function startOf(calendar: BusinessCalendar, day: Temporal.PlainDate): Instant {
  return toInstant(day, calendar.hours.opens)
}

function isBefore(one: Instant, other: Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}

const order: readonly Reminder[] = ['before', 'due', 'late']

/** The one to come after the last that was sent; null when there is none left. */
export function nextReminder(
  all: ReturnType<typeof remindersOf>,
  last: Reminder | null,
): { reminder: Reminder; at: string } | null {
  const done = last === null ? -1 : order.indexOf(last)
  return all.find(({ reminder }) => order.indexOf(reminder) > done) ?? null
}

export type Deed = 'answer' | 'ask-back' | 'decline' | 'move' | 'tell' | 'withdraw'

/** What a request becomes by what is done; a code says why it cannot be done any more. */
export function afterDeed(
  state: InquiryState,
  deed: Deed,
): { next: InquiryState } | { why: 'inquiries.answered-already' | 'inquiries.over' } {
  if (state === 'answered') return { why: 'inquiries.answered-already' }
  if (state === 'declined' || state === 'withdrawn') return { why: 'inquiries.over' }
  const next = { answer: 'answered', 'ask-back': 'asked-back', decline: 'declined' } as const
  if (deed === 'withdraw') return { next: 'withdrawn' }
  if (deed === 'move') return { next: state }
  return { next: deed === 'tell' ? 'asked' : next[deed] }
}

export function isOpen(state: InquiryState): boolean {
  return state === 'asked' || state === 'asked-back'
}

/** Waited for at this moment, and its date is past. */
export function isOverdue(state: InquiryState, dueAt: string, now: string): boolean {
  return isOpen(state) && Temporal.Instant.compare(dueAt, now) <= 0
}

/** What the database keeps of a token, and of the key for files that its page derives from it. */
export function hashesOf(token: string): { tokenHash: string; filesHash: string } {
  return { tokenHash: sha256Hex(token), filesHash: sha256Hex(filesKeyOf(token)) }
}

/** Opens the way for files and nothing else, so that the token need not stand in an address. */
export function filesKeyOf(token: string): string {
  return sha256Hex(`files\n${token}`)
}

/** Does this link open its request at this moment? */
export function opens(
  link: {
    readonly tokenHash: string | null
    readonly expiresAt: string
    readonly state: InquiryState
  },
  now: string,
): boolean {
  const isInTime = Temporal.Instant.compare(now, link.expiresAt) < 0
  return link.tokenHash !== null && link.state !== 'withdrawn' && isInTime
}

export function expiryOf(dueAt: string, now: string, days: number): string {
  const from = Temporal.Instant.compare(dueAt, now) > 0 ? dueAt : now
  return Temporal.Instant.from(from)
    .add({ hours: days * 24 })
    .toString()
}

const blot = '■■'
const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu
const mobile = /(?<![\d-])(?:\+81[- ]?|0)[5789]0[-(（ー－\s]?\d{4}[-)）ー－\s]?\d{4}(?![\d-])/gu
const ways = [
  mail,
  /(?<![\d-])(?:\+81|0)\d{1,4}[-(（ー－\s]?\d{1,4}[-)）ー－\s]?\d{3,4}(?![\d-])/gu,
  /〒\s?\d{3}[-－]?\d{4}/gu,
]
const honorific = '(?:様|さま|さん|氏|殿)'

/** What of somebody is left in a text; else it is blotted out. */
export type LeftIn = { readonly name: boolean; readonly contacts: boolean }
const nothingLeft: LeftIn = { name: false, contacts: false }

/** The name when it was chosen, and ways to reach them when somebody said what for. */
export function leftIn({ withPersonal, contactFor }: Pick<Shown, 'withPersonal' | 'contactFor'>) {
  return { name: withPersonal, contacts: contactFor !== '' }
}

/** What stands behind prefecture, city and ward: 「追手町1-2-3」 is a place by itself, 「1-2-3」 is none. */
const streetOf =
  /^(?:.{2,3}?[都道府県])?(?:.+?[市郡])?(?:.+?区)?(?=.*\p{Script=Han})(?=.*\d)([^\s　]{4,})/u

type Personal = Span & { readonly isName: boolean }

/** In whatever width and variants they were typed; places are those of the text. */
function personalSpans(text: string, customer: CustomerFields): Personal[] {
  const read = normalise(text)
  const all = (pattern: RegExp, isName: boolean) =>
    [...read.text.matchAll(pattern)].map((found) => ({
      ...original(read, found.index, found.index + found[0].length),
      isName,
    }))
  const literal = (words: readonly string[], isName: boolean) =>
    words.flatMap((each) => {
      const plain = normalise(each.trim()).text
      if (plain.length > 1) return all(new RegExp(RegExp.escape(plain), 'gu'), isName)
      return isName && plain !== ''
        ? all(new RegExp(`(?<!\\p{Script=Han})${RegExp.escape(plain)}(?=${honorific})`, 'gu'), true)
        : []
    })
  const { phone = '', email = '', address = '' } = customer
  const [, street = ''] = streetOf.exec(address) ?? []
  return [
    ...literal(namesOf(customer), true),
    ...literal([phone, email, address, street], false),
    ...ways.flatMap((pattern) => all(pattern, false)),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end)
}

function namesOf({ name = '', kana = '' }: CustomerFields): string[] {
  const parts = name.trim().split(/[\s　]+/u)
  return [name, name.replaceAll(/[\s　]+/gu, ''), kana, ...parts]
}

/** What names the customer or says where they are, as it stands in a text; the longest first. */
export function personalIn(
  text: string,
  customer: CustomerFields,
  left: LeftIn = nothingLeft,
): string[] {
  const found = personalSpans(text, customer).filter((each) => isOut(each, left))
  const said = found.map(({ start, end }) => text.slice(start, end))
  return [...new Set(said)].toSorted((a, b) => b.length - a.length)
}

function isOut({ isName }: Personal, left: LeftIn): boolean {
  return isName ? !left.name : !left.contacts
}

/**
 * What of it must not leave: all that is known of this customer, anybody's mobile telephone, and mail addresses but our own.
 * Another number may be that of a shop.
 */
export function mustNotLeave(
  text: string,
  customer: CustomerFields,
  { left, own }: { readonly left: LeftIn; readonly own: readonly string[] },
): string[] {
  const { phone = '', email = '', address = '' } = customer
  const known = [phone, email, address].map((each) => figuresOf(each)).filter(Boolean)
  return personalIn(text, customer, left).filter((said) => {
    const plain = normalise(said).text
    const isOwn = own.some((each) => each.toLowerCase() === plain.toLowerCase())
    const isWay = ways.some((pattern) => plain.match(pattern)?.[0] === plain)
    const isAnybodys = [mobile, mail].some((pattern) => plain.match(pattern)?.[0] === plain)
    return !isOwn && (!isWay || isAnybodys || known.includes(figuresOf(said)))
  })
}

function figuresOf(words: string): string {
  return normalise(words).text.replaceAll(/[-ー()\s]/gu, '')
}

/** The same text with all that blotted out. */
export function blotted(
  text: string,
  customer: CustomerFields,
  left: LeftIn = nothingLeft,
): string {
  let [made, from] = ['', 0]
  for (const { start, end, isName } of personalSpans(text, customer)) {
    if (!isOut({ start, end, isName }, left)) continue
    if (start >= from) made += text.slice(from, start) + blot
    from = Math.max(from, end)
  }
  return made + text.slice(from)
}
