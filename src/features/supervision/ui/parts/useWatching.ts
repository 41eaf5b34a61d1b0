import { useEffect, useState } from 'react'
import { call } from '#kit/call.ts'
import { browserIds } from '#kit/ids.ts'
import { leaveCall, watchCall } from '../../contract.ts'

const beatMs = 10_000

/** Says that somebody watches, and goes on saying it until they leave. Answers whether that does not get through. */
export function useWatching(complaintId: string, callId: string, isOver: boolean): boolean {
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    if (isOver) return
    const given = { params: { complaintId, callId }, body: { id: browserIds.next() } }
    const beat = async () => {
      const answered = await call(watchCall, given)
      setLost(!answered.ok && answered.refusal.code !== 'supervision.call-over')
    }
    void beat()
    const beating = setInterval(() => void beat(), beatMs)
    return () => {
      clearInterval(beating)
      void call(leaveCall, given)
    }
  }, [complaintId, callId, isOver])
  return isLost
}
