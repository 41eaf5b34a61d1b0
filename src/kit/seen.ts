import { useRef } from 'react'
import type { Answered } from '#kit/call.ts'

export type Seen = {
  /** The person begins to write: from here on, what others do makes it stale. */
  readonly touch: () => void
  /** For the body of the command. */
  readonly basedOn: () => { readonly basedOn?: number }
  /** After sending: done with it, or shown what happened since, so that it may be sent again. */
  readonly settle: (answered: Answered<unknown>) => void
}

/** Remembers the version somebody looked at while writing, for changes that must not overwrite another's. */
export function useSeen(head: number | undefined): Seen {
  const seen = useRef<number | undefined>(undefined)
  return {
    touch: () => void (seen.current ??= head),
    basedOn: () => {
      const version = seen.current ?? head
      return version === undefined ? {} : { basedOn: version }
    },
    settle: (answered) => {
      seen.current = answered.ok ? undefined : (headOf(answered.refusal.data) ?? seen.current)
    },
  }
}

function headOf(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const head: unknown = Reflect.get(data, 'head')
  return typeof head === 'number' ? head : undefined
}
