import { tokyo } from '#kernel/tokyo.ts'
import type { Commitment } from '../contract.ts'

type Told = Pick<
  Commitment,
  | 'id'
  | 'words'
  | 'dueAt'
  | 'dueOn'
  | 'precision'
  | 'complaintNumber'
  | 'customerName'
  | 'renegotiations'
>

const lengthMinutes = 30

/**
 * Promises as an iCalendar (RFC 5545), in Japanese time. One with a time is the half hour before it is due, one of a day
 * the whole day. Without `namesShown` neither customers nor words, which may name them, leave the house.
 */
export function calendarOf(
  promises: readonly Told[],
  { ownerName, now, namesShown }: { ownerName: string; now: string; namesShown: boolean },
): string {
  const stamp = utc(now)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Uketome//Promises//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`約束（${ownerName}）`)}`,
    `X-WR-TIMEZONE:${tokyo}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    ...zone,
    ...promises.flatMap((promise) => eventOf(promise, stamp, namesShown)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Japan has had no summer time since 1951. */
const zone = [
  'BEGIN:VTIMEZONE',
  `TZID:${tokyo}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function eventOf(promise: Told, stamp: string, namesShown: boolean): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${promise.id}@uketome`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${promise.renegotiations.length}`,
    ...timeOf(promise),
    `SUMMARY:${escaped(summaryOf(promise, namesShown))}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function summaryOf(promise: Told, namesShown: boolean): string {
  const { complaintNumber: number, customerName, words } = promise
  if (!namesShown) return `お客様との約束（${number}）`
  return customerName ? `${words}（${customerName} 様、${number}）` : `${words}（${number}）`
}

function timeOf({ dueAt, dueOn, precision }: Told): string[] {
  if (precision === 'day') {
    const next = Temporal.PlainDate.from(dueOn).add({ days: 1 })
    const day = (on: string) => on.replaceAll('-', '')
    return [`DTSTART;VALUE=DATE:${day(dueOn)}`, `DTEND;VALUE=DATE:${day(next.toString())}`]
  }
  const end = Temporal.Instant.from(dueAt)
  const start = end.subtract({ minutes: lengthMinutes })
  return [`DTSTART;TZID=${tokyo}:${inJapan(start)}`, `DTEND;TZID=${tokyo}:${inJapan(end)}`]
}

function inJapan(instant: Temporal.Instant): string {
  return compact(instant.toZonedDateTimeISO(tokyo).toPlainDateTime().toString(toSecond))
}

function utc(at: string): string {
  return compact(Temporal.Instant.from(at).toString(toSecond))
}

const toSecond = { smallestUnit: 'second' } as const

function compact(iso: string): string {
  return iso.replaceAll(/[-:]/gu, '')
}

/** RFC 5545 §3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/gu, (mark) => `\\${mark}`).replaceAll(/\r\n|\r|\n/gu, '\\n')
}

/** RFC 5545 §3.1: at most 75 octets to a line, and no character cut in two. */
function folded(line: string): string {
  const parts = ['']
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0)
    if (octets + size > 75) {
      parts.push('')
      // The space that begins it counts.
      octets = 1
    }
    parts.push(`${parts.pop() ?? ''}${character}`)
    octets += size
  }
  return parts.join('\r\n ')
}

/** In UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}

const form = /^([\w-]{43})([\w-]{22})\.ics$/u

/** The organisation is written into the address, so that it is looked for inside its wall. */
export function addressOf(secret: string, organisation: string): string {
  return `${secret}${organisation}.ics`
}

/** Undefined for what is no address of ours. */
export function organisationIn(token: string): string | undefined {
  return form.exec(token)?.[2]
}
