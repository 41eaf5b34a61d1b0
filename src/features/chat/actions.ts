import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import { change, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import { findingsInTalk, keptBy, obstacles, seenAll } from '#features/letters/door.ts'
import type { KeptReason, ReasonGiven } from '#features/letters/gate/contract.ts'
import { openedBy } from '#features/remedies/approvals/door.ts'
import { chatOf, type HeldChat } from './queries.ts'
import { expiryAfter, whyNotTaken } from './rules.ts'
import { saveRead, saveSettings, saveStanding, tell } from './store.ts'

type Answering = May<'chat.answer'>
type Changed = Result<{ complaintId: string; head: number }>
export type Reply = {
  readonly id: string
  readonly basedOn: number
  readonly text: string
  readonly reasons: readonly ReasonGiven[]
  readonly isLast: boolean
}

/** One person has it. Refused when somebody was quicker than the screen knew. */
export function take(
  ports: Ports,
  may: Answering,
  complaintId: string,
  { id, fromId }: { id: string; fromId: string | null },
): Promise<Changed> {
  return changeChat(ports, may, { complaintId, id }, async (situation, held) => {
    const why = whyNotTaken(held.taken_by, fromId, may.viewer?.memberId ?? '')
    if (!why) return taken(situation, may, held)
    const name = (await situation.names()).get(held.taken_by ?? '') ?? ''
    return refuse('conflict', why, { name })
  })
}

async function taken(
  { tx, at, record, names }: Situation,
  may: Answering,
  held: HeldChat,
): Promise<Result<ComplaintEvent[]>> {
  if (!may.viewer) return refuse('invalid', 'chat.nobody-answers', {})
  const { memberId, name: memberName } = may.viewer
  const insteadOf = held.taken_by === null ? null : ((await names()).get(held.taken_by) ?? '')
  const place = { complaintId: held.complaint_id, at }
  await saveStanding(tx, may, place, { taken_by: memberId })
  const owned: ComplaintEvent[] =
    record.ownerId === memberId
      ? []
      : [{ type: 'complaints.assigned', payload: { memberId, memberName } }]
  return ok([...owned, { type: 'chat.taken', payload: { memberId, memberName, insteadOf } }])
}

/**
 * Said at once, and never taken back. Refused when something came that its writer has not seen, and when the gate of
 * the letters still asks for something. Whoever answers first has the conversation.
 */
export function reply(
  ports: Ports,
  may: Answering,
  complaintId: string,
  order: Reply,
): Promise<Changed> {
  return changeChat(ports, may, { complaintId, id: order.id }, async (situation, held) => {
    const begun = await mayAnswer(situation, may, held)
    if (!begun.ok) return begun
    const seen = await seenAll(situation, may, complaintId, order.basedOn)
    if (!seen.ok) return seen
    const approved = await openedBy(situation, complaintId, order.text)
    const passed = await throughTheGate(situation, may, order, approved.reasons)
    if (!passed.ok) return passed
    const { tx, at } = situation
    const over = order.isLast ? { ended_at: at } : {}
    const open = { waiting_since: null, desk_typing_at: null, expires_at: expiryAfter(at), ...over }
    await saveStanding(tx, may, { complaintId, at }, open)
    const events = [...begun.value, ...(await said(situation, may, order))]
    return ok([...events, ...(await approved.spend(order.id))])
  })
}

async function mayAnswer(
  situation: Situation,
  may: Answering,
  held: HeldChat,
): Promise<Result<ComplaintEvent[]>> {
  if (held.ended_at !== null) return refuse('conflict', 'chat.over', {})
  if (held.taken_by === null) return taken(situation, may, held)
  if (held.taken_by === may.viewer?.memberId) return ok([])
  const name = (await situation.names()).get(held.taken_by) ?? ''
  return refuse('conflict', 'chat.someone-elses', { name })
}

async function throughTheGate(
  situation: Situation,
  may: Answering,
  { text, reasons }: Reply,
  approved: readonly KeptReason[],
): Promise<Result<null>> {
  if (text.trim() === '') return refuse('invalid', 'chat.empty', {})
  const findings = await findingsInTalk(situation, may, text)
  const left = obstacles(findings, [...keptBy(may, reasons), ...approved])
  return left.length === 0 ? ok(null) : refuse('blocked', 'letters.gate', { findings: left })
}

async function said(
  { tx }: Situation,
  may: Answering,
  { id: messageId, text: typed, reasons, isLast }: Reply,
): Promise<ComplaintEvent[]> {
  const text = typed.trim()
  const { cues } = await listenInside(tx, may, { speaker: 'operator', text })
  const payload = { speaker: 'operator' as const, text, cues: [...cues], chat: { messageId } }
  const explained: ComplaintEvent[] =
    reasons.length === 0
      ? []
      : [{ type: 'chat.reasons-given', payload: { messageId, reasons: [...reasons] } }]
  const ended: ComplaintEvent[] = isLast ? [{ type: 'chat.ended', payload: { by: 'desk' } }] : []
  return [{ type: 'complaints.noted', payload }, ...explained, ...ended]
}

/** Nobody waits any more; the complaint stays open. */
export function end(
  ports: Ports,
  may: Answering,
  complaintId: string,
  { id, basedOn }: { id: string; basedOn?: number | undefined },
): Promise<Changed> {
  return changeChat(ports, may, { complaintId, id }, async (situation, held) => {
    if (held.ended_at !== null) return refuse('conflict', 'chat.over', {})
    const seen = await seenAll(situation, may, complaintId, basedOn ?? 0)
    if (!seen.ok) return seen
    const { tx, at } = situation
    await saveStanding(tx, may, { complaintId, at }, { ended_at: at, waiting_since: null })
    return ok([{ type: 'chat.ended', payload: { by: 'desk' } }])
  })
}

function changeChat(
  ports: Ports,
  may: Answering,
  command: { complaintId: string; id: string },
  decide: (situation: Situation, held: HeldChat) => Promise<Result<ComplaintEvent[]>>,
): Promise<Changed> {
  const { complaintId } = command
  return change(ports, may, command, async (situation) => {
    const held = await chatOf(situation.tx, complaintId)
    return held ? decide(situation, held) : refuse('missing', 'chat.missing', {})
  }).then((done) => (done.ok ? ok({ complaintId, head: done.value.head }) : done))
}

/** How far the desk has read, and whether whoever has the conversation is writing. */
export function keepReading(
  ports: Ports,
  may: Answering,
  complaintId: string,
  { readUpTo, isTyping }: { readUpTo: number; isTyping: boolean },
): Promise<Result<{ at: string }>> {
  const at = ports.clock.now().toString()
  return inside(ports.db, may, async (tx) => {
    const held = await chatOf(tx, complaintId)
    if (!held) return refuse('missing', 'chat.missing', {})
    const isRead = await saveRead(tx, complaintId, 'desk_read', readUpTo)
    const isOurs = isTyping && held.taken_by === may.viewer?.memberId
    if (isOurs) await saveStanding(tx, may, { complaintId, at }, { desk_typing_at: at })
    else if (isRead) await tell(tx, may, { complaintId, at })
    return ok({ at })
  })
}

export function changeSettings(
  ports: Ports,
  may: May<'chat.change-settings'>,
  { isOn }: { isOn: boolean },
): Promise<Result<{ isOn: boolean }>> {
  const changed = { at: ports.clock.now().toString(), by: may.actor }
  return inside(ports.db, may, async (tx) => {
    await saveSettings(tx, may.organisationId, isOn, changed)
    return ok({ isOn })
  })
}
