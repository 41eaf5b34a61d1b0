import type { Guidance, Move } from '#features/guide/contract.ts'
import { keyOf } from './steady.ts'

/** An announced move that the operator looks at, and how far the record was when they took it up. */
export type Taken = { readonly move: Move; readonly head: number }

/**
 * What somebody reads stays, though the clock has gone on to the next move; when the record goes on, the talk does, and
 * it stays only while it is still what is announced.
 */
export function asideShown(
  taken: Taken | null,
  { announced, head }: Pick<Guidance, 'announced' | 'head'>,
): Move | null {
  if (taken === null) return null
  if (keyOf(announced) === keyOf(taken.move)) return announced
  return head === taken.head ? taken.move : null
}
