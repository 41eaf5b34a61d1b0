import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { GateFinding } from './contract.ts'

/** Shorter than this, the same words are chance. Letters. */
const fewest = 14

/** Sentences of our own notes about the case, word for word in what the customer will read. */
export function copiedNotes(text: string, { notes }: Pick<CaseRecord, 'notes'>): GateFinding[] {
  const own = notes.filter(({ speaker }) => speaker === 'internal')
  const theirs = notes.filter(({ speaker }) => speaker !== 'internal').map((each) => each.text)
  const sentences = new Set(
    own.flatMap((each) => each.text.split(/[。\n]/u)).map((each) => each.trim()),
  )
  return [...sentences].flatMap((sentence): GateFinding[] => {
    const start = [...sentence].length < fewest ? -1 : text.indexOf(sentence)
    if (start < 0 || theirs.some((said) => said.includes(sentence))) return []
    const message =
      '社内だけの記録にある文が、そのまま入っています。お客様に伝えてよい内容か確かめ、ご自身の言葉に直してください。'
    const place = { start, end: start + sentence.length }
    return [{ rule: 'copied-note', severity: 'error', ...place, message, need: 'reason' }]
  })
}
