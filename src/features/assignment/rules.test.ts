import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { anId, aCall, written } from '#features/complaints/record/factory.ts'
import { deskHours, type Desk, type Skill } from './contract.ts'
import { whyNotAway } from './absences/rules.ts'
import { whyNotOpen } from './desks/rules.ts'
import { becauseWords } from './wording/rules.ts'
import {
  choose,
  deskFor,
  fits,
  hardTalkOf,
  needsRelief,
  weightOf,
  worksAt,
  type Applicant,
  type Need,
} from './rules.ts'

const fridge: Need = {
  text: '冷蔵庫が冷えません',
  cause: 'defect',
  language: 'ja',
  channel: 'mail',
}
const product = (word: string): Skill => ({ kind: 'product', word })

function someone(number: number, given: Partial<Applicant> = {}): Applicant {
  return {
    memberId: anId(number),
    name: `担当${number}`,
    skills: [],
    carries: 15,
    isAbsent: false,
    worksNow: true,
    isOnCall: false,
    isHere: true,
    needsRelief: false,
    open: 0,
    load: 0,
    ...given,
  }
}

describe('得意なこと', () => {
  it.each([
    [product('冷蔵庫'), true],
    [product('洗濯機'), false],
    [{ kind: 'cause', word: 'defect' }, true],
    [{ kind: 'cause', word: 'attitude' }, false],
    [{ kind: 'channel', word: 'mail' }, true],
    [{ kind: 'language', word: 'en' }, false],
  ] as const)('%j は %s', (skill, isFit) => {
    expect(fits(fridge, skill)).toBe(isFit)
  })
  it('半角でも大文字でも同じ言葉とみる', () => {
    expect(fits({ ...fridge, text: 'abc-100 が' }, product('ＡＢＣ-100'))).toBe(true)
  })
})

describe('誰を選ぶか', () => {
  it.each<[string, Applicant[], number | null]>([
    ['得意な人', [someone(1), someone(2, { skills: [product('冷蔵庫')] })], 2],
    ['席にいる人', [someone(1, { isHere: false }), someone(2)], 2],
    ['余裕のある人', [someone(1, { load: 6, open: 6 }), someone(2, { load: 3, open: 3 })], 2],
    [
      '同じ件数なら、多く持てる人',
      [someone(1, { load: 6, carries: 10 }), someone(2, { load: 6, carries: 20 })],
      2,
    ],
    ['同じなら、いつも同じ人', [someone(2), someone(1)], 1],
    ['重い電話の直後の人は休む', [someone(1, { needsRelief: true }), someone(2, { load: 9 })], 2],
    ['通話中の人は選ばない', [someone(1, { isOnCall: true }), someone(2, { isHere: false })], 2],
    [
      '不在の人は選ばない',
      [someone(1, { isAbsent: true, skills: [product('冷蔵庫')] }), someone(2)],
      2,
    ],
    ['勤務時間の外の人は選ばない', [someone(1, { worksNow: false }), someone(2)], 2],
    [
      'いっぱいの人は選ばない',
      [someone(1, { load: 15 }), someone(2, { load: 14, isHere: false })],
      2,
    ],
    [
      '誰もいなければ、選ばない',
      [someone(1, { isAbsent: true }), someone(2, { needsRelief: true })],
      null,
    ],
    ['窓口に人がいない', [], null],
  ])('%s', (_, applicants, expected) => {
    expect(choose(fridge, applicants).chosen?.memberId ?? null).toBe(
      expected === null ? null : anId(expected),
    )
  })

  it('理由を言葉で言える', () => {
    const { chosen } = choose(fridge, [
      someone(1, { skills: [product('冷蔵庫')], open: 3, load: 3 }),
    ])
    expect(chosen?.because.map(becauseWords.ja).join('、')).toBe('冷蔵庫の担当、いま3件、席にいる')
  })

  it('いまは受けられない人の理由に、なぜかもどれだけかも出ない', () => {
    const { candidates } = choose(fridge, [someone(1, { needsRelief: true, open: 2 })])
    expect(candidates[0]).toEqual({
      memberId: anId(1),
      name: '担当1',
      open: 2,
      isHere: true,
      obstacles: ['not-now'],
      because: [{ kind: 'load', count: 2 }, { kind: 'here' }],
    })
  })

  const anybody = fc.record({
    load: fc.nat(20),
    carries: fc.integer({ min: 1, max: 20 }),
    isHere: fc.boolean(),
    isOnCall: fc.boolean(),
    needsRelief: fc.boolean(),
    knows: fc.boolean(),
  })
  const team = fc
    .array(anybody, { minLength: 1, maxLength: 6 })
    .map((all) =>
      all.map(({ knows, ...each }, index) =>
        someone(index + 1, { ...each, skills: knows ? [product('冷蔵庫')] : [] }),
      ),
    )
  it('荷が増えた人が、増えたために選ばれることはない', () => {
    fc.assert(
      fc.property(team, fc.nat(5), fc.integer({ min: 1, max: 20 }), (applicants, who, more) => {
        const one = applicants[who % applicants.length]
        if (!one) return
        const heavier = applicants.map((each) =>
          each === one ? { ...each, load: each.load + more } : each,
        )
        const wasChosen = choose(fridge, applicants).chosen?.memberId === one.memberId
        const isChosen = choose(fridge, heavier).chosen?.memberId === one.memberId
        expect(isChosen && !wasChosen).toBe(false)
      }),
    )
  })
  it('並べ方が違っても、同じ人を選ぶ', () => {
    fc.assert(
      fc.property(team, (applicants) => {
        expect(choose(fridge, applicants.toReversed()).chosen).toEqual(
          choose(fridge, applicants).chosen,
        )
      }),
    )
  })
})

describe('どの窓口か', () => {
  const desk = (number: number, skills: Skill[]): Desk => {
    return {
      id: anId(number),
      name: `窓口${number}`,
      memberIds: [],
      skills,
      hours: null,
      assignsAtArrival: true,
    }
  }
  it('いちばん詳しい窓口', () => {
    expect(deskFor(fridge, [desk(1, []), desk(2, [product('冷蔵庫')])])?.name).toBe('窓口2')
  })
  it('どれも同じなら、はじめの窓口', () => {
    expect(deskFor(fridge, [desk(1, []), desk(2, [])])?.name).toBe('窓口1')
  })
  it('窓口がなければ、なし', () => {
    expect(deskFor(fridge, [])).toBe(null)
  })
})

describe('荷の重さ', () => {
  it.each([
    [null, false, false, 1],
    ['low', false, false, 1],
    ['high', false, false, 2],
    ['critical', true, false, 4],
    ['high', false, true, 1],
  ])('重要度 %s、安全 %s、待ち %s は %s', (severity, isSafety, isWaiting, weight) => {
    expect(weightOf(severity, isSafety, isWaiting)).toBe(weight)
  })
})

describe('重い電話', () => {
  const callId = anId(1)
  const operator = '00000000-0000-7000-8000-00000000aaaa'
  const insult: ComplaintEvent = {
    type: 'complaints.noted',
    payload: {
      speaker: 'customer',
      text: 'ばかやろう',
      cues: [{ code: 'insult', start: 0, end: 5, words: 'ばかやろう' }],
      callId,
    },
  }
  const ended = {
    type: 'intake.call-ended',
    payload: { callId, seconds: 90, how: 'agreed' },
  } as const
  const takenOver = {
    type: 'supervision.taken-over',
    payload: {
      callId,
      fromId: operator,
      fromName: '中村',
      toId: anId(9),
      toName: '佐々木',
      reason: '交代',
    },
  } as const
  const entriesOf = (events: Parameters<typeof written>[0]): TimelineEntry[] =>
    written(events).map((entry) => ({ ...entry, id: anId(entry.sequence), complaintId: anId(50) }))
  const talk = aCall('届きません')

  it('罵られた電話は、その人の分が数えられる', () => {
    const talks = hardTalkOf(entriesOf([...talk, insult, ended]), callId, '2026-11-24T02:00:00Z')
    expect(talks).toEqual([{ memberId: operator, minutes: 1, endedAt: '2026-11-24T01:01:30Z' }])
  })
  it('穏やかな電話は数えない', () => {
    expect(hardTalkOf(entriesOf([...talk, ended]), callId, '2026-11-24T02:00:00Z')).toEqual([])
  })
  it('替わってもらった人の分も残る', () => {
    const entries = entriesOf([...talk, insult, takenOver, ended])
    const talks = hardTalkOf(entries, callId, '2026-11-24T02:00:00Z')
    expect(talks.map(({ memberId }) => memberId)).toEqual([operator])
  })
  it('続いている電話は、いままでを数える', () => {
    const talks = hardTalkOf(entriesOf([...talk, insult]), callId, '2026-11-24T01:10:30Z')
    expect(talks[0]?.minutes).toBe(10)
  })

  const now = '2026-11-24T05:00:00Z'
  it.each([
    ['さきほど終わった短い電話', 1, '2026-11-24T04:45:00Z', true],
    ['一時間前の短い電話', 5, '2026-11-24T04:00:00Z', false],
    ['一時間前の長い電話', 12, '2026-11-24T04:00:00Z', true],
    ['朝の長い電話', 40, '2026-11-24T00:30:00Z', false],
  ])('%s（%s分、%s）は休む：%s', (_, minutes, endedAt, isTired) => {
    expect(needsRelief([{ minutes, endedAt }], now)).toBe(isTired)
  })
})

describe('勤務時間と窓口の時間', () => {
  const hours = { workdays: [1, 2, 3], opens: '10:00', closes: '16:00' }
  it.each([
    ['2026-11-24T10:00:00+09:00', true],
    ['2026-11-24T09:59:00+09:00', false],
    ['2026-11-24T16:00:00+09:00', false],
    ['2026-11-26T11:00:00+09:00', false],
  ])('火曜10〜16時の人は %s に %s', (at, isThere) => {
    expect(worksAt(hours, at)).toBe(isThere)
  })
  const open = deskHours.parse({
    workdays: [1, 2, 3, 4, 5],
    opens: '09:00',
    closes: '18:00',
    closedOn: [],
    openOn: [],
    yearEndFrom: '12-29',
    yearEndTo: '01-03',
    breaks: [],
  })
  it.each([
    [[], 'ok'],
    [[{ from: '12:00', to: '13:00' }], 'ok'],
    [[{ from: '13:00', to: '12:00' }], 'assignment.break-outside'],
    [[{ from: '08:00', to: '09:30' }], 'assignment.break-outside'],
    [
      [
        { from: '12:00', to: '13:00' },
        { from: '12:30', to: '14:00' },
      ],
      'assignment.break-outside',
    ],
  ])('休憩 %j は %s', (breaks, expected) => {
    expect(whyNotOpen({ ...open, breaks })?.refusal.code ?? 'ok').toBe(expected)
  })
  it('閉まる時刻が先なら、開けない', () => {
    expect(whyNotOpen({ ...open, closes: '08:00' })?.refusal.code).toBe(
      'access.closes-before-opens',
    )
  })
})

describe('不在', () => {
  const names = new Map([1, 2, 3].map((number) => [anId(number), `担当${number}`]))
  const away = {
    memberId: anId(1),
    fromAt: '2026-11-25T00:00:00Z',
    untilAt: '2026-11-27T09:00:00Z',
    promisesTo: anId(2),
    complaintsTo: null,
    arrivalsTo: null,
  }
  const other = { fromAt: '2026-11-26T00:00:00Z', untilAt: '2026-11-28T00:00:00Z' }
  it.each([
    ['代わりがいる', {}, [], 'ok'],
    ['終わりが先', { untilAt: '2026-11-24T23:00:00Z' }, [], 'assignment.absence-backwards'],
    [
      'もう過ぎた',
      { fromAt: '2026-11-01T00:00:00Z', untilAt: '2026-11-02T00:00:00Z' },
      [],
      'assignment.absence-past',
    ],
    ['自分が代わり', { promisesTo: anId(1) }, [], 'access.own-substitute'],
    ['いない人', { complaintsTo: anId(7) }, [], 'access.member-missing'],
    ['代わりも不在', {}, [{ memberId: anId(2), ...other }], 'assignment.substitute-away'],
    ['二重の不在', {}, [{ memberId: anId(1), ...other }], 'assignment.absence-twice'],
    ['ほかの人の不在', {}, [{ memberId: anId(3), ...other }], 'ok'],
  ])('%s', (_, change, others, expected) => {
    const why = whyNotAway(
      { ...away, ...change },
      others,
      (id) => names.get(id),
      '2026-11-24T01:00:00Z',
    )
    expect(why?.refusal.code ?? 'ok').toBe(expected)
  })
})
