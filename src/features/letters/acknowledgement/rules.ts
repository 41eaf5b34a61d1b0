import { endOfBusiness, nextBusinessDay, type BusinessCalendar } from '#kernel/business-calendar.ts'
import { tokyo, tokyoDay } from '#kernel/tokyo.ts'

export const shippedText = `{お名前}様

このたびはご連絡をいただき、ありがとうございます。
{会社名}の{窓口名}です。お申し出を次の番号で受け付けました。

　受付番号　{受付番号}
　受付日時　{受付日時}

これから担当の者が内容を確かめ、{ご連絡の期限}までに、
今後の進め方をメールでお知らせいたします。

お伝えになりたいことや写真がほかにもございましたら、
このメールにご返信ください。同じ番号で拝見します。

窓口の時間　{窓口の時間}`

/** What the text can be filled with. */
export const fillable = [
  'お名前',
  '受付番号',
  '受付日時',
  'ご連絡の期限',
  '会社名',
  '窓口名',
  '窓口の時間',
  '件名',
] as const
export type Fillable = (typeof fillable)[number]
type Values = Readonly<Record<Fillable, string>>

export type Told = {
  readonly number: string
  readonly name: string
  /** ISO instant. */
  readonly receivedAt: string
  readonly subject: string
  readonly organisation: string
  readonly desk: string
  readonly calendar: BusinessCalendar
}

/** Whoever writes hears from a person by the end of the next business day: the same as the web form says. */
export function nextContact({ calendar, receivedAt }: Pick<Told, 'calendar' | 'receivedAt'>) {
  const day = tokyoDay(Temporal.Instant.from(receivedAt))
  return endOfBusiness(calendar, nextBusinessDay(calendar, day))
}

export function valuesOf(told: Told): Values {
  const { calendar, name, subject } = told
  return {
    // Without a name 「お客様」 is what a letter says: the text brings its 様.
    お名前:
      plain(name, mostOfName)
        .replace(/\s*(?:様|さま)\s*$/u, '')
        .trim() || 'お客',
    受付番号: told.number,
    受付日時: momentWords(Temporal.Instant.from(told.receivedAt)),
    ご連絡の期限: momentWords(nextContact(told)),
    会社名: told.organisation,
    窓口名: told.desk,
    窓口の時間: hoursWords(calendar),
    件名: plain(subject, mostOfSubject) || 'お申し出の件',
  }
}

const [mostOfName, mostOfSubject] = [40, 80]
const leading = /:\/\/|www\.|@|[a-z0-9-]\.[a-z]{2,}(?:[/\s]|$)/iu

/**
 * What a stranger typed, as far as it may stand in a letter of ours: anybody can name anybody's address in a form, and must not make
 * us carry their link, or their whole letter, there.
 */
function plain(typed: string, most: number): string {
  const words = typed.replace(/[\p{Cc}\p{Cf}{}｛｝]+/gu, ' ').trim()
  return leading.test(words.normalize('NFKC')) || [...words].length > most ? '' : words
}

const place = /[{｛]+\s*([^{}｛｝\n]*?)\s*[}｝]+/gu

/** The text with its places filled, and those that nothing fills: a text with one of these is not sent. */
export function fill(text: string, values: Values): { text: string; unknown: string[] } {
  const unknown = unknownIn(text)
  const filled = text.replace(place, (whole, name: string) =>
    isFillable(name) && values[name] !== '' ? values[name] : whole,
  )
  const empty = [...text.matchAll(place)].flatMap(([, name = '']) =>
    isFillable(name) && values[name] === '' ? [name] : [],
  )
  return { text: filled, unknown: [...new Set([...unknown, ...empty])] }
}

export function unknownIn(text: string): string[] {
  const names = [...text.matchAll(place)].map(([, name = '']) => name)
  return [...new Set(names.filter((name) => !isFillable(name)))]
}

function isFillable(name: string): name is Fillable {
  return fillable.some((each) => each === name)
}

/** Says first that a machine wrote: desks that do not read headers read subjects. */
export function subjectOf(number: string, subject: string): string {
  const bare = subject.replace(/^(?:\s*(?:re|fwd?|返信|転送)\s*[:：])+/iu, '')
  const theirs = plain(bare.trim().slice(0, 80), mostOfSubject)
  return `【自動返信】お申し出を受け付けました [${number}]${theirs === '' ? '' : ` ${theirs}`}`
}

const weekdays = '月火水木金土日'

function momentWords(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO(tokyo)
  const minute = String(at.minute).padStart(2, '0')
  return `${at.month}月${at.day}日（${weekdays[at.dayOfWeek - 1]}）${at.hour}時${minute === '00' ? '' : `${minute}分`}`
}

/** 「月曜から金曜の9時から18時」; days that do not follow each other are named one by one. */
function hoursWords({ workdays, hours }: BusinessCalendar): string {
  const days = [...workdays].toSorted((a, b) => a - b)
  const [first = 1, last = 5] = [days[0], days.at(-1)]
  const isRow = days.length > 2 && last - first === days.length - 1
  const name = (day: number) => `${weekdays[day - 1]}曜`
  const when = isRow ? `${name(first)}から${name(last)}` : days.map(name).join('・')
  return `${when}の${timeWords(hours.opens)}から${timeWords(hours.closes)}（祝日などを除く）`
}

function timeWords(time: string): string {
  const [hour = '', minute = '00'] = time.split(':')
  return `${Number(hour)}時${minute === '00' ? '' : `${minute}分`}`
}

/** How an address is counted: one person, whatever stands behind a plus. */
export function countedAddress(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/u, '')
}

/** How a thread is counted: what is left of a subject without marks, numbers and who answers whom. */
export function countedSubject(subject: string): string {
  return subject
    .normalize('NFKC')
    .toLowerCase()
    .replace(/【[^】]*】|\[[^\]]*\]/gu, '')
    .replace(/(?:re|fwd?|aw|返信|転送)\s*:/gu, '')
    .replace(/[\d\s\p{P}\p{S}]+/gu, '')
    .slice(0, 200)
}

/** At most so many acknowledgements to one address. A loop of machines ends here whatever it does to headers. */
export const mostToAddress = { aDay: 3, aMonth: 10 } as const

export type Circumstances = {
  readonly channel: string
  readonly isOn: boolean
  readonly isMailboxSilent: boolean
  /** From an archive, a spreadsheet, or typed in by a member. */
  readonly isImported: boolean
  /** Null: it came by web form. */
  readonly mail: { readonly kind: string; readonly asksForSilence: boolean } | null
  readonly address: string | null
  readonly own: readonly string[]
  readonly told: { readonly today: number; readonly thisMonth: number; readonly thread: number }
}

export type Silence =
  | 'off'
  | 'imported'
  | 'not-written'
  | 'automatic'
  | 'no-address'
  | 'ourselves'
  | 'nobody-reads'
  | 'thread-today'
  | 'address-today'
  | 'address-month'

const machines =
  /^(?:mailer-daemon|postmaster|mail-daemon|daemon|bounces?|noreply|no[-_.]reply|donot[-_.]?reply|do[-_.]not[-_.]reply|listserv|majordomo|[^@]*-(?:request|owner|bounces?)|owner-[^@]*)(?:[+-][^@]*)?@/iu

/** Why nothing is said by itself; null when the acknowledgement may go. */
export function whyNotAcknowledged(it: Circumstances): Silence | null {
  if (!it.isOn || it.isMailboxSilent) return 'off'
  if (it.channel !== 'mail' && it.channel !== 'web-form') return 'not-written'
  if (it.isImported) return 'imported'
  if (it.mail && (it.mail.kind !== 'person' || it.mail.asksForSilence)) return 'automatic'
  if (!it.address) return 'no-address'
  if (machines.test(it.address)) return 'nobody-reads'
  if (it.own.some((each) => countedAddress(each) === countedAddress(it.address ?? '')))
    return 'ourselves'
  if (it.told.thread > 0) return 'thread-today'
  if (it.told.today >= mostToAddress.aDay) return 'address-today'
  return it.told.thisMonth >= mostToAddress.aMonth ? 'address-month' : null
}

/** Of these a person may have expected an acknowledgement, so the record says why there is none. */
export function isWorthSaying(silence: Silence): boolean {
  return ['thread-today', 'address-today', 'address-month'].includes(silence)
}
