import { complaintsEvents } from '#features/complaints/contract.ts'
import type { Cue } from '#features/language/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'

export type Note = {
  readonly id: string
  readonly sequence: number
  readonly at: string
  readonly byName: string
  readonly speaker: 'customer' | 'operator' | 'internal'
  readonly text: string
  readonly cues: readonly Cue[]
  readonly callId: string | null
  /** Heard by speech-to-text, not typed. */
  readonly isTranscribed: boolean
}

/** What was written down, oldest first; erased notes are left out. */
export function notesOf(entries: readonly TimelineEntry[]): Note[] {
  return entries.flatMap((entry) => {
    if (entry.type !== 'complaints.noted') return []
    const read = complaintsEvents['complaints.noted'].safeParse(entry.payload)
    if (!read.success) return []
    const { id, sequence } = entry
    const { speaker, text, cues, callId = null, utterance, told } = read.data
    const [at, byName] = [told?.at ?? entry.at, told?.byName ?? entry.byName]
    const isTranscribed = utterance !== undefined
    return [{ id, sequence, at, byName, speaker, text, cues, callId, isTranscribed }]
  })
}
