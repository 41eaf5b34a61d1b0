import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { call } from '#kit/call.ts'
import { browserIds } from '#kit/ids.ts'
import { endPresence, keepPresence, type Doing } from '../presence/contract.ts'
import { beatSeconds } from '../presence/rules.ts'

const writingMs = 20_000
const outMs = 10 * 60_000

/** Says that somebody is here, at which complaint, and whether they write. Shows nothing. */
export default function Being({ complaintId }: { complaintId: string | null }) {
  const [leaseId] = useState(() => browserIds.next())
  const doing = useDoing(complaintId)
  const beat = useEffectEvent(() => {
    void call(keepPresence, { params: { leaseId }, body: { complaintId, doing } })
  })
  useEffect(() => beat(), [complaintId, doing])
  useEffect(() => {
    const leave = () => void call(endPresence, { params: { leaseId } })
    const beating = setInterval(() => beat(), beatSeconds * 1000)
    addEventListener('pagehide', leave)
    return () => {
      clearInterval(beating)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [leaseId])
  return null
}

/** Writing while a text has the focus or was changed just now; out when nothing was touched for ten minutes. */
function useDoing(complaintId: string | null): Doing {
  const [now, setNow] = useState<Doing>('here')
  const touched = useRef(0)
  const wrote = useRef(-Infinity)
  const look = useEffectEvent(() => {
    const time = performance.now()
    touched.current ||= time
    const isWriting =
      complaintId !== null && (isText(document.activeElement) || time - wrote.current < writingMs)
    const isOut = time - touched.current > outMs
    setNow(isOut ? 'out' : isWriting ? 'writing' : complaintId === null ? 'here' : 'looking')
  })
  const touch = useEffectEvent((event: Event) => {
    touched.current = performance.now()
    if (event.type === 'input' && isText(event.target)) wrote.current = touched.current
    look()
  })
  useEffect(() => {
    const heard = (event: Event) => touch(event)
    const events = ['focusin', 'focusout', 'input', 'pointerdown', 'keydown'] as const
    for (const name of events) document.addEventListener(name, heard)
    const looking = setInterval(() => look(), 5000)
    return () => {
      for (const name of events) document.removeEventListener(name, heard)
      clearInterval(looking)
    }
  }, [])
  useEffect(() => {
    wrote.current = -Infinity
    look()
  }, [complaintId])
  return now
}

function isText(element: EventTarget | null): boolean {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  )
}
