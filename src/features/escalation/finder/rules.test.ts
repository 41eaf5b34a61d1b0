import { describe, expect, test } from 'vitest'
import type { Member } from '#features/access/contract.ts'
import { findPeople, type Around } from './rules.ts'

const member = (id: string, name: string, more: Partial<Member> = {}): Member => ({
  id,
  name,
  businessName: null,
  kana: null,
  title: null,
  roles: ['operator'],
  teamName: null,
  isAway: false,
  substituteId: null,
  ...more,
})
const matsui = member('1', '松井 あかり', { kana: 'まつい あかり', businessName: '松本' })
const kobayashi = member('2', '小林 大輔', { kana: 'こばやし だいすけ' })
const kobayashiYu = member('3', '小林 優', { kana: 'こばやし ゆう' })
const sasaki = member('4', '佐々木 恵', { roles: ['supervisor'], title: 'SV' })
const okamoto = member('5', '岡本 健', { roles: ['department'], substituteId: '2' })
const around: Around = {
  members: [matsui, kobayashi, kobayashiYu, sasaki, okamoto],
  past: [
    { memberId: '1', kind: 'spoke', complaintNumber: 'U-1', at: '2026-11-20T01:00:00Z' },
    { memberId: '3', kind: 'spoke', complaintNumber: 'U-2', at: '2026-11-22T01:00:00Z' },
    { memberId: '5', kind: 'owned', complaintNumber: 'U-0', at: '2025-01-01T00:00:00Z' },
  ],
  standings: new Map(),
  backAt: new Map(),
  ownerId: '1',
  meId: '9',
}
const names = (words: string, more: Partial<Around> = {}) =>
  findPeople(words, { ...around, ...more }).map(({ name }) => name)

describe('誰のことか', () => {
  test.each([
    ['松井さん', ['松井 あかり']],
    ['マツイ', ['松井 あかり']],
    ['まついさんという人', ['松井 あかり']],
    ['松本さん', ['松井 あかり']],
    ['SV', ['佐々木 恵']],
    ['小林', ['小林 優', '小林 大輔']],
    ['山田さん', []],
  ])('%s', (words, found) => expect(names(words)).toEqual(found))

  test('「前に出た人」は、このお客様と最後に話した人から', () =>
    expect(names('前に出た人')).toEqual(['小林 優', '松井 あかり', '岡本 健', '小林 大輔']))
  test('もう窓口にいない人には、代わりに答える人を添える', () => {
    const [gone, instead] = findPeople('岡本', around)
    expect(gone).toMatchObject({ name: '岡本 健', hasLeft: true })
    expect(instead).toMatchObject({
      name: '小林 大輔',
      because: [{ kind: 'answers-for', words: '岡本 健' }],
    })
  })
  test('不在なら、いつ戻るかと、いまの担当', () => {
    const away = {
      standings: new Map([['4', 'away' as const]]),
      backAt: new Map([['4', '2026-11-26T00:00:00Z']]),
    }
    const [first, instead] = findPeople('佐々木', { ...around, ...away })
    expect(first).toMatchObject({ standing: 'away', backAt: '2026-11-26T00:00:00Z' })
    expect(instead?.name).toBe('松井 あかり')
  })
  test('探している本人は出ない', () => expect(names('松井', { meId: '1' })).toEqual([]))
  test('お客様には、業務上の名前で伝える', () =>
    expect(findPeople('松井', around)[0]?.toldName).toBe('松本'))
})
