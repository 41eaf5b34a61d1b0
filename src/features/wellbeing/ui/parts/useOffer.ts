import { useEffect, useEffectEvent } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { readOffer } from '../../contract.ts'

const everyMs = 8000

/** Asked every few seconds: nothing tells screens that there is an offer, because telling would tell others, too. */
export function useOffer() {
  const answer = useAnswer(readOffer, {}, { live: true })
  const look = useEffectEvent(() => {
    if (!document.hidden) answer.again()
  })
  useEffect(() => {
    const looking = setInterval(() => look(), everyMs)
    return () => clearInterval(looking)
  }, [])
  return answer
}
