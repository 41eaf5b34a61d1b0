import { useEffect, useEffectEvent } from 'react'

let taker: ((text: string) => void) | null = null

/** Words that are offered elsewhere on the page are put in here while this is on it. */
export function usePutIn(take: (text: string) => void): void {
  const put = useEffectEvent(take)
  useEffect(() => {
    const mine = (text: string) => put(text)
    taker = mine
    return () => {
      if (taker === mine) taker = null
    }
  }, [])
}

/** Puts words where somebody is writing to the customer; false when nobody is. */
export function putIn(text: string): boolean {
  taker?.(text)
  return taker !== null
}
