import type { z } from 'zod'
import { ok, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { change } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { guideEvents } from './contract.ts'

type Payload<T extends keyof typeof guideEvents> = z.output<(typeof guideEvents)[T]>
type Order = { id: string; basedOn?: number | undefined }

/** A sentence was said; it is not offered again in this call. */
export function sayPhrase(
  ports: Ports,
  may: May<'guide.use'>,
  complaintId: string,
  { id, play, move, phrase, text, version }: Order & Payload<'guide.phrase-used'>,
) {
  const payload = { play, move, phrase, text, ...on(version) }
  return write(ports, may, complaintId, id, { type: 'guide.phrase-used', payload })
}

export function markMoveDone(
  ports: Ports,
  may: May<'guide.use'>,
  complaintId: string,
  { id, play, move, version }: Order & Payload<'guide.move-done'>,
) {
  const payload = { play, move, ...on(version) }
  return write(ports, may, complaintId, id, { type: 'guide.move-done', payload })
}

export function dismiss(
  ports: Ports,
  may: May<'guide.use'>,
  complaintId: string,
  { id, cue, reason }: Order & { cue: string; reason?: string | undefined },
) {
  const payload = { cue, reason: reason ?? null }
  return write(ports, may, complaintId, id, { type: 'guide.cue-dismissed', payload })
}

/** Who is on the line, or that it has fallen silent; noted twice it is said once more. */
export function note(
  ports: Ports,
  may: May<'guide.use'>,
  complaintId: string,
  { id, what, speaks }: Order & Payload<'guide.noticed'>,
) {
  const payload = speaks === undefined ? { what } : { what, speaks }
  return write(ports, may, complaintId, id, { type: 'guide.noticed', payload })
}

export function withdraw(
  ports: Ports,
  may: May<'guide.use'>,
  complaintId: string,
  { id, what }: Order & Payload<'guide.notice-withdrawn'>,
) {
  return write(ports, may, complaintId, id, { type: 'guide.notice-withdrawn', payload: { what } })
}

// An entry is hashed as it is written: what is not known is left out of it.
function on(version: string | undefined) {
  return version === undefined ? {} : { version }
}

// None of these overwrites anything, so none can be stale.
async function write(
  ports: Ports,
  may: May<'guide.use'>,
  complaintId: string,
  id: string,
  event: ComplaintEvent,
): Promise<Result<{ head: number }>> {
  const done = await change(ports, may, { complaintId, id }, async () => ok([event]))
  return done.ok ? ok({ head: done.value.head }) : done
}
