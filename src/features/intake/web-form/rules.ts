/** So many at once, and one more every so many seconds; per client address. */
export type Allowance = { readonly atOnce: number; readonly secondsPerMore: number }

/** How many are left, and when that was true (epoch milliseconds). */
export type Bucket = { readonly left: number; readonly at: number }

/** A family or an office behind one address writes a few; a machine writes hundreds. */
export const perAddress: Allowance = { atOnce: 20, secondsPerMore: 10 }

/** The bucket after one more was asked for at `now`; `isEmpty` when it had to be refused. */
export function take(
  bucket: Bucket | undefined,
  now: number,
  { atOnce, secondsPerMore }: Allowance,
): { bucket: Bucket; isEmpty: boolean } {
  const refilled = bucket ? Math.max(0, now - bucket.at) / (secondsPerMore * 1000) : atOnce
  const left = Math.min(atOnce, (bucket?.left ?? 0) + refilled)
  return left < 1
    ? { bucket: { left, at: now }, isEmpty: true }
    : { bucket: { left: left - 1, at: now }, isEmpty: false }
}

/** When one more will be taken again, in whole minutes, at least one. */
export function minutesUntilMore({ left }: Bucket, { secondsPerMore }: Allowance): number {
  return Math.max(1, Math.ceil(((1 - left) * secondsPerMore) / 60))
}

/** Remembers the addresses of the last while, and never more of them than fit. */
export function doorkeeper(allowance: Allowance = perAddress, most = 10_000) {
  const buckets = new Map<string, Bucket>()
  return (address: string, now: number): number | null => {
    const { bucket, isEmpty } = take(buckets.get(address), now, allowance)
    buckets.delete(address)
    buckets.set(address, bucket)
    const oldest = buckets.size > most ? buckets.keys().next().value : undefined
    if (oldest !== undefined) buckets.delete(oldest)
    return isEmpty ? minutesUntilMore(bucket, allowance) : null
  }
}
