import { expect, it } from 'vitest'
import { emptyDraft, understandDraft, withExcerpt, withoutExcerpt } from './judgement-draft.ts'

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const quoted = {
  entryId: id(1),
  at: '2026-11-24T01:00:00Z',
  speaker: 'customer',
  text: 'ばかやろう',
  witnessId: id(5),
  witnessName: '松井 あかり',
} as const

it('選んだ言葉は三つの軸の根拠になり、聞いた人は向けられた人に入る', () => {
  const draft = withExcerpt(emptyDraft(null), quoted, id(7))
  expect(draft.axes.content.excerptIds).toEqual([id(7)])
  expect(draft.axes.harm.excerptIds).toEqual([id(7)])
  expect(draft.targetIds).toEqual([id(5)])
  expect(withExcerpt(draft, quoted, id(8)).targetIds).toEqual([id(5)])
})

it('外した言葉は、どの軸からも消える', () => {
  const draft = withoutExcerpt(withExcerpt(emptyDraft(null), quoted, id(7)), id(7))
  expect(draft.excerpts).toEqual([])
  expect(draft.axes.manner.excerptIds).toEqual([])
})

it('書きかけは読み直せ、別の形のものは捨てる', () => {
  const draft = withExcerpt(emptyDraft(id(9)), quoted, id(7))
  expect(understandDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  expect(understandDraft({ reason: 'x' })).toBeNull()
})
