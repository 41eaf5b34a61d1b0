import { complaintsEvents } from '#features/complaints/contract.ts'
import { readTimeline, type TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { guideEvents } from '#features/guide/contract.ts'
import { useAnswer } from '#kit/answers.ts'

export type Told = { readonly text: string; readonly at: string }

/** What was said in the call that is going on (or was the last): by us, and by the customer. */
export function useTold(complaintId: string): {
  readonly us: readonly Told[]
  /** Newest first. */
  readonly customer: readonly string[]
} {
  const timeline = useAnswer(readTimeline, { params: { complaintId }, query: {} })
  const entries = timeline.state === 'ready' ? timeline.value.entries : []
  const began = entries.findLast(({ type }) => type === 'intake.call-started')?.sequence ?? 0
  const said = entries.filter(({ sequence }) => sequence >= began).flatMap(told)
  return {
    us: said.filter(({ speaker }) => speaker === 'operator'),
    customer: said
      .filter(({ speaker }) => speaker === 'customer')
      .map(({ text }) => text)
      .toReversed(),
  }
}

function told({ type, payload, at }: TimelineEntry) {
  const used = type === 'guide.phrase-used' && guideEvents[type].safeParse(payload)
  if (used && used.success) return [{ speaker: 'operator', text: used.data.text, at }]
  // Read by hand: the contract of letters is too much for the first load.
  const sent = type === 'letters.sent' && payload?.['kind'] === 'reply' ? payload['text'] : null
  if (typeof sent === 'string') return [{ speaker: 'operator', text: sent, at }]
  const note = type === 'complaints.noted' && complaintsEvents[type].safeParse(payload)
  if (note && note.success) return [{ speaker: note.data.speaker, text: note.data.text, at }]
  return []
}
