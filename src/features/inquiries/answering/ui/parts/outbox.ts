import { useState } from 'react'
import { z } from 'zod'
import { call, type Refused } from '#kit/call.ts'
import { useDraft } from '#kit/draft.ts'
import { browserIds } from '#kit/ids.ts'
import { isForLater, useRetries } from '#kit/retries.ts'
import { deed as deedSchema, sendDeed, type Deed } from '../../contract.ts'

const waitingDeed = z.object({ id: z.string(), deed: deedSchema })
type WaitingDeed = z.output<typeof waitingDeed>

/** Keeps what was sent until it has been answered, over a broken line and a closed tab; its id makes it one. */
export function useDeeds(
  place: { readonly inquiryId: string; readonly slug: string; readonly token: string },
  onDone: () => void,
) {
  const { inquiryId, slug, token } = place
  const kept = useDraft<WaitingDeed | null>(`answer-out/${inquiryId}`, null, read)
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [attempt, setAttempt] = useState(0)
  const waiting = kept.value

  async function deliver(what: WaitingDeed) {
    setSending(true)
    const answered = await call(sendDeed, { params: { slug }, body: { token, ...what } })
    setSending(false)
    setRefusal(answered.ok ? null : answered.refusal)
    if (!answered.ok && isForLater(answered.refusal)) return setAttempt((before) => before + 1)
    kept.clear()
    setAttempt(0)
    if (answered.ok) onDone()
  }
  const now = () => void (waiting && !isSending && deliver(waiting))
  useRetries(waiting !== null, attempt, now)
  const send = (deed: Deed) => {
    const what = { id: browserIds.next(), deed }
    kept.change(what)
    void deliver(what)
  }
  return { isWaiting: waiting !== null && attempt > 0, isSending, refusal, now, send }
}

function read(value: unknown): WaitingDeed | null {
  const parsed = waitingDeed.safeParse(value)
  return parsed.success ? parsed.data : null
}
