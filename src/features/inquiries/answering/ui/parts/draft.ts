import { z } from 'zod'
import type { Deed } from '../../contract.ts'

/** What somebody has written on the page so far. */
const answerDraft = z.object({
  kind: z.enum(['answer', 'ask-back', 'decline', 'move']),
  byName: z.string(),
  text: z.string(),
  isConfirmed: z.enum(['yes', 'no', '']),
  insteadName: z.string(),
  on: z.string(),
})
export type AnswerDraft = z.output<typeof answerDraft>

export const emptyDraft: AnswerDraft = {
  kind: 'answer',
  byName: '',
  text: '',
  isConfirmed: '',
  insteadName: '',
  on: '',
}

export function understandDraft(kept: unknown): AnswerDraft | null {
  const read = answerDraft.safeParse(kept)
  return read.success ? read.data : null
}

/** The first thing that is missing, or what is sent. */
export function deedOf(draft: AnswerDraft): { deed: Deed } | { lacks: 'name' | 'text' | 'day' } {
  const byName = draft.byName.trim()
  const text = draft.text.trim()
  if (byName === '') return { lacks: 'name' }
  if (text === '') return { lacks: 'text' }
  const said = { byName, text }
  switch (draft.kind) {
    case 'answer':
      return { deed: { kind: 'answer', ...said, isConfirmed: draft.isConfirmed === 'yes' } }
    case 'ask-back':
      return { deed: { kind: 'ask-back', ...said } }
    case 'decline':
      return { deed: { kind: 'decline', ...said, insteadName: draft.insteadName.trim() } }
    default:
      return draft.on === '' ? { lacks: 'day' } : { deed: { kind: 'move', ...said, on: draft.on } }
  }
}
