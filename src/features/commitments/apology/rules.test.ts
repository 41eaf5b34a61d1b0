import { describe, expect, it } from 'vitest'
import { japaneseOfficeCalendar as office } from '#kernel/business-calendar.ts'
import { lint, findPromises } from '#features/language/door.ts'
import { apologyFor, proposedDue } from './rules.ts'

const at = (inJapan: string) => Temporal.Instant.from(`${inJapan}:00+09:00`)
const half = { ...office, halfDays: { '2026-11-25': '11:00' } }

describe('守れる新しい日時', () => {
  it.each([
    ['午前のうちなら、二時間後', '2026-11-24T10:10', office, '2026-11-24 12:30'],
    ['ちょうどの時刻は、そのまま', '2026-11-24T10:00', office, '2026-11-24 12:00'],
    ['閉まるまで二時間あれば、きょう', '2026-11-24T16:00', office, '2026-11-24 18:00'],
    ['夕方なら、次の営業日の正午', '2026-11-24T16:10', office, '2026-11-25 12:00'],
    ['夜遅く', '2026-11-24T23:50', office, '2026-11-25 12:00'],
    ['朝早く', '2026-11-25T05:00', office, '2026-11-26 12:00'],
    ['金曜の夜は、月曜', '2026-11-27T20:00', office, '2026-11-30 12:00'],
    ['祝日の前', '2026-11-02T17:00', office, '2026-11-04 12:00'],
    ['仕事納めのあとは、年明け', '2026-12-28T17:30', office, '2027-01-04 12:00'],
    ['早く閉まる日は、閉まるまで', '2026-11-24T17:00', half, '2026-11-25 11:00'],
  ])('%s', (_what, now, calendar, expected) => {
    const { on, at: time, dueAt } = proposedDue(at(now), calendar)
    expect(`${on} ${time}`).toBe(expected)
    expect(dueAt).toBe(at(`${on}T${time}`).toString())
  })
})

describe('お詫びの下書き', () => {
  const now = '2026-11-25T09:00:00Z'
  const due = proposedDue(Temporal.Instant.from(now), office)
  const promise = {
    words: '割れた原因をお電話します',
    dueAt: '2026-11-25T08:00:00Z',
    precision: 'minute' as const,
    renegotiations: [],
  }
  const move = {
    at: now,
    previousDueAt: now,
    dueAt: now,
    reason: '',
    alternative: '',
    toldBy: '',
    wasBroken: false,
  }
  const facts = [
    { status: 'confirmed' as const, statement: '緩衝材が一枚足りませんでした' },
    { status: 'claimed' as const, statement: '配送の方が投げました' },
  ]
  const drafts = [
    apologyFor(promise, [], due),
    apologyFor({ ...promise, precision: 'day', renegotiations: [move] }, facts, due),
  ]

  it('何をいつまでに約束したか、確認できたことだけ、新しい日時を言う', () => {
    const [, text] = drafts
    expect(text).toContain('「割れた原因をお電話します」とお約束した期限は、11月25日（水）でした')
    expect(text).toContain('緩衝材が一枚足りませんでした')
    expect(text).not.toContain('投げました')
    expect(text).toContain('11月26日（木）12時までに')
    expect(text).toContain('重ねて')
  })

  it.each(drafts)(
    '新しい日時を台帳に載せれば、自分たちの言葉づかいの決まりにかからない：%s',
    (text) => {
      const context = { now, promisedDues: [due.dueAt] }
      const rules = (kind: 'talk' | 'mail') =>
        lint({ kind, text }, context, [], office).findings.map(({ rule }) => rule)
      expect(rules('talk')).toEqual([])
      expect(rules('mail').filter((rule) => !/^missing-(cause|impact)$/.test(rule))).toEqual([])
    },
  )

  it.each(drafts)('新しい日時は、約束として見つかる：%s', (text) => {
    const { promises } = findPromises({ now, text }, office)
    const found = promises.map((each) => each.due).filter((each) => each?.includes('T'))
    expect(found.map((each) => each && Temporal.Instant.from(each).toString())).toEqual([due.dueAt])
  })
})
