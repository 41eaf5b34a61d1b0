import { describe, expect, it } from 'vitest'
import { japaneseOfficeCalendar as calendar } from '#kernel/business-calendar.ts'
import type { Recorded } from '#features/complaints/record/contract.ts'
import { attendanceAt, expiryAfter, isWithin, linesOf, nextPromise, whyNotTaken } from './rules.ts'

const at = '2026-11-24T01:00:00Z'

describe('席にいるか', () => {
  it.each([
    ['火曜の10時、席に人がいる', '2026-11-24T10:00:00+09:00', true, 'here'],
    ['火曜の10時、席は空いている', '2026-11-24T10:00:00+09:00', false, 'away'],
    ['火曜の22時、誰かが残っている', '2026-11-24T22:00:00+09:00', true, 'closed'],
    ['祝日の10時', '2026-11-23T10:00:00+09:00', true, 'closed'],
    ['日曜の10時', '2026-11-22T10:00:00+09:00', false, 'closed'],
  ] as const)('%s', (_, now, isSomebodyHere, attendance) => {
    expect(attendanceAt(calendar, Temporal.Instant.from(now), isSomebodyHere)).toBe(attendance)
  })
})

describe('しるしの新しさ', () => {
  it.each([
    ['一度もない', null, false],
    ['今', at, true],
    ['44秒前', '2026-11-24T00:59:16Z', true],
    ['45秒前', '2026-11-24T00:59:15Z', false],
    ['時計が少し先に進んでいる', '2026-11-24T01:00:02Z', true],
  ] as const)('%s', (_, since, isSo) => {
    expect(isWithin(45, since, at)).toBe(isSo)
  })

  it('合い言葉は、最後の一言から14日のあいだ開く', () => {
    expect(expiryAfter(at)).toBe('2026-12-08T01:00:00Z')
  })
})

describe('誰が受けるか', () => {
  it.each([
    ['誰も受けていない', null, null, null],
    ['見たとおりの人から替わる', 'kobayashi', 'kobayashi', null],
    ['見たあとで、ほかの人が受けた', 'kobayashi', null, 'chat.taken-meanwhile'],
    ['見たあとで、手放された', null, 'kobayashi', 'chat.taken-meanwhile'],
    ['もう自分が受けている', 'matsui', 'matsui', 'chat.yours'],
  ] as const)('%s', (_, takenBy, fromId, why) => {
    expect(whyNotTaken(takenBy, fromId, 'matsui')).toBe(why)
  })
})

const place = (sequence: number, byName = '') => ({ sequence, at, by: 'customer', byName })
const chat = (messageId: string) => ({ chat: { messageId } })
const noted = (
  sequence: number,
  speaker: 'customer' | 'operator' | 'internal',
  more: object = chat(`m${sequence}`),
): Recorded => ({
  type: 'complaints.noted',
  payload: { speaker, text: `言葉${sequence}`, cues: [], ...more },
  ...place(sequence, speaker === 'customer' ? '' : '松井 直子'),
})

describe('両側が読むもの', () => {
  const toldAs = (name: string) => (name === '松井 直子' ? '青木' : name)
  const read = (...entries: Recorded[]) => linesOf(entries, toldAs)

  it('お客様の言葉と返事は出て、名前はビジネスネームだけになる', () => {
    expect(read(noted(3, 'customer'), noted(4, 'operator'))).toEqual([
      { id: 'm3', sequence: 3, at, kind: 'you', text: '言葉3', name: null },
      { id: 'm4', sequence: 4, at, kind: 'desk', text: '言葉4', name: '青木' },
    ])
  })

  it.each([
    ['社内のメモ', noted(5, 'internal')],
    ['社内のメモ（チャットの印がない）', noted(5, 'internal', {})],
    ['電話で話したこと', noted(5, 'customer', {})],
    ['担当の言葉を書き留めたもの', noted(5, 'operator', {})],
  ])('%sは、お客様に出ない', (_, entry) => {
    expect(read(entry)).toEqual([])
  })

  it('替わった人も、ビジネスネームで知らせる', () => {
    const payload = { memberId: 'x', memberName: '松井 直子', insteadOf: '小林 翔太' }
    const [line] = read({ type: 'chat.taken', payload, ...place(6) })
    expect(line).toMatchObject({ kind: 'taken', name: '青木', text: '' })
  })
})

describe('次の約束', () => {
  const promise = (dueAt: string, more: object = {}) => ({
    commitmentId: dueAt,
    words: '調べた結果のご連絡',
    ownerId: 'x',
    ownerName: '松井 直子',
    madeTo: 'customer' as const,
    dueAt,
    dueOn: '2026-11-25',
    precision: 'minute' as const,
    state: 'open' as const,
    madeAt: at,
    ...more,
  })

  it('お客様への、まだ果たしていない約束のうち、いちばん近いもの', () => {
    const commitments = [
      promise('2026-11-24T02:00:00Z', { state: 'kept' }),
      promise('2026-11-24T03:00:00Z', { madeTo: 'us' }),
      promise('2026-11-26T08:00:00Z'),
      promise('2026-11-25T08:00:00Z'),
    ]
    expect(nextPromise({ commitments })?.dueAt).toBe('2026-11-25T08:00:00Z')
    expect(nextPromise({ commitments: [] })).toBeUndefined()
  })
})
