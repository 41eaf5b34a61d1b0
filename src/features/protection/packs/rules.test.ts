import { describe, expect, it } from 'vitest'
import { fileName, isShown, lineOf, masker, partOf, sealedFor } from './rules.ts'

const all = { parts: ['talk', 'letters', 'judgement', 'notes', 'posts'] as const, leaveOut: [] }
const choice = { ...all, parts: [...all.parts], mask: [] }
const written = { sequence: 1, id: 'e', at: '2026-11-24T01:00:00Z', by: 'customer' }
const sealing = { salt: '0'.repeat(32), commitment: 'c', previous: 'p', hash: 'h' }
const owner = { organisationId: 'o', complaintId: 'x' }
const entry = (payload: Record<string, unknown>, type = 'complaints.noted') => {
  return { ...written, ...sealing, ...owner, type, payload }
}

describe('何が入るか', () => {
  it.each([
    ['complaints.noted', 'talk'],
    ['letters.written', 'letters'],
    ['harassment.step-taken', 'judgement'],
    ['protection.noted', 'notes'],
    ['protection.accusation-begun', 'notes'],
    ['protection.screen-kept', 'posts'],
    ['protection.removal-asked', 'posts'],
    // Our own doings: no instruction, no earlier pack and no decision about keeping leaves the house.
    ['protection.instructed', null],
    ['protection.pack-made', null],
    ['protection.keeping-decided', null],
  ])('%s は %s', (type, part) => {
    expect(partOf(type)).toBe(part)
  })

  it('選ばなかった種類、外したもの、消去された言葉は入らない', () => {
    const post = { type: 'protection.post-found', payload: { postId: 'p1' } }
    expect(isShown(post, choice)).toBe(true)
    expect(isShown(post, { ...choice, parts: ['talk'] })).toBe(false)
    expect(isShown(post, { ...choice, leaveOut: ['p1'] })).toBe(false)
    expect(isShown({ ...post, payload: null }, choice)).toBe(false)
  })

  it('伏せる名前のある行は、言葉も塩も記録から抜ける。ほかの行はそのまま', () => {
    const named = entry({ text: '浜田が"来る"' })
    expect(sealedFor(named, { ...choice, mask: ['浜田'] })).toMatchObject({
      payload: null,
      salt: null,
      commitment: 'c',
    })
    expect(sealedFor(named, { ...choice, mask: ['が"来'] })).toMatchObject({ payload: null })
    expect(sealedFor(named, { ...choice, mask: [' '] })).toMatchObject({ payload: named.payload })
  })
})

describe('どう書かれるか', () => {
  it('長い名前から伏せ、同じ人はどこでも同じ伏せ字になる', () => {
    const mask = masker(['浜田', '浜田次郎', ''])
    expect(mask('浜田次郎と浜田、浜田次郎')).toBe('［第三者2］と［第三者1］、［第三者2］')
  })

  it('起きた時刻で並び、判断の引用は深いところの言葉・時刻・居合わせた人まで出る', () => {
    const judged = lineOf(
      {
        type: 'harassment.judgement-proposed',
        at: '2026-11-24T05:00:00Z',
        byName: '佐々木 恵',
        payload: {
          excerpts: [{ words: '殺すぞ', saidAt: '2026-11-24T01:00:05Z', witnessName: '川端 ゆり' }],
          axes: { manner: { words: '脅しに当たる言葉が二回' } },
        },
      },
      'U26-00001',
      '判断を出しました',
    )
    expect(judged.quotes).toEqual([
      { label: '言葉', words: '殺すぞ' },
      { label: '言われた時刻', words: '2026年11月24日 10時00分05秒' },
      { label: '居合わせた人', words: '川端 ゆり' },
      { label: '手段・態様', words: '脅しに当たる言葉が二回' },
    ])
    const noted = lineOf(
      { ...entry({ facts: '机をたたいた', happenedAt: '2026-11-23T00:00:00Z' }), byName: '森' },
      'U26-00001',
      '危険：机をたたいた',
    )
    expect(noted.at).toBe('2026-11-23T00:00:00Z')
    expect(noted.quotes.map(({ label }) => label)).toEqual(['起きた時刻', '書いた時刻'])
  })

  it('一式の中のファイル名は、持ち主の付けた名前を漏らさない', () => {
    expect([fileName(0, 'image/jpeg'), fileName(11, 'application/x-elf')]).toEqual([
      'files/001.jpg',
      'files/012.bin',
    ])
  })
})
