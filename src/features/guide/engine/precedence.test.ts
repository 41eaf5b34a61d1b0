import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '#features/complaints/record/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { aCall, anId, written } from '#features/complaints/record/factory.ts'
import { cueCodes, type CueCode } from '#features/language/contract.ts'
import { loadPlaybook } from '../store.ts'
import { guide } from './guide.ts'
import { placeOf, precedence } from './precedence.ts'

const read = await loadPlaybook()
if (!read.ok) throw new Error(read.refusal.data.problems.join('\n'))
const playbook = read.value
const playFor = (cue: CueCode) => playbook.plays.find(({ cues }) => cues.includes(cue))?.play
const context = {
  complaintId: anId(99),
  playbook,
  now: '2026-11-24T01:10:00Z',
  handlerName: '中村',
  organisationName: 'みなと食品',
}
const text = '箱を開けたときから、ずっと困っています'
const sentence = (...codes: readonly CueCode[]): ComplaintEvent => ({
  type: 'complaints.noted',
  payload: {
    speaker: 'customer',
    text,
    cues: codes.map((code) => ({ code, start: 0, end: text.length, words: text })),
  },
})
const held: ComplaintEvent = {
  type: 'intake.call-held',
  payload: { callId: anId(1), reason: '確認' },
}
/** Until their first account is over, a promise of which only they speak is listened to. */
const account = [sentence(), sentence()]
const screen = (...events: ComplaintEvent[]) =>
  guide(fold(written([...aCall(''), ...events])), context)

const ofSafety: readonly CueCode[] = ['safety_accident', 'customer_crisis']
const ofProtection: readonly CueCode[] = [
  'privacy_breach',
  'confinement',
  'threat_harm',
  'refuses_to_leave',
  'sexual',
  'demands_prostration',
  'insult',
]
const some = (codes: readonly CueCode[]) => fc.subarray([...codes], { minLength: 1 })
const runs = { numRuns: 150 }

describe('書かれた順', () => {
  test('どの合図も、ただ一度、理由つきで載っている', () => {
    expect(precedence.map(({ cue }) => cue).toSorted()).toEqual([...cueCodes].toSorted())
    expect(precedence.filter(({ why }) => why.length < 20)).toEqual([])
  })

  test('型の組の順と食い違わない：安全、保護、そのほか', () => {
    const tiers = precedence.map(
      ({ cue }) => playbook.plays.find(({ cues }) => cues.includes(cue))?.tier,
    )
    const order = ['safety', 'protect', 'cue']
    const places = tiers.map((tier) => order.indexOf(tier ?? ''))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

describe('一つの文が、いくつもの合図を灯したとき', () => {
  test('安全の合図があれば、何と一緒でも、安全が先', () => {
    fc.assert(
      fc.property(some(ofSafety), fc.subarray([...cueCodes]), (safety, others) => {
        const { current } = screen(sentence(...others, ...safety))
        expect(current?.urgency).toBe('safety')
        const first = [...ofSafety].toSorted((a, b) => placeOf([a]) - placeOf([b]))
        expect(current?.play).toBe(
          playFor(first.find((cue) => safety.includes(cue) || others.includes(cue)) ?? 'insult'),
        )
      }),
      runs,
    )
  })

  test('安全の問いは、後から聞こえた合図にも、保留にも、追い越されない', () => {
    fc.assert(
      fc.property(fc.array(some(cueCodes), { maxLength: 5 }), fc.boolean(), (later, isHeld) => {
        const events = [sentence('safety_accident'), ...later.map((codes) => sentence(...codes))]
        const { current } = screen(...events, ...(isHeld ? [held] : []))
        expect(current?.play).toBe('安全')
      }),
      runs,
    )
  })

  test('脅しや拘束は、どの要求よりも先', () => {
    const rest = cueCodes.filter((code) => !ofSafety.includes(code))
    fc.assert(
      fc.property(some(ofProtection), fc.subarray(rest), (protection, others) => {
        const { current } = screen(sentence(...others, ...protection))
        expect(current?.urgency).toBe('protect')
      }),
      runs,
    )
  })

  test('そのほかは、書かれた順のいちばん先の合図の型が出る。書いた順番は問わない', () => {
    const rest = cueCodes.filter((code) => ![...ofSafety, ...ofProtection].includes(code))
    fc.assert(
      fc.property(fc.shuffledSubarray(rest, { minLength: 1 }), (codes) => {
        // A promise that was not kept takes the repeated contact along.
        const first = codes.toSorted((a, b) => placeOf([a]) - placeOf([b]))[0]
        expect(screen(...account, sentence(...codes)).current?.play).toBe(first && playFor(first))
      }),
      runs,
    )
  })

  test('別の文なら、いちばん後に聞いた合図が先のまま', () => {
    expect(screen(sentence('repeat_contact'), sentence('asks_refund')).current?.play).toBe('回復')
    expect(screen(sentence('repeat_contact', 'asks_refund')).current?.play).toBe('再入電')
  })

  test.each<[CueCode[], string]>([
    [['anger_high', 'repeat_contact'], '再入電'],
    [['threat_harm', 'asks_compensation'], '脅迫'],
    [['anger_high', 'asks_compensation'], '怒り'],
    [['prolonging', 'demands_visit'], '訪問要求'],
    [['broken_promise', 'anger_high', 'asks_supervisor'], '約束違反'],
  ])('%s は %s', (codes, play) =>
    expect(screen(...account, sentence(...codes)).current?.play).toBe(play),
  )
})
