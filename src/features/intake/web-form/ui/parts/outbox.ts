import { useState } from 'react'
import { z } from 'zod'
import { submitWebForm, webFormBody } from '#features/intake/contract.ts'
import { call, type Refused } from '#kit/call.ts'
import { useDraft } from '#kit/draft.ts'
import { isForLater, useRetries } from '#kit/retries.ts'

/** A form that was sent off and has not been answered yet. */
const outgoing = z.object({ body: webFormBody, isReachable: z.boolean() })
export type Outgoing = z.output<typeof outgoing>
export type Acknowledged = z.output<typeof submitWebForm.answer> & {
  readonly isReachable: boolean
  readonly complaintId: string
}

/**
 * Keeps what was sent until it has been answered: over a broken line and a closed tab. The complaint's own id makes
 * any number of attempts one complaint.
 */
export function useOutbox(slug: string, onReceived: (answer: Acknowledged) => void) {
  const kept = useDraft<Outgoing | null>(`outbox/${slug}`, null, readOutgoing)
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [attempt, setAttempt] = useState(0)
  const waiting = kept.value

  async function deliver(what: Outgoing) {
    setSending(true)
    const answered = await call(submitWebForm, { params: { slug }, body: what.body })
    setSending(false)
    setRefusal(answered.ok ? null : answered.refusal)
    if (!answered.ok && isForLater(answered.refusal)) return setAttempt((before) => before + 1)
    kept.clear()
    const { isReachable, body } = what
    if (answered.ok) onReceived({ ...answered.value, isReachable, complaintId: body.id })
  }
  const now = () => void (waiting && !isSending && deliver(waiting))
  useRetries(waiting !== null, attempt, now)
  const send = (what: Outgoing) => {
    kept.change(what)
    void deliver(what)
  }
  return { waiting, isSending, refusal, now, send, hasFailed: attempt > 0 }
}

function readOutgoing(value: unknown): Outgoing | null {
  const read = outgoing.safeParse(value)
  return read.success ? read.data : null
}
