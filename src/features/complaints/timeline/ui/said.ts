import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { notesOf } from './parts/notes.ts'

/** What one side was last heard saying, newest first: to be used again in a form without typing it twice. */
export function useSaid(complaintId: string, speaker: 'customer' | 'operator'): readonly string[] {
  const timeline = useAnswer(readTimeline, { params: { complaintId }, query: {} })
  if (timeline.state !== 'ready') return []
  return notesOf(timeline.value.entries)
    .filter((note) => note.speaker === speaker)
    .map(({ text }) => text)
    .toReversed()
    .slice(0, 12)
}
