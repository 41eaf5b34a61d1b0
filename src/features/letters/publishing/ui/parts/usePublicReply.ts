import { useRef } from 'react'
import { z } from 'zod'
import {
  askPublicReply,
  checkPublicReply,
  draftPublicReply,
  type OpenPublicReply,
} from '#features/letters/public/contract.ts'
import { publishingMessages } from '#features/letters/publishing/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useCommand } from '#kit/commands.ts'
import { useDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { useSettled } from '#kit/settled.ts'
import { showToast } from '#kit/toasts.ts'
import type { WritingHandle } from '#kit/WritingArea.tsx'

const typed = z.object({
  text: z.string(),
  /** For whoever approves. */
  why: z.string(),
  reasons: z.record(z.string(), z.string()),
})
type Typed = z.output<typeof typed>

function asKept(kept: unknown): Typed | null {
  const read = typed.safeParse(kept)
  return read.success ? read.data : null
}

/** One reply that is being written: its words, what the gate finds in them, and how far their approval is. */
export function usePublicReply(complaintId: string, open: OpenPublicReply) {
  const { words } = useMessages(publishingMessages)
  const area = useRef<WritingHandle>(null)
  const empty = { text: open.draft?.text ?? '', why: words.reasonUsual, reasons: {} }
  const draft = useDraft<Typed>(`public/${complaintId}`, empty, asKept)
  const { text, reasons } = draft.value
  const checked = useChecked(complaintId, text)
  const deeds = useDeeds(complaintId, draft.value)
  const change = (changes: Partial<Typed>) => draft.change({ ...draft.value, ...changes })
  /** Words of ours at the end of what was written; the hands stay in the field. */
  function add(more: string) {
    change({ text: [text.trimEnd(), more].filter(Boolean).join('\n') })
    area.current?.focus()
  }
  const isHeld = checked.findings.some(
    ({ rule, need }) => need !== 'nothing' && (need === 'change' || !reasons[rule]?.trim()),
  )
  const isFree = !open.needsApproval && !isHeld
  return {
    ...checked,
    ...deeds,
    change,
    add,
    area,
    typed: draft.value,
    isReady: text.trim() !== '' && (checked.standing === 'approved' || isFree),
    given: givenIn(reasons),
    clear: draft.clear,
  }
}
export type PublicReplying = ReturnType<typeof usePublicReply>

function useDeeds(complaintId: string, { text, why, reasons }: Typed) {
  const { words } = useMessages(publishingMessages)
  const ask = useCommand(askPublicReply)
  const keep = useCommand(draftPublicReply)
  const params = { complaintId }
  async function askFor() {
    if (ask.isSending || text.trim() === '') return
    const body = { text, reason: why.trim() || words.reasonUsual, reasons: givenIn(reasons) }
    if ((await ask.send({ params, body })).ok) showToast({ text: words.asked, tone: 'done' })
  }
  async function keepDraft() {
    if ((await keep.send({ params, body: { text } })).ok) showToast({ text: words.savedDraft })
  }
  const [isAsking, isKeeping] = [ask.isSending, keep.isSending]
  return { askFor, keepDraft, isAsking, isKeeping, refusal: ask.refusal ?? keep.refusal }
}

function givenIn(reasons: Readonly<Record<string, string>>) {
  const given = Object.entries(reasons).filter(([, reason]) => reason.trim().length > 1)
  return given.map(([rule, reason]) => ({ rule, reason }))
}

const nothingYet = { findings: [], standing: 'drafted' as const, words: null, names: [] }

/** Follows a moment behind the keys; an approval that comes meanwhile is seen at once. */
function useChecked(complaintId: string, text: string) {
  const settled = useSettled(text)
  const answer = useAnswer(
    checkPublicReply,
    { params: { complaintId }, body: { text: settled } },
    { isOff: settled.trim() === '', keepPrevious: true },
  )
  const isNow = answer.state === 'ready' && !answer.isPrevious && settled === text
  return isNow && settled.trim() !== '' ? answer.value : nothingYet
}
