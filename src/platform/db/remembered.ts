import type { Tx } from './database.ts'
import { isReadElsewhere } from './replica.ts'

export type Remembered<T> = {
  of(tx: Tx, organisationId: string): Promise<T>
  /** For whoever changes it: what is read next is read anew. */
  forget(organisationId: string): void
}

/** Another node learns of a change so much later. */
const forMs = 1000

/**
 * What a company's settings say. They change a few times a year and are read with every word that is said on the phone:
 * what was read a moment ago holds. Never of a confined table: what one person may see would be told to the next.
 */
export function remembered<T>(
  read: (tx: Tx, organisationId: string) => Promise<T>,
  ms = forMs,
): Remembered<T> {
  const known = new Map<string, { readonly value: T; readonly readAt: number }>()
  const forgottenAt = new Map<string, number>()
  return {
    async of(tx, organisationId) {
      const before = known.get(organisationId)
      if (before && performance.now() - before.readAt < ms) return before.value
      const value = await read(tx, organisationId)
      if (isReadElsewhere()) return value
      const readAt = performance.now()
      // Whoever changes it forgets before the commit: what others read until then is the old value, and must not stay.
      if (readAt - (forgottenAt.get(organisationId) ?? -Infinity) >= ms)
        known.set(organisationId, { value, readAt })
      return value
    },
    forget(organisationId) {
      known.delete(organisationId)
      forgottenAt.set(organisationId, performance.now())
    },
  }
}
