import { moneyKinds, type RemedyKind } from '../contract.ts'
import type { Budget } from './contract.ts'

/** Given although no clause owes it. What is paid back is owed, and comes from no such budget. */
const goodwillKinds: readonly RemedyKind[] = ['coupon', 'discount']

/** Gestures, and whatever money goes beyond what the table holds. */
export function isGoodwill(kind: RemedyKind, isException: boolean): boolean {
  return goodwillKinds.includes(kind) || (isException && moneyKinds.includes(kind))
}

export function leftOf({ limitYen, spentYen }: Pick<Budget, 'limitYen' | 'spentYen'>): number {
  return limitYen - spentYen
}

type Period = Pick<Budget, 'id' | 'department' | 'startsOn' | 'endsOn'>

/** One department has one budget on any day. */
export function overlaps(one: Period, other: Period): boolean {
  return (
    one.id !== other.id &&
    one.department === other.department &&
    one.startsOn <= other.endsOn &&
    other.startsOn <= one.endsOn
  )
}
