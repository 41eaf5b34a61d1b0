import { expect, it } from 'vitest'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { cueCodes } from '#features/language/contract.ts'
import { plan as schema } from './contract.ts'
import { fewestWhenHigh, lesserForHigh, missingOf, riskOf, type Known } from './rules.ts'

const nobody: Known = { cues: [], loudOn: [], alarmsOn: [] }
const plan = schema.parse({
  purpose: '引き取り',
  toWhom: '青木 様',
  address: '静岡市',
  startsAt: '2026-11-24T05:00:00Z',
  backBy: '2026-11-24T07:00:00Z',
  agreedWords: '火曜の2時に',
  holidayWords: '',
  visitorIds: ['a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000002'],
  watcherId: 'a0000000-0000-4000-8000-000000000003',
  sign: '青いファイル',
  question: '昼は？ → そば',
  bring: '',
  mayPromise: '',
  car: '',
  clothes: '',
  isHome: false,
})
const outside = ['a0000000-0000-4000-8000-000000000004']
const judged = (more: Partial<typeof plan>, known = nobody) => {
  const whole = { ...plan, ...more }
  const risk = riskOf(whole, known, japaneseOfficeCalendar)
  const standing = { risk, isHoliday: false, isApproved: true, withoutPin: [] }
  return { risk, missing: missingOf(whole, standing) }
}
const threat: Known = { ...nobody, cues: [{ code: 'threat_harm', words: '殴りに行く' }] }

it('記録に脅しがあれば、ほかに何がなくても高く、その言葉が理由に立つ', () => {
  const { risk } = judged({}, threat)
  expect(risk).toEqual({
    level: 'high',
    reasons: [{ reason: 'threat', isGrave: true, words: '殴りに行く' }],
  })
})

it('理由が増えて、リスクが下がることはない', () => {
  const levels = ['low', 'raised', 'high']
  for (const code of cueCodes)
    for (const more of [{}, { isHome: true }, { isHome: true, place: 'inside' as const }]) {
      const before = judged(more).risk
      const after = judged(more, { ...nobody, cues: [{ code, words: '…' }] }).risk
      expect(levels.indexOf(after.level)).toBeGreaterThanOrEqual(levels.indexOf(before.level))
    }
})

it('軽い理由も三つ重なれば高い', () => {
  const { risk } = judged({ isHome: true, place: 'inside', peopleThere: 2 })
  expect(risk.reasons).toHaveLength(lesserForHigh)
  expect(risk.level).toBe('high')
})

it('前の訪問が荒れていたら、今度は3人・玄関先・外の人がいる', () => {
  const loud = { ...nobody, loudOn: ['2026-11-10'] }
  expect(judged({ place: 'inside' }, loud).missing).toEqual(['outside', 'people', 'entrance'])
  const enough = judged({ outsideIds: outside }, loud)
  expect(enough.missing).toEqual([])
  expect(plan.visitorIds.length + outside.length).toBe(fewestWhenHigh)
})

it('夜の訪問と休みの日の訪問は、理由に立つ', () => {
  const night = judged({ startsAt: '2026-11-24T10:00:00Z', backBy: '2026-11-24T11:00:00Z' })
  expect(night.risk.reasons.map(({ reason }) => reason)).toEqual(['night'])
  const holiday = judged({ startsAt: '2026-11-23T05:00:00Z', backBy: '2026-11-23T06:00:00Z' })
  expect(holiday.risk.reasons.map(({ reason }) => reason)).toEqual(['holiday'])
})

it('見守る人は、行く人を兼ねられない', () => {
  const [first = ''] = plan.visitorIds
  expect(judged({ watcherId: first }).missing).toEqual(['watcher-visits'])
})
