import type { AnsweringFunction, Cause } from '#features/remedies/cells/contract.ts'

/** Both ends belong to it; without an end it goes on. Days, yen, or days of the calendar. */
export type Range<T> = { readonly from: T; readonly to: T | null }

/** A case of which everything is known except, perhaps, its cause. */
export type Situation = {
  readonly cause: Cause | null
  /** Null when the cause is not known. */
  readonly answeringFunction: AnsweringFunction | null
  readonly isConfirmed: boolean
  /** From the purchase to the day the customer told us. */
  readonly days: number
  readonly price: number
  /** The day of the offer, in Japan. */
  readonly on: string
  readonly product: string
}

/** Cases that no row holds: every combination of these, whose product has none of the words. */
export type Gap = {
  readonly cause: Cause | null
  readonly functions: readonly AnsweringFunction[]
  readonly isConfirmed: readonly boolean[]
  readonly days: Range<number>
  readonly price: Range<number>
  readonly on: Range<string>
  readonly productLacks: readonly string[]
}

export type Overlap = {
  readonly one: string
  readonly other: string
  /** They give something different; the customer would hear two answers. */
  readonly differs: boolean
  /** The row that wins by its priority, or null. */
  readonly winner: string | null
  readonly example: Situation
}

export type Coverage = {
  readonly gaps: readonly Gap[]
  /** False when there are more gaps than were asked for. */
  readonly isComplete: boolean
  readonly overlaps: readonly Overlap[]
  /** Rows that never win, with the rows that take everything before them. */
  readonly unreachable: readonly { readonly rule: string; readonly behind: readonly string[] }[]
  /** Rows whose own conditions no case can meet. */
  readonly impossible: readonly string[]
  readonly expired: readonly string[]
}
