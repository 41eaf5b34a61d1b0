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
  /** 15:12, or empty. */
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
  const posted = postedAtOf(postedOn, postedTime)
  return {
    ...rest,
    url: url.trim(),
    postedAt: posted,
    postedPrecision: posted === null ? null : postedTime ? ('minute' as const) : precision,
  }
}

function postedAtOf(day: string, time: string): string | null {
  try {
    return toInstant(Temporal.PlainDate.from(day), time || '00:00').toString()
  } catch {
    return null
  }
}
