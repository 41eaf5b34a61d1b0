import { useState } from 'react'
import type { Guidance, Move } from '#features/guide/contract.ts'
import { asideShown, type Taken } from './aside.ts'

export type Aside = {
  /** The announced move that the operator has taken up; it stays until they put it back or the talk goes on. */
  readonly shown: Move | null
  readonly take: () => void
  /** Takes up what is announced next: the operator has just said that the customer is silent. */
  readonly takeNext: () => void
  readonly putBack: () => void
}

/** What time has brought up comes when it is asked for, never by itself. */
export function useAside(guidance: Guidance): Aside {
  const [taken, setTaken] = useState<Taken | null>(null)
  const [waitsSince, setWaiting] = useState<number | null>(null)
  const { announced, head } = guidance
  if (waitsSince !== null && head > waitsSince) {
    setWaiting(null)
    setTaken(announced && { move: announced, head })
  }
  return {
    shown: asideShown(taken, guidance),
    take: () => setTaken(announced && { move: announced, head }),
    takeNext: () => setWaiting(head),
    putBack: () => setTaken(null),
  }
}
