import { tokyo, toInstant } from '#kernel/tokyo.ts'
import type { Precision } from '../../contract.ts'
import type { Understood } from '../../rules.ts'

/** The fields of the form: the time of posting apart in day and clock time, as people write it. */
export type Shown = {
  readonly words: string
  readonly site: string
  readonly url: string
  readonly author: string
  readonly stars: number | null
  /** 2026-11-24, or empty. */
  readonly postedOn: string
  /** As it was read or typed; see `clockTime`. */
  readonly postedTime: string
  readonly precision: Precision | null
}

export function shownOf({ postedAt, postedPrecision, ...rest }: Understood): Shown {
  const at = postedAt ? Temporal.Instant.from(postedAt).toZonedDateTimeISO(tokyo) : null
  const time = postedPrecision === 'minute' ? (at?.toPlainTime().toString().slice(0, 5) ?? '') : ''
  return {
    ...rest,
    postedOn: at?.toPlainDate().toString() ?? '',
    postedTime: time,
    precision: postedPrecision,
  }
}

/** What is sent; a day or a time that a person changed is as exact as they wrote it. */
export function bodyOf({ postedOn, postedTime, precision, url, ...rest }: Shown) {
  const time = clockTime(postedTime)
  const posted = postedAtOf(postedOn, time ?? '')
  return {
    ...rest,
    url: url.trim(),
    postedAt: posted,
    postedPrecision: posted === null ? null : time ? ('minute' as const) : precision,
  }
}

/** 15:12, 15時12分, １５：１２, 1512 → 15:12; null for what is no time of day. */
export function clockTime(text: string): string | null {
  const found = /^(\d{1,2})[:時]?(?:(\d{2})分?)?$/u.exec(text.normalize('NFKC').trim())
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)]
  if (!found || hour > 23 || minute > 59) return null
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
}

function postedAtOf(day: string, time: string): string | null {
  try {
    return toInstant(Temporal.PlainDate.from(day), time || '00:00').toString()
  } catch {
    return null
  }
}
