import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { z } from 'zod'
import { checkReply, keepReading, sendReply } from '#features/chat/contract.ts'
import { staleData } from '#features/complaints/timeline/contract.ts'
import type { GateFinding } from '#features/letters/gate/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { call } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { useSettled } from '#kit/settled.ts'

const typed = z.object({ text: z.string(), reasons: z.record(z.string(), z.string()) })
type Typed = z.output<typeof typed>
const nothing: Typed = { text: '', reasons: {} }

/** One reply that is being written: what the gate finds, and how it is sent. */
export function useChatReply(complaintId: string, head: number, place: 'reply' | 'farewell') {
  const draft = useDraft<Typed>(`chat-${place}/${complaintId}`, nothing, (kept) => {
    const read = typed.safeParse(kept)
    return read.success ? read.data : null
  })
  const reply = useCommand(sendReply)
  const findings = useFindings(complaintId, draft.value.text)
  // What stood on the screen when the last key was pressed is what the writer had seen.
  const [seen, setSeen] = useState(head)
  const { refusal, isSending } = reply
  const news = staleData.safeParse(refusal?.code === 'letters.unseen' ? refusal.data : null)

  const change = (changes: Partial<Typed>) => {
    setSeen(head)
    draft.change({ ...draft.value, ...changes })
  }
  async function send(): Promise<boolean> {
    if (isSending) return false
    const basedOn = news.success ? news.data.head : seen
    setSeen(basedOn)
    const { text, reasons } = draft.value
    const given = Object.entries(reasons).filter(([, reason]) => reason.trim().length > 1)
    const told = given.map(([rule, reason]) => ({ rule, reason }))
    const isLast = place === 'farewell'
    const body = { text, basedOn, reasons: told, isLast }
    const answered = await reply.send({ params: { complaintId }, body })
    if (answered.ok) draft.clear()
    return answered.ok
  }
  return { draft, change, findings, send, isSending, refusal, hasNews: news.success }
}

/** Follows a moment behind the keys. */
function useFindings(complaintId: string, text: string): readonly GateFinding[] {
  const settled = useSettled(text)
  const answer = useAnswer(
    checkReply,
    { params: { complaintId }, body: { text: settled } },
    { isOff: settled.trim() === '', keepPrevious: true },
  )
  return answer.state === 'ready' && settled === text ? answer.value.findings : []
}

const typingEveryMs = 4000

/** Tells the customer how far the desk has read, and that somebody writes. */
export function useReading(complaintId: string, head: number): { readonly typed: () => void } {
  const typedAt = useRef(-Infinity)
  function tell(isTyping: boolean) {
    if (document.visibilityState !== 'visible' || head === 0) return
    // Should it be lost, the next one says the same.
    void call(keepReading, { params: { complaintId }, body: { readUpTo: head, isTyping } })
  }
  const read = useEffectEvent(() => tell(false))
  useEffect(() => {
    const look = () => read()
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [head])
  return {
    typed: () => {
      if (performance.now() - typedAt.current < typingEveryMs) return
      typedAt.current = performance.now()
      tell(true)
    },
  }
}
