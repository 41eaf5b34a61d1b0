import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { CueCode } from '#features/language/contract.ts'
import { borneIn, needsReliefUntil, none, weighing } from './rules.ts'
import { whyNotWarm } from './peers/rules.ts'
import { shipped } from './settings/rules.ts'

const at = (time: string) => `2026-11-24T${time}:00Z`
const matsui = '00000000-0000-7000-8000-000000000001'
const sasaki = '00000000-0000-7000-8000-000000000002'
const callId = '00000000-0000-7000-8000-0000000000cc'
const { measure } = shipped

type Cues = CaseRecord['cues']
const heard = (code: CueCode, sequence: number, speaker: 'customer' | 'operator' = 'customer') =>
  ({ code, sequence, speaker, at: at('01:00'), words: '', start: 0, end: 0 }) as const
const entry = (sequence: number, type: string, time: string, payload = {}) => ({
  sequence,
  type,
  at: at(time),
  by: `member:${matsui}`,
  payload: { callId, ...payload },
})
const call = [entry(2, 'intake.call-started', '01:00'), entry(9, 'intake.call-ended', '01:12')]
const borne = (cues: Cues, entries = call) => borneIn(entries, cues, callId, at('02:00'))

describe('通話ひとつから数える', () => {
  it('きつい言葉のない通話は、だれの負担にも数えない', () => {
    expect(borne([heard('asks_refund', 3), heard('no_response', 4)])).toEqual([])
  })

  it('きつい言葉があれば、その人が受けていた分数と、侮辱と脅しの回数', () => {
    const cues = [heard('insult', 3), heard('insult', 5), heard('threat_harm', 6)]
    expect(borne(cues)).toEqual([
      { memberId: matsui, endedAt: at('01:12'), minutes: 12, insults: 2, threats: 1, alarms: 0 },
    ])
  })

  it('応対者が言った言葉と、通話の外の言葉は数えない', () => {
    expect(
      borne([heard('confinement', 3, 'operator'), heard('insult', 1), heard('insult', 12)]),
    ).toEqual([])
  })

  it('途中で替わった通話は、それぞれが受けた分だけ', () => {
    const taken = entry(5, 'supervision.taken-over', '01:04', { fromId: matsui, toId: sasaki })
    const [first, last] = call
    const entries = first && last ? [first, taken, last] : []
    const both = borne([heard('insult', 3), heard('anger_high', 7)], entries)
    expect(both.map(({ memberId, minutes, insults }) => [memberId, minutes, insults])).toEqual([
      [matsui, 4, 1],
      [sasaki, 8, 0],
    ])
    expect(borne([heard('insult', 3)], entries).map(({ memberId }) => memberId)).toEqual([matsui])
  })

  it('まだ終わらない通話は、いままでの分', () => {
    const live = borne([heard('prolonging', 3)], call.slice(0, 1))
    expect(live).toMatchObject([{ minutes: 60, endedAt: at('02:00') }])
  })
})

describe('日がたつと軽くなる', () => {
  const talk = (minutes: number, endedAt: string) => ({ ...none, minutes, endedAt })
  it('半減の時間がたつと半分になる', () => {
    const all = [talk(20, '2026-11-23T01:00:00Z')]
    expect(weighing(all, 24, at('01:00')).minutes).toBeCloseTo(10)
    expect(weighing(all, 12, at('01:00')).minutes).toBeCloseTo(5)
  })

  it('時間がたって重くなることはない', () => {
    const minutes = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(fc.array(minutes), minutes, minutes, (each, sooner, more) => {
        const all = each.map((one) => talk(one, at('01:00')))
        const after = (m: number) =>
          weighing(all, 24, Temporal.Instant.from(at('01:00')).add({ minutes: m }).toString())
        expect(after(sooner + more).minutes).toBeLessThanOrEqual(after(sooner).minutes)
      }),
    )
  })

  it('当社基準に達すると交代を勧め、それより下がるころに消える', () => {
    expect(needsReliefUntil([talk(19, at('01:00'))], measure, at('01:00'), null)).toBeNull()
    const until = needsReliefUntil([talk(40, at('01:00'))], measure, at('01:00'), null)
    expect(until).toBe('2026-11-25T01:00:00Z')
    expect(needsReliefUntil([talk(20, at('01:00'))], measure, at('01:00'), null)).toBe(at('03:00'))
  })

  it.each([
    [{ ...none, insults: 3 }, true],
    [{ ...none, insults: 2 }, false],
    [{ ...none, threats: 1 }, true],
    [{ ...none, alarms: 1 }, true],
    [none, false],
  ])('%j のとき、交代を勧めるのは %s', (strain, isNeeded) => {
    const all = [{ ...strain, endedAt: at('01:00') }]
    expect(needsReliefUntil(all, measure, at('01:00'), null) !== null).toBe(isNeeded)
  })

  it('休んだあとは、休む前の通話を数えない', () => {
    const all = [talk(40, at('01:00'))]
    expect(needsReliefUntil(all, measure, at('02:00'), at('01:45'))).toBeNull()
    expect(needsReliefUntil(all, measure, at('02:00'), at('00:45'))).not.toBeNull()
  })
})

describe('仲間への言葉', () => {
  it.each([
    'さっきの電話、おつかれさまでした。',
    'ひとりで抱えないでくださいね。',
    'お茶をいれました。よかったらどうぞ。',
    '落ち着いた声で話していて、となりで聞いていて心強かったです。',
    'Thank you for today. I am here if you want to talk.',
  ])('届く：%s', (text) => {
    expect(whyNotWarm(text)).toBeNull()
  })
  it.each([
    ['早く元気になってね。', 'wellbeing.words-press'],
    ['気にしすぎだよ。', 'wellbeing.words-press'],
    ['それくらいみんな我慢してる。', 'wellbeing.words-press'],
    ['慣れれば平気だよ。', 'wellbeing.words-press'],
    ['馬鹿野郎。', 'wellbeing.words-hurt'],
  ])('届けない：%s', (text, code) => {
    expect(whyNotWarm(text)?.refusal.code).toBe(code)
  })
})
