import { describe, expect, test } from 'vitest'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { nextContactAt, readContact, readWords, talkedSeconds } from './rules.ts'

describe('次のご連絡の日時は、翌営業日の終わり', () => {
  test.each([
    ['火曜の昼', '2026-11-24T03:00:00Z', '2026-11-25T09:00:00Z'],
    ['金曜の夜は、月曜', '2026-11-27T12:00:00Z', '2026-11-30T09:00:00Z'],
    ['土曜も、月曜', '2026-11-28T01:00:00Z', '2026-11-30T09:00:00Z'],
    ['祝日の前日は、祝日のあと', '2026-11-02T01:00:00Z', '2026-11-04T09:00:00Z'],
    ['仕事納めの日は、年が明けてから', '2026-12-28T06:00:00Z', '2027-01-04T09:00:00Z'],
    ['日本の深夜零時すぎは、もうその日', '2026-11-24T15:10:00Z', '2026-11-26T09:00:00Z'],
  ])('%s', (_, receivedAt, due) => {
    expect(nextContactAt(japaneseOfficeCalendar, Temporal.Instant.from(receivedAt))).toBe(due)
  })
})

test('次の営業日が早く閉まるときは、閉まるまで', () => {
  const half = { ...japaneseOfficeCalendar, halfDays: { '2026-12-28': '15:00' } }
  const friday = Temporal.Instant.from('2026-12-25T03:00:00Z')
  expect(nextContactAt(half, friday)).toBe('2026-12-28T06:00:00Z')
})

describe('受け取れない言葉には、理由を言う', () => {
  const codeOf = (result: ReturnType<typeof readWords> | ReturnType<typeof readContact>) =>
    result.ok ? 'ok' : result.refusal.code

  test('空白だけ', () => expect(codeOf(readWords(' 　\n'))).toBe('intake.words-missing'))
  test('長すぎる', () =>
    expect(codeOf(readWords('あ'.repeat(20_001)))).toBe('intake.words-too-long'))
  test('二万字までは受け取る', () => expect(codeOf(readWords('あ'.repeat(20_000)))).toBe('ok'))
  test.each(['nishida', 'nishida@', 'a@b', 'a b@c.jp'])('届かないメール %s', (email) =>
    expect(codeOf(readContact({ email }))).toBe('intake.email-unreadable'),
  )
  test.each(['a@b.jp', 'ａ＠ｂ．ｊｐ'])('届くメール %s', (email) =>
    expect(codeOf(readContact({ email }))).toBe('ok'),
  )
  test('桁の足りない電話', () =>
    expect(codeOf(readContact({ phone: '1234-5678' }))).toBe('intake.phone-unreadable'))
})

describe('お話しした時間に、保留は入れない', () => {
  const startedAt = '2026-11-24T01:00:00Z'
  test('保留なし', () => {
    const call = { startedAt, heldAt: null, heldSeconds: 0 }
    expect(talkedSeconds(call, '2026-11-24T01:10:05.900Z')).toBe(605)
  })
  test('済んだ保留と、いまの保留', () => {
    const call = { startedAt, heldAt: '2026-11-24T01:09:00Z', heldSeconds: 120 }
    expect(talkedSeconds(call, '2026-11-24T01:10:00Z')).toBe(600 - 120 - 60)
  })
})
