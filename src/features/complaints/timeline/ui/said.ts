import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { notesOf } from './parts/notes.ts'

/** What the customer was last heard saying, newest first: used again in a form without typing it twice. */
export function useSaid(complaintId: string): readonly string[] {
  const timeline = useAnswer(readTimeline, { params: { complaintId }, query: {} })
  if (timeline.state !== 'ready') return []
  return notesOf(timeline.value.entries)
    .filter(({ speaker }) => speaker === 'customer')
    .map(({ text }) => text)
    .toReversed()
    .slice(0, 12)
}
