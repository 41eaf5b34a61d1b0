import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'

/** What a key looks like: 256 random bits, and then the organisation, so that it is looked for inside the wall. */
const form = /^uketome_([\w-]{43})([\w-]{22})$/u
const shownLetters = 16

export function writtenKey(secret: string, organisation: string): string {
  return `uketome_${secret}${organisation}`
}

/** The organisation as it is written in a key; undefined for what is no key of ours. */
export function organisationIn(key: string): string | undefined {
  return form.exec(key)?.[2]
}

export function prefixOf(key: string): string {
  return key.slice(0, shownLetters)
}

export type Standing = { readonly endsOn: string | null; readonly revokedAt: string | null }

export function mayBeUsed(key: Standing, now: Temporal.Instant): Result<null> {
  if (key.revokedAt) return refuse('unauthenticated', 'access.key-revoked', {})
  if (key.endsOn && key.endsOn < tokyoDay(now).toString())
    return refuse('unauthenticated', 'access.key-ended', { endsOn: key.endsOn })
  return ok(null)
}

/** What is left of a key's pace: so many requests at `at` (epoch milliseconds). */
export type Bucket = { readonly left: number; readonly at: number }

/** A sixth of a minute's requests may come at once; then one by one. `wait` seconds when there is none left. */
export function takeFrom(
  bucket: Bucket | undefined,
  perMinute: number,
  nowMs: number,
): { readonly bucket: Bucket; readonly wait: number } {
  const most = Math.max(10, perMinute / 6)
  const perMs = perMinute / 60_000
  const left = bucket ? Math.min(most, bucket.left + (nowMs - bucket.at) * perMs) : most
  if (left >= 1) return { bucket: { left: left - 1, at: nowMs }, wait: 0 }
  const wait = Math.max(1, Math.ceil((1 - left) / perMs / 1000))
  return { bucket: { left, at: nowMs }, wait }
}
