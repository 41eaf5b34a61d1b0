import { useEffect, useEffectEvent, useRef } from 'react'
import { z } from 'zod'
import { addNote } from '#features/complaints/handling/contract.ts'
import type { Refused } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { browserIds } from '#kit/ids.ts'

const waiting = z.object({
  id: z.string(),
  speaker: z.enum(['customer', 'operator', 'internal']),
  text: z.string(),
  /** Why the server would not have it; null while it is on its way. */
  trouble: z.string().nullable(),
  /** The connection failed, not the note: it is sent again without being asked. */
  isCutOff: z.boolean().default(false),
})
export type Waiting = z.output<typeof waiting>

const again = 4000

/**
 * Notes on their way: sent one after the other in the order written, kept in this browser until the server has them,
 * and sent again by themselves when the connection was lost. Their ids make that safe.
 */
export function useOutbox(complaintId: string, callId: string) {
  const box = useDraft<readonly Waiting[]>(`notes/${callId}`, [], asKept)
  const notes = box.value
  const retry = () => box.change(notes.map((note) => ({ ...note, trouble: null })))
  function settle(id: string, refusal: Refused | null) {
    const rest = notes.flatMap((note) =>
      note.id !== id ? [note] : refusal === null ? [] : [refused(note, refusal)],
    )
    if (rest.length === 0) box.clear()
    else box.change(rest)
  }
  useDelivery(complaintId, callId, notes, settle)
  useRetries(
    notes.some(({ trouble, isCutOff }) => trouble !== null && isCutOff),
    retry,
  )
  return {
    notes,
    retry,
    add: (note: Pick<Waiting, 'speaker' | 'text'>) =>
      box.change([...notes, { ...note, id: browserIds.next(), trouble: null, isCutOff: false }]),
  }
}

function refused(note: Waiting, { kind, sentence }: Refused): Waiting {
  return { ...note, trouble: sentence, isCutOff: kind === 'unreachable' || kind === 'unexpected' }
}

/** What an earlier visit left is worth another attempt. */
function asKept(kept: unknown): readonly Waiting[] | null {
  const read = z.array(waiting).safeParse(kept)
  return read.success ? read.data.map((note) => ({ ...note, trouble: null })) : null
}

function useDelivery(
  complaintId: string,
  callId: string,
  notes: readonly Waiting[],
  settle: (id: string, refusal: Refused | null) => void,
): void {
  const command = useCommand(addNote)
  const isBusy = useRef(false)
  // Only the oldest: a later note must not overtake one that waits.
  const next = notes[0]?.trouble === null ? notes[0] : undefined
  const settleNow = useEffectEvent(settle)
  const deliver = useEffectEvent(async () => {
    if (!next || isBusy.current) return
    isBusy.current = true
    const { id, speaker, text } = next
    const answered = await command.send({
      params: { complaintId },
      body: { id, speaker, text, callId },
    })
    isBusy.current = false
    settleNow(id, answered.ok ? null : answered.refusal)
  })
  useEffect(() => void deliver(), [next?.id, notes.length])
}

function useRetries(isStuck: boolean, retry: () => void): void {
  const tryAgain = useEffectEvent(retry)
  useEffect(() => {
    if (!isStuck) return
    const timer = setInterval(() => tryAgain(), again)
    return () => clearInterval(timer)
  }, [isStuck])
}
