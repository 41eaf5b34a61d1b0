import { useAnswer } from '#kit/answers.ts'
import { readOffer } from '../../contract.ts'

/** Asked every few seconds: nothing tells screens that there is an offer, because telling would tell others, too. */
export function useOffer() {
  return useAnswer(readOffer, {}, { live: true, everyMs: 8000 })
}
