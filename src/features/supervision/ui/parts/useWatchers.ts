import { useEffect, useEffectEvent } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { readWatchers, type Watcher } from '../../watching/contract.ts'

const lookMs = 10_000

/** Who watches. A browser that is gone does not say so: while somebody watches, it is asked again. */
export function useWatchers(complaintId: string, callId: string): readonly Watcher[] {
  const answer = useAnswer(readWatchers, { params: { complaintId, callId } })
  const watchers = answer.state === 'ready' ? answer.value.watchers : []
  const again = useEffectEvent(() => {
    if (answer.state === 'ready') answer.again()
  })
  const isWatched = watchers.length > 0
  useEffect(() => {
    if (!isWatched) return
    const looking = setInterval(() => again(), lookMs)
    return () => clearInterval(looking)
  }, [isWatched])
  return watchers
}
