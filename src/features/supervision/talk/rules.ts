import { complaintsEvents } from '#features/complaints/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { guideEvents } from '#features/guide/contract.ts'
import { intakeEvents } from '#features/intake/contract.ts'
import type { Cue } from '#features/language/contract.ts'

export type TalkLine = {
  readonly id: string
  readonly at: string
  /** Who is heard in it; `phrase` is a sentence the operator took from the guide. */
  readonly kind: 'customer' | 'operator' | 'internal' | 'phrase'
  readonly text: string
  readonly cues: readonly Cue[]
}

/** What was said and written in one call, oldest first. */
export function talkOf(entries: readonly TimelineEntry[], callId: string): TalkLine[] {
  const began = startOf(entries, callId)
  return entries.flatMap((entry) => noted(entry, callId) ?? phrased(entry, began) ?? [])
}

/** Since when the caller is on hold, and whether the call is over; as the record says. */
export function lineOf(
  entries: readonly TimelineEntry[],
  callId: string,
): { readonly heldAt: string | null; readonly endedAt: string | null } {
  const ofCall = entries.filter(({ payload }) => payload?.['callId'] === callId)
  const last = (type: string) => ofCall.findLast((entry) => entry.type === type)
  const held = last('intake.call-held')
  const resumed = last('intake.call-resumed')
  const endedAt = last('intake.call-ended')?.at ?? null
  const isHeld = held && !endedAt && held.sequence > (resumed?.sequence ?? 0)
  return { heldAt: isHeld ? held.at : null, endedAt }
}

function startOf(entries: readonly TimelineEntry[], callId: string): number {
  const started = entries.find(({ type, payload }) => {
    if (type !== 'intake.call-started') return false
    const read = intakeEvents[type].safeParse(payload)
    return read.success && read.data.callId === callId
  })
  return started?.sequence ?? 0
}

function noted({ type, payload, id, at }: TimelineEntry, callId: string): TalkLine | null {
  if (type !== 'complaints.noted') return null
  const read = complaintsEvents[type].safeParse(payload)
  if (!read.success || read.data.callId !== callId) return null
  return { id, at, kind: read.data.speaker, text: read.data.text, cues: read.data.cues }
}

function phrased({ type, payload, id, at, sequence }: TimelineEntry, began: number) {
  if (type !== 'guide.phrase-used' || sequence < began) return null
  const read = guideEvents[type].safeParse(payload)
  return read.success ? { id, at, kind: 'phrase' as const, text: read.data.text, cues: [] } : null
}
