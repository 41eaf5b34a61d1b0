import { useMemo, useState } from 'react'
import { z } from 'zod'
import { cancelLetter, writeLetter, type Letter, type Reply } from '#features/letters/contract.ts'
import { moved, together } from '#features/letters/composing/rules.ts'
import { checkLetter } from '#features/letters/composing/contract.ts'
import type { GateFinding } from '#features/letters/gate/contract.ts'
import type { Reading } from '#features/letters/points/contract.ts'
import type { Finding } from '#features/language/contract.ts'
import { staleData } from '#features/complaints/timeline/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import type { Refused } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { useSettled } from '#kit/settled.ts'
import { useShared } from '../../writing/ui/parts/useShared.ts'
import { useAttachments } from './useAttachments.ts'

const typed = z.object({
  text: z.string(),
  subject: z.string(),
  to: z.string(),
  cc: z.string(),
  reasons: z.record(z.string(), z.string()),
  attachments: z.array(z.string()).default([]),
  /** What of the shared draft it goes on from, and whether the server has all of it. */
  base: z.object({ draftId: z.string(), version: z.number() }).nullable().default(null),
  isSaved: z.boolean().default(false),
})
export type Typed = z.output<typeof typed>

/** What can be said of a text at once, by its words alone. */
export type AtOnce = (text: string) => readonly Finding[]

/** One reply that is being written: its draft, what the gate finds, and how it is sent. */
export function useReply(complaintId: string, opening: Reply, atOnce: AtOnce) {
  const draft = useDraft<Typed>(`mail/${complaintId}`, emptyOf(opening), asKept)
  const shared = useShared(complaintId, draft, emptyOf(opening))
  const write = useCommand(writeLetter)
  const cancel = useCommand(cancelLetter)
  // What the writer had seen when they began; only they can say that they have read on.
  const [seen, setSeen] = useState(opening.head)
  const order = orderOf(draft.value)
  const reading = useReading(complaintId, order, atOnce)
  const files = useAttachments(complaintId, draft.value.attachments, (attachments) =>
    shared.change({ attachments }),
  )
  const news = newsIn(write.refusal)

  async function send(): Promise<Letter | null> {
    const basedOn = news ?? seen
    setSeen(basedOn)
    const body = { ...order, basedOn, ...(await shared.still()) }
    const answered = await write.send({ params: { complaintId }, body })
    if (answered.ok) return answered.value.letter
    shared.refused(answered.refusal)
    return null
  }
  async function undo(letterId: string, text: Typed): Promise<boolean> {
    const answered = await cancel.send({ params: { letterId }, body: {} })
    if (answered.ok) draft.change(text)
    return answered.ok
  }
  const { refusal, isSending } = write
  const state = { refusal, isSending, hasNews: news !== null }
  return { draft, shared, files, reading, send, undo, ...state, change: shared.change }
}

/** Up to where the record has to be read before this letter may leave. */
function newsIn(refusal: Refused | null): number | null {
  const news = staleData.safeParse(refusal?.code === 'letters.unseen' ? refusal.data : null)
  return news.success ? news.data.head : null
}

function emptyOf({ opening: text, subject, to }: Reply): Typed {
  const fields = { text, subject, to: to.join(', '), cc: '', reasons: {}, attachments: [] }
  return { ...fields, base: null, isSaved: false }
}

export function asKept(kept: unknown): Typed | null {
  const read = typed.safeParse(kept)
  return read.success ? read.data : null
}

function orderOf({ text, subject, to, cc, reasons, attachments }: Typed) {
  return {
    text,
    subject,
    to: addressesIn(to),
    cc: addressesIn(cc),
    attachments,
    reasons: reasonsIn(reasons),
  }
}

export function reasonsIn(reasons: Readonly<Record<string, string>>) {
  const given = Object.entries(reasons).filter(([, reason]) => reason.trim().length > 1)
  return given.map(([rule, reason]) => ({ rule, reason }))
}

function addressesIn(field: string): string[] {
  return field
    .split(/[,、，;；\s]+/u)
    .map((each) => each.trim())
    .filter(Boolean)
}

/** What is found in the text while it is typed. What is not decided yet, while an input method composes, is not read. */
function useReading(complaintId: string, order: ReturnType<typeof orderOf>, atOnce: AtOnce) {
  const [isComposing, setComposing] = useState(false)
  const text = useHeld(order.text, isComposing)
  const known = useKnown(complaintId, { ...order, text })
  const findings = useMemo(
    () => together(moved(known.findings, known.text, text), found(atOnce(text))),
    [known, text, atOnce],
  )
  return { text, findings, reads: known.reading, isComposing, setComposing }
}

/** The text as it was before the input method began to compose. */
function useHeld(text: string, isHeld: boolean): string {
  const [held, setHeld] = useState(text)
  if (!isHeld && held !== text) setHeld(text)
  return isHeld ? held : text
}

type Known = {
  readonly text: string
  readonly findings: readonly GateFinding[]
  /** How the text reads; null while nothing is written. */
  readonly reading: Reading | null
}
const nothing: Known = { text: '', findings: [], reading: null }

/** What the gate has found last, and in which text. Follows a moment behind the keys. */
function useKnown(complaintId: string, order: ReturnType<typeof orderOf>): Known {
  const { text, subject, to, cc, attachments } = order
  const settled = useSettled(text)
  const answer = useAnswer(
    checkLetter,
    { params: { complaintId }, body: { text: settled, subject, to, cc, attachments } },
    { isOff: settled.trim() === '' },
  )
  const [known, setKnown] = useState(nothing)
  const found = answer.state === 'ready' ? answer.value : null
  // What has not changed keeps its identity: the record may turn one of them alone.
  const isNews =
    found !== null && (found.findings !== known.findings || found.reading !== known.reading)
  if (isNews) setKnown({ text: settled, ...found })
  return text.trim() === '' ? nothing : known
}

/** By its words alone nobody knows what it needs before it may leave: the server says so a moment later. */
function found(atOnce: readonly Finding[]): GateFinding[] {
  return atOnce.map((each) => ({ ...each, need: 'nothing' }))
}
