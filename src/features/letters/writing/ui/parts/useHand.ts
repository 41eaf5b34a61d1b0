import { useEffect, useEffectEvent, useState } from 'react'
import { call } from '#kit/call.ts'
import { endHand, keepHand, type HandDoing } from '#features/letters/writing/contract.ts'
import { beatSeconds } from '#features/letters/writing/rules.ts'

/** Somebody who has typed a moment ago is typing. */
const typingMs = 6000

/** Says that this page has the reply open, and whether somebody types in it. */
export function useHand(complaintId: string, hand: string, text: string): void {
  const [first] = useState(text)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(setSettled, typingMs, text)
    return () => clearTimeout(timer)
  }, [text])
  useBeat(complaintId, hand, text === settled || text === first ? 'open' : 'typing')
}

/** The same for whoever reads along. */
export function useBeat(complaintId: string, hand: string, doing: HandDoing): void {
  const params = { complaintId, hand }
  const beat = useEffectEvent(() => void call(keepHand, { params, body: { doing } }))
  const leave = useEffectEvent(() => void call(endHand, { params }))
  useEffect(() => beat(), [complaintId, hand, doing])
  useEffect(() => {
    const gone = () => leave()
    const beating = setInterval(() => beat(), beatSeconds * 1000)
    addEventListener('pagehide', gone)
    return () => {
      clearInterval(beating)
      removeEventListener('pagehide', gone)
      gone()
    }
  }, [complaintId, hand])
}
