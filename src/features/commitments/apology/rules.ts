import {
  closingTime,
  endOfBusiness,
  isOpenAt,
  nextBusinessDay,
  type BusinessCalendar,
} from '#kernel/business-calendar.ts'
import { toInstant, tokyo, tokyoDay } from '#kernel/tokyo.ts'
import type { Fact } from '#features/complaints/contract.ts'
import type { Commitment } from '../contract.ts'

export type NewDate = { readonly on: string; readonly at: string; readonly dueAt: string }

/**
 * A date that can be kept: two hours from now (to the next half hour) when the desk is still open then, else noon of the
 * next business day, or its closing when that comes sooner. Minutes of Japan.
 */
export function proposedDue(now: Temporal.Instant, calendar: BusinessCalendar): NewDate {
  const today = tokyoDay(now)
  const soon = toHalfHour(now.add({ hours: 2 }))
  const closing = endOfBusiness(calendar, today)
  if (isOpenAt(calendar, now) && Temporal.Instant.compare(soon, closing) <= 0) return dateOf(soon)
  const day = nextBusinessDay(calendar, today)
  const noon = closingTime(calendar, day) < '12:00' ? closingTime(calendar, day) : '12:00'
  return dateOf(toInstant(day, noon))
}

function toHalfHour(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'ceil' })
}

function dateOf(instant: Temporal.Instant): NewDate {
  const time = instant.toZonedDateTimeISO(tokyo)
  return {
    on: time.toPlainDate().toString(),
    at: time.toPlainTime().toString({ smallestUnit: 'minute' }),
    dueAt: instant.toString(),
  }
}

/**
 * Why it was late is on no record and is not made up: in a letter the gate asks its writer for it.
 * Only what is confirmed is told, and the apology is for the date that was not kept, not for what is still unknown.
 */
export function apologyFor(
  promise: Pick<Commitment, 'words' | 'dueAt' | 'precision' | 'renegotiations'>,
  facts: readonly Pick<Fact, 'status' | 'statement'>[],
  due: NewDate,
): string {
  const again = promise.renegotiations.length > 0
  const known = facts.filter(({ status }) => status === 'confirmed')
  return [
    `「${promise.words}」とお約束した期限は、${told(promise)}でした。お約束を守れず、お待たせしておりますことをお詫びいたします。`,
    again ? '先に日時を改めていただいたにもかかわらず、重ねてお待たせしております。' : '',
    known.length === 0
      ? ''
      : `これまでに確認できたことは、次のとおりです。\n${known.map(({ statement }) => `・${statement}`).join('\n')}`,
    '今後は、間に合わないと分かった時点で、期限の前に必ずこちらからお知らせするように改めます。',
    `あらためて、${told({ ...due, precision: 'minute' })}までにご連絡いたします。ご都合の悪い時間がございましたら、お知らせください。`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const dayForm = { month: 'numeric', day: 'numeric', weekday: 'short', timeZone: tokyo } as const

/** `11月26日（木）12時30分`; only the day when only a day was said. */
function told({ dueAt, precision }: Pick<Commitment, 'dueAt' | 'precision'>): string {
  const parts = new Intl.DateTimeFormat('ja', dayForm).formatToParts(Date.parse(dueAt))
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  const day = `${part('month')}月${part('day')}日（${part('weekday')}）`
  if (precision === 'day') return day
  const { hour, minute } = Temporal.Instant.from(dueAt).toZonedDateTimeISO(tokyo)
  return `${day}${hour}時${minute === 0 ? '' : `${minute}分`}`
}
