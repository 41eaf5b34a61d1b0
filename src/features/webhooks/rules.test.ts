import { describe, expect, it } from 'vitest'
import { bodyOf, hasFailedTooLong, plainOf, typesOf, waitAfter, wordsOf } from './rules.ts'

describe('送り直すまでの間', () => {
  it.each([
    [1, 5],
    [2, 300],
    [3, 1800],
    [4, 7200],
    [5, 18_000],
    [6, 36_000],
    [7, 50_400],
    [8, 72_000],
    [9, 86_400],
    [10, null],
  ])('%d回目の後は%s秒', (attempts, seconds) => {
    expect(waitAfter(attempts, null, 0)).toBe(seconds)
  })

  it('一斉に送り直さないよう、1割までずらす', () => {
    expect(waitAfter(2, null, 1)).toBe(330)
  })

  it.each([
    [120, 120],
    [3, 5],
    [999_999, 86_400],
  ])('相手が%d秒待ってと言えば%d秒待つ', (asked, seconds) => {
    expect(waitAfter(1, asked, 0)).toBe(seconds)
  })
})

it.each([
  ['2026-11-19T01:00:00Z', true],
  ['2026-11-19T01:00:01Z', false],
])('%s から届かないと、止めるのは %s', (since, isTooLong) => {
  expect(hasFailedTooLong(since, Temporal.Instant.from('2026-11-24T01:00:00Z'))).toBe(isTooLong)
})

describe('何を知らせるか', () => {
  const seen = { payload: {}, isFirst: false, stateBefore: 'handling', stateAfter: 'handling' }

  it.each([
    [{ type: 'complaints.received', isFirst: true, stateBefore: null }, ['complaint.received']],
    [
      { type: 'complaints.closed', stateAfter: 'closed' },
      ['complaint.closed', 'complaint.state_changed'],
    ],
    [{ type: 'complaints.assigned' }, []],
    [{ type: 'complaints.assigned', stateBefore: 'received' }, ['complaint.state_changed']],
    [{ type: 'intake.mail-received', payload: { kind: 'person' } }, ['customer.replied']],
    [{ type: 'intake.mail-received', payload: { kind: 'person' }, isFirst: true }, []],
    [{ type: 'intake.mail-received', payload: { kind: 'auto-reply' } }, []],
    [{ type: 'commitments.made' }, ['promise.made']],
    [{ type: 'commitments.warned' }, ['promise.due']],
    [{ type: 'commitments.broken' }, ['promise.broken']],
    [{ type: 'escalation.asked' }, ['escalation.asked']],
    [{ type: 'complaints.noted' }, []],
  ])('%j', (entry, types) => {
    expect(typesOf({ ...seen, ...entry })).toEqual(types)
  })
})

it('名前と言葉は、入れると決めたときだけの方に分かれる', () => {
  const payload = {
    commitmentId: '1',
    words: 'あすお電話します',
    dueAt: '2026-11-25T01:00:00Z',
    ownerName: '松井',
    reason: null,
  }
  expect(plainOf(payload)).toEqual({ commitmentId: '1', dueAt: '2026-11-25T01:00:00Z' })
  const said = { type: 'commitments.made', payload }
  expect(wordsOf(said, [])).toEqual({ words: 'あすお電話します' })
  const told = { id: '1', type: 'promise.made', happenedAt: '2026-11-24T01:00:00Z' }
  expect(bodyOf({ ...told, data: { a: 1 }, words: null })).toBe(
    '{"type":"promise.made","timestamp":"2026-11-24T01:00:00Z","data":{"a":1}}',
  )
  expect(bodyOf({ ...told, data: { a: 1 }, words: { b: 2 } })).toContain('"data":{"a":1,"b":2}')
})

it.each([
  ['escalation.asked', { reason: '怒鳴っていて手に負えない' }],
  ['complaints.closed', { reason: 'しつこいので終える', agreement: null }],
  ['complaints.reopened', { reason: '上からの指示' }],
  ['commitments.withdrawn', { reason: '担当が忘れていた' }],
  ['commitments.kept', { how: '佐藤さんが三度目で電話した' }],
])('仲間うちの言葉は、言葉も送ると決めても出ない：%s', (type, payload) => {
  expect(wordsOf({ type, payload }, [])).toEqual({})
  expect(plainOf(payload)).toEqual({})
})

it('仲間うちの約束は、言葉が出ない', () => {
  const payload = { commitmentId: 'a', words: '製造部からの回答（部署照会）' }
  expect(wordsOf({ type: 'commitments.broken', payload }, ['a'])).toEqual({})
  expect(wordsOf({ type: 'commitments.broken', payload }, [])).toEqual({ words: payload.words })
})
