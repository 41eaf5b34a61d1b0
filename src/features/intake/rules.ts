import { endOfBusiness, nextBusinessDay, type BusinessCalendar } from '#kernel/business-calendar.ts'
import { refuse, ok, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { CustomerFields } from '#features/complaints/contract.ts'

/** Longer than any letter; what is longer is a file that was pasted. */
export const longestWords = 20_000

/** I3: whoever writes to us hears from a person by the end of the next business day. */
export function nextContactAt(calendar: BusinessCalendar, receivedAt: Temporal.Instant): string {
  return endOfBusiness(calendar, nextBusinessDay(calendar, tokyoDay(receivedAt))).toString()
}

/** Own words as they came, if they can be received at all. */
export function readWords(words: string): Result<string> {
  const trimmed = words.trim()
  if (trimmed === '') return refuse('invalid', 'intake.words-missing', {})
  if (trimmed.length > longestWords)
    return refuse('invalid', 'intake.words-too-long', {
      length: trimmed.length,
      most: longestWords,
    })
  return ok(trimmed)
}

/** A mistyped address would be noticed only when the answer does not arrive. */
export function readContact(customer: CustomerFields): Result<CustomerFields> {
  const { email, phone } = customer
  if (email && !/^[^\s@＠]+[@＠][^\s@＠]+[.．][^\s@＠.．]+$/u.test(email))
    return refuse('invalid', 'intake.email-unreadable', { email })
  const digits = (phone ?? '').normalize('NFKC').replace(/\D/gu, '')
  if (phone && digits.length < 9) return refuse('invalid', 'intake.phone-unreadable', { phone })
  return ok(customer)
}

/** As it is dialled, addressed and delivered: half-width, with plain hyphens. Names stay as they were written. */
export function tidyContact(customer: CustomerFields): CustomerFields {
  const { phone, email, postcode, ...rest } = customer
  const tidy = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[‐‑‒–—―−ｰー]/gu, '-')
      .replace(/\s+/gu, '')
  return {
    ...rest,
    ...(phone === undefined ? {} : { phone: tidy(phone) }),
    ...(email === undefined ? {} : { email: email.normalize('NFKC').replace(/\s+/gu, '') }),
    ...(postcode === undefined ? {} : { postcode: tidy(postcode) }),
  }
}

export function canBeReached({ email, phone, address }: CustomerFields): boolean {
  return Boolean(email || phone || address)
}

/** How long somebody has been talking, in whole seconds: the time on hold is the customer's, not the talk's. */
export function talkedSeconds(
  call: { startedAt: string; heldAt: string | null; heldSeconds: number },
  at: string,
): number {
  const onHold = call.heldSeconds + (call.heldAt ? secondsBetween(call.heldAt, at) : 0)
  return Math.max(0, secondsBetween(call.startedAt, at) - onHold)
}

export function secondsBetween(from: string, to: string): number {
  const seconds = Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('seconds')
  return Math.max(0, Math.floor(seconds))
}
