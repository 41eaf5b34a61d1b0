import type { EvidenceLimits } from '#features/complaints/evidence/contract.ts'
import type { FormSettings } from '../../contract.ts'

/** The fields as they are typed. */
export type Written = {
  readonly isOpen: boolean
  readonly prepare: string
  /** One origin on each line. */
  readonly sites: string
  readonly largest: string
  readonly most: string
}

export function writtenFrom(
  { isOpen, prepare, framedBy }: FormSettings,
  { largestMegabytes, mostFiles }: EvidenceLimits,
): Written {
  const numbers = { largest: String(largestMegabytes), most: String(mostFiles) }
  return { isOpen, prepare, sites: framedBy.join('\n'), ...numbers }
}

/** A whole number up to `most`, also in full width; null for anything else. */
export function countIn(text: string, most: number): number | null {
  const digits = /^\d{1,6}$/u.exec(text.normalize('NFKC').trim().replaceAll(',', ''))?.[0]
  const count = Number(digits ?? 0)
  return count >= 1 && count <= most ? count : null
}

export const largestMegabytes = 4000
export const mostFiles = 500

export function limitsOf(written: Pick<Written, 'largest' | 'most'>): EvidenceLimits | null {
  const largest = countIn(written.largest, largestMegabytes)
  const most = countIn(written.most, mostFiles)
  return largest === null || most === null ? null : { largestMegabytes: largest, mostFiles: most }
}
