import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { useAnswer } from '#kit/answers.ts'

const none: readonly TimelineEntry[] = []

/** The record as it goes; it is the first that is asked for again when something moves. */
export function useEntries(complaintId: string): readonly TimelineEntry[] {
  const timeline = useAnswer(readTimeline, { params: { complaintId }, query: {} })
  return timeline.state === 'ready' ? timeline.value.entries : none
}
