import { guideEvents } from '#features/guide/contract.ts'
import { readTimeline, type TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { notesOf } from './parts/notes.ts'

/** What the customer was last heard saying, newest first: used again in a form without typing it twice. */
export function useSaid(complaintId: string): readonly string[] {
  const entries = useEntries(complaintId)
  return notesOf(entries)
    .filter(({ speaker }) => speaker === 'customer')
    .map(({ text }) => text)
    .toReversed()
    .slice(0, 12)
}

export type Told = { readonly text: string; readonly at: string }

/** What we said in this call, as noted or by the words of the guide, oldest first. */
export function useTold(complaintId: string, callId: string): readonly Told[] {
  const entries = useEntries(complaintId)
  const began = entries.findLast(({ type }) => type === 'intake.call-started')?.sequence ?? 0
  return entries.filter(({ sequence }) => sequence >= began).flatMap((entry) => told(entry, callId))
}

function told(entry: TimelineEntry, callId: string): Told[] {
  if (entry.type === 'guide.phrase-used') {
    const used = guideEvents['guide.phrase-used'].safeParse(entry.payload)
    return used.success ? [{ text: used.data.text, at: entry.at }] : []
  }
  return notesOf([entry])
    .filter((note) => note.speaker === 'operator' && note.callId === callId)
    .map(({ text, at }) => ({ text, at }))
}

function useEntries(complaintId: string): readonly TimelineEntry[] {
  const timeline = useAnswer(readTimeline, { params: { complaintId }, query: {} })
  return timeline.state === 'ready' ? timeline.value.entries : []
}
