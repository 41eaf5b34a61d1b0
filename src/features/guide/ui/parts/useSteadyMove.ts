import { useEffect, useEffectEvent, useState } from 'react'
import type { Guidance, Move } from '#features/guide/contract.ts'
import { inPlace, keyOf, noticeBefore } from './steady.ts'

export type SteadyMove = {
  readonly shown: Move | null
  /** What will be shown in a moment, already announced. */
  readonly coming: Move | null
  readonly showNow: () => void
}

/** The current move; while talking, the words are not taken away from under somebody's eyes: a new one is announced. */
export function useSteadyMove(guidance: Guidance, isTalking: boolean): SteadyMove {
  const [shown, setShown] = useState(guidance.current)
  const { current } = guidance
  const isSame = keyOf(shown) === keyOf(current)
  const showNow = () => setShown(current)
  const show = useEffectEvent(showNow)
  const wait = shown === null || !isTalking ? 0 : noticeBefore(guidance)
  const coming = keyOf(current)

  useEffect(() => {
    if (isSame) return
    const timer = setTimeout(() => show(), wait)
    return () => clearTimeout(timer)
  }, [isSame, coming, wait])

  const [read, setRead] = useState<{ key: string; say: Move['say'] }>({ key: '', say: [] })
  const fresh = isSame ? current : shown
  const say = fresh ? inPlace(read.key === keyOf(fresh) ? read.say : [], fresh.say) : []
  if (read.key !== keyOf(fresh) || told(say) !== told(read.say)) setRead({ key: keyOf(fresh), say })
  return { shown: fresh && { ...fresh, say }, coming: isSame ? null : current, showNow }
}

function told(say: Move['say']): string {
  return JSON.stringify(say)
}
