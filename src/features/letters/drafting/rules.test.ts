import { describe, expect, it } from 'vitest'
import { aFact, aPromise, aSource, now } from '../phrasing/factory.ts'
import { onFact, onPromise } from '../phrasing/grounds.ts'
import { findingsOf, ownIn, standingIn, type KeptSentence } from './rules.ts'

const chipped = aFact(1, '口が欠けていた')
const late = aFact(2, 'お届けが遅れた')
const promise = aPromise(3, 'ご報告', '2026-11-25T17:00:00+09:00')
const says = (text: string, ...grounds: KeptSentence['grounds']): KeptSentence => ({
  text,
  grounds,
  isLead: false,
})
const one = says('口が欠けていたことを確認いたしました。', onFact(chipped))
const lead = { ...says('次のことです。', onFact(chipped), onFact(late)), isLead: true }
const lines = [says('・口が欠けていた', onFact(chipped)), says('・お届けが遅れた', onFact(late))]
const all = aSource({ facts: [chipped, late], commitments: [promise] })
const without = aSource({ facts: [{ ...chipped, status: 'withdrawn' }, late] })

const fallen = (text: string, kept: readonly KeptSentence[], source = without) =>
  standingIn(text, kept, source)
    .filter(({ falls }) => falls.length > 0)
    .map((each) => each.text)

describe('文に残っている下書きの言葉', () => {
  it('根拠が消えた文だけが赤い', () => {
    expect(fallen(`前\n${one.text}後`, [one], all)).toEqual([])
    expect(fallen(`前\n${one.text}後`, [one])).toEqual([one.text])
  })

  it('書き直した文は、もう見られない', () => {
    expect(fallen('口の欠けを調べております。', [one])).toEqual([])
  })

  it('途中で折り返しても、箇条の点を取っても、同じ文', () => {
    expect(fallen('口が欠けていたこと\n　を確認いたしました。', [one])).toHaveLength(1)
    expect(fallen('口が欠けていた', lines)).toEqual(['口が欠けていた'])
  })

  it('箇条の前の文は、どれか一つが残っていれば立つ', () => {
    const text = [lead, ...lines].map((each) => each.text).join('\n')
    expect(fallen(text, [lead, ...lines])).toEqual(['口が欠けていた'])
    expect(fallen(text, [lead, ...lines], aSource())).toHaveLength(3)
  })

  it('もう一度確かめて下書きし直せば、新しい根拠で立つ', () => {
    const anew = says(one.text, onFact(late))
    expect(fallen(one.text, [one, anew])).toEqual([])
    expect(fallen(one.text, [anew, one])).toEqual([one.text])
  })

  it('同じ文が二度あれば、二度とも', () => {
    const [first, second] = standingIn(`${one.text}\n${one.text}`, [one], without)
    expect([first?.start, second?.start]).toEqual([0, one.text.length + 1])
  })
})

describe('手で直した文', () => {
  const dated = says('11月25日（水）17時までにご報告いたします。', onPromise(promise, now))
  const moved = aSource({ commitments: [{ ...promise, dueAt: '2026-11-27T12:00:00+09:00' }] })
  const askedFor = (text: string, kept: KeptSentence, source: typeof all) =>
    findingsOf(standingIn(text, [kept], source)).map(({ rule, need }) => `${rule}:${need}`)

  it.each([
    ['句点まで同じ', one.text, 'ground-fallen:change'],
    ['読点だけ足した', '口が、欠けていたことを確認いたしました。', 'ground-fallen:change'],
    ['言い直した', '口が欠けていたことを、写真で確認いたしました。', 'ground-mended:reason'],
  ])('%s なら、もとの根拠で照らす', (_, text, expected) => {
    expect(askedFor(text, one, without)).toEqual([expected])
    expect(askedFor(text, one, all)).toEqual([])
  })

  it('重なりが足りなければ、ご自身の文として告げる', () => {
    const text = `森本様\n\n口が欠けていたことを、写真で確認いたしました。\n写真をお送りください。`
    expect(ownIn(text, [one])).toEqual(['森本様', '写真をお送りください。'])
    expect(standingIn(text, [one], without).map(({ isMended }) => isMended)).toEqual([true])
  })

  it('改めた期限を書けば立つ。日が同じで時刻だけ違うものは立たない', () => {
    expect(askedFor('11月27日（金）12時までにご報告いたします。', dated, moved)).toEqual([])
    expect(askedFor('11月27日（金）までにご報告いたします。', dated, moved)).toEqual([])
    expect(askedFor(dated.text, dated, moved)).toEqual(['ground-fallen:change'])
    const later = aSource({ commitments: [{ ...promise, dueAt: '2026-11-25T18:00:00+09:00' }] })
    expect(askedFor(dated.text, dated, later)).toEqual(['ground-fallen:change'])
  })
})

describe('門が尋ねること', () => {
  const needsFor = (sentence: KeptSentence, source: typeof all) =>
    findingsOf(standingIn(sentence.text, [sentence], source)).map(
      ({ rule, need }) => `${rule}:${need}`,
    )

  it('記録が打ち消したことは、理由では通らない', () => {
    expect(needsFor(one, without)).toEqual(['ground-fallen:change'])
  })

  it('もう果たした約束は、理由があればそのまま伝えられる', () => {
    const sentence = says('ご報告いたします。', onPromise(promise, now))
    const done = aSource({ commitments: [{ ...promise, state: 'kept' }] })
    expect(needsFor(sentence, done)).toEqual(['ground-over:reason'])
    const both = says(sentence.text, ...sentence.grounds, onFact(chipped))
    expect(needsFor(both, done)).toEqual(['ground-fallen:change'])
  })

  it('何が変わり、どうすればよいかを言う', () => {
    const [finding] = findingsOf(standingIn(one.text, [one], without))
    expect(finding?.message).toMatch(/「口が欠けていた」は、取り下げられました。この文を消すか/u)
  })
})
