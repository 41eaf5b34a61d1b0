import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, type Scope } from '#features/access/door.ts'
import { entriesOf, recordOf, type Heard, type Reactions } from '#features/complaints/door.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { count, countVisit } from './actions.ts'
import { borneIn } from './rules.ts'
import { roomScope } from './store.ts'

/** What was borne is counted when a talk ends or changes hands: from the record, and into nobody's record. */
export const wellbeingReactions: Reactions = {
  'intake.call-ended': (ports, heard) => atEntry(ports, heard, ofCall),
  'supervision.taken-over': (ports, heard) => atEntry(ports, heard, ofCall),
  'harassment.step-taken': (ports, heard) => atEntry(ports, heard, ofStep),
  'visits.reported': (ports, heard) => atEntry(ports, heard, ofVisit),
}

type Look = {
  readonly ports: Ports
  readonly scope: Scope
  readonly tx: Tx
  readonly heard: Heard
  readonly entries: readonly TimelineEntry[]
  readonly entry: TimelineEntry
}

function atEntry(ports: Ports, heard: Heard, work: (look: Look) => Promise<void>): Promise<void> {
  const scope = roomScope(heard)
  return inside(ports.db, scope, async (tx) => {
    const entries = await entriesOf(tx, await memberNames(tx, scope), heard.complaintId)
    const entry = entries.find(({ sequence }) => sequence === heard.sequence)
    if (entry) await work({ ports, scope, tx, heard, entries, entry })
  })
}

const call = z.object({ callId: id, how: z.string().optional() })

async function ofCall(look: Look) {
  const read = call.safeParse(look.entry.payload)
  if (read.success) await countCall(look, read.data.callId, read.data.how === 'ended-by-rule')
}

async function countCall(look: Look, callId: string, isEnded: boolean) {
  const { ports, scope, tx, heard, entries } = look
  const record = await recordOf(tx, scope, heard.complaintId)
  const borne = borneIn(entries, record?.cues ?? [], callId, ports.clock.now().toString())
  const last = entries.findLast(
    ({ type, payload }) => payload?.['callId'] === callId && type === 'supervision.taken-over',
  )
  const started = entries.find(
    ({ type, payload }) => payload?.['callId'] === callId && type === 'intake.call-started',
  )
  const to = last?.payload?.['toId']
  const had = typeof to === 'string' ? to : started?.by.replace('member:', '')
  const offered = isEnded && had ? { offered: { to: [had], why: 'ended' as const } } : {}
  const { complaintId } = heard
  const cause = { causeId: callId, kind: 'call' as const, complaintId, ...offered }
  await count(ports, scope, tx, cause, borne)
}

const step = z.object({
  step: z.string(),
  occasion: z.object({ kind: z.string(), key: z.string() }),
  stepId: id,
  byId: id,
})

/** The ladder came to its end. A call is counted when the line is put down; at the counter there is no line. */
async function ofStep({ ports, scope, tx, heard, entry }: Look) {
  const read = step.safeParse(entry.payload)
  if (!read.success || read.data.step !== 'end' || read.data.occasion.kind === 'visit') return
  const { occasion, stepId, byId } = read.data
  const isCall = occasion.kind === 'call' && id.safeParse(occasion.key).success
  const causeId = isCall ? occasion.key : stepId
  const { complaintId } = heard
  await count(
    ports,
    scope,
    tx,
    { causeId, kind: 'call', complaintId, offered: { to: [byId], why: 'ended' } },
    [],
  )
}

const visit = z.object({
  visitId: id,
  minutes: z.number(),
  memberIds: z.array(id),
  hadAlarm: z.boolean(),
})

/** Only with an alarm; that somebody wants care without one is told to this room alone. */
async function ofVisit({ ports, scope, tx, heard, entry }: Look) {
  const read = visit.safeParse(entry.payload)
  if (!read.success || !read.data.hadAlarm) return
  const { complaintId } = heard
  await countVisit(ports, scope, tx, { ...read.data, complaintId, at: entry.at, isOffered: false })
}
