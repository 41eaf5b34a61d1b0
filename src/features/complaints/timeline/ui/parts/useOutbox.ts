import { useEffect, useEffectEvent, useRef } from 'react'
import { z } from 'zod'
import { addNote } from '#features/complaints/handling/contract.ts'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { browserIds } from '#kit/ids.ts'

const waiting = z.object({
  id: z.string(),
  speaker: z.enum(['customer', 'operator', 'internal']),
  text: z.string(),
  /** Why the server would not have it; null while it is on its way. */
  trouble: z.string().nullable(),
})
export type Waiting = z.output<typeof waiting>

const again = 4000

/**
 * Notes on their way: sent one after the other in the order written, kept in this browser until the server has them,
 * and sent again by themselves when the connection was lost. Their ids make that safe.
 */
export function useOutbox(complaintId: string, callId: string) {
  const box = useDraft<readonly Waiting[]>(`notes/${callId}`, [], (kept) => {
    const read = z.array(waiting).safeParse(kept)
    return read.success ? read.data.map((note) => ({ ...note, trouble: null })) : null
  })
  const command = useCommand(addNote)
  const isBusy = useRef(false)
  const notes = box.value
  const next = notes.find(({ trouble }) => trouble === null)

  const deliver = useEffectEvent(async () => {
    if (!next || isBusy.current) return
    isBusy.current = true
    const { id, speaker, text } = next
    const answered = await command.send({
      params: { complaintId },
      body: { id, speaker, text, callId },
    })
    isBusy.current = false
    settle(id, answered.ok ? null : answered.refusal.sentence)
  })
  const settle = useEffectEvent((id: string, trouble: string | null) => {
    const rest = notes.flatMap((note) =>
      note.id !== id ? [note] : trouble === null ? [] : [{ ...note, trouble }],
    )
    if (rest.length === 0) box.clear()
    else box.change(rest)
  })
  useEffect(() => void deliver(), [next?.id, notes.length])

  const retry = () => box.change(notes.map((note) => ({ ...note, trouble: null })))
  const isStuck = notes.some(({ trouble }) => trouble !== null)
  const tryAgain = useEffectEvent(retry)
  useEffect(() => {
    if (!isStuck) return
    const timer = setInterval(() => tryAgain(), again)
    return () => clearInterval(timer)
  }, [isStuck])

  return {
    notes,
    retry,
    add: (note: Pick<Waiting, 'speaker' | 'text'>) =>
      box.change([...notes, { ...note, id: browserIds.next(), trouble: null }]),
  }
}
