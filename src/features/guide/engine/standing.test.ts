import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cueCodes } from '#features/language/contract.ts'
import { fold } from '#features/complaints/record/door.ts'
import { aCall, anId, written } from '#features/complaints/record/factory.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { Guidance } from '../contract.ts'
import { namesMoney } from '../rules.ts'
import { loadPlaybook } from '../store.ts'
import { eventOf, optionNamed } from '../stories/rules.ts'
import { guide, type GuideContext } from './guide.ts'
import { readPlaybook } from './load.ts'
import { same } from './situation.ts'

const read = await loadPlaybook()
if (!read.ok) throw new Error(read.refusal.data.problems.join('\n'))
const withoutMoney = ['交換品の発送', '着払いでの返品'].map((label) => optionNamed(label, '第4条'))
const withMoney = ['送料分の返金', '交換品の発送'].map((label) => optionNamed(label, '第4条'))
const context: GuideContext = {
  complaintId: anId(99),
  playbook: read.value,
  now: '2026-11-24T03:00:00Z',
  handlerName: '中村',
  organisationName: 'みなと食品',
  options: withoutMoney,
}
const event = (type: string, payload: object): ComplaintEvent => {
  const made = eventOf(type, payload, '中村')
  if (typeof made === 'string') throw new Error(made)
  return made
}
const noted = (code: string, text = '箱を開けたときから、ずっと困っています') =>
  event('complaints.noted', {
    speaker: 'customer',
    text,
    cues: [{ code, start: 0, end: text.length, words: text }],
  })
const guided = (events: readonly ComplaintEvent[], options = withoutMoney) =>
  guide(fold(written([...aCall(''), ...events])), { ...context, options })
const onScreen = ({ current, following }: Guidance) =>
  current === null ? [] : [current, ...following]
const newWords = (guidance: Guidance) =>
  onScreen(guidance).flatMap(({ say }) => say.filter(({ isUsed }) => !isUsed))

const ofMoney = ['asks_refund', 'asks_compensation', 'hints_money']
const aCue = fc.constantFrom(...cueCodes).map((code) => noted(code))
const aCueWithoutMoney = fc
  .constantFrom(...cueCodes.filter((code) => !ofMoney.includes(code)))
  .map((code) => noted(code))
const aFact = fc.constantFrom(
  event('complaints.concern-raised', { words: '毎朝困っている' }),
  event('complaints.fact-claimed', { topic: 'what', statement: '瓶が割れていた' }),
  event('complaints.fact-claimed', { topic: 'when', statement: '昨夜' }),
  event('complaints.fact-confirmed', { topic: 'what', statement: '誤配', attributedTo: 'us' }),
  event('complaints.customer-identified', { name: '西田', phone: '0300001111' }),
  event('complaints.described', { expectedOutcome: '新しいものがほしい' }),
  event('complaints.safety-checked', { harm: 'near-miss', words: '無事' }),
  event('commitments.made', { words: '電話する', dueAt: '2026-11-25T08:00:00Z' }),
  event('escalation.asked', { mode: 'watch' }),
  event('remedies.offered', { label: '交換品の発送' }),
  event('remedies.answered', { label: '交換品の発送', answer: 'rejected' }),
)
const happenings = (cues: typeof aCue) =>
  fc.array(fc.oneof(cues, aFact), { minLength: 1, maxLength: 25 })
const runs = { numRuns: 120 }

describe('金品は、こちらから先に言わない', () => {
  test('お客様が金品を口にせず、規定にも金品の案がなければ、どの文にも金品は出ない', () => {
    fc.assert(
      fc.property(happenings(aCueWithoutMoney), (events) => {
        for (const { text } of newWords(guided(events))) expect(namesMoney(text), text).toBe(false)
      }),
      runs,
    )
  })

  test('ほのめかされているあいだは、規定にある返金の案も、お示しするまで言葉にしない', () => {
    fc.assert(
      fc.property(happenings(aCueWithoutMoney), (events) => {
        for (const { text } of newWords(guided([...events, noted('hints_money')], withMoney)))
          expect(namesMoney(text), text).toBe(false)
      }),
      runs,
    )
  })

  test('返金のお求めがあれば、規定にある返金の案は言葉にできる', () => {
    const words = newWords(guided([noted('asks_refund')], withMoney)).map(({ text }) => text)
    expect(words.some((text) => text.includes('送料分の返金'))).toBe(true)
  })
})

describe('安全は、品物のお詫びより先', () => {
  test('危ない話を確かめるまで、お詫びの一手は安全の一手の前に出ない', () => {
    fc.assert(
      fc.property(happenings(aCue), (events) => {
        const moves = onScreen(guided([...events, noted('safety_accident')]))
        const safety = moves.findIndex(({ urgency }) => urgency === 'safety')
        const apology = moves.findIndex(({ stage }) => stage === 'apologise')
        expect(safety).toBe(0)
        expect(apology === -1 || apology > safety).toBe(true)
      }),
      runs,
    )
  })
})

describe('一つの話の中で覚えていること', () => {
  /** Says the first new sentence of the current move, again and again, while the customer goes on. */
  function talk(events: readonly ComplaintEvent[], turns: number, check: (g: Guidance) => void) {
    const told = [...events]
    for (let turn = 0; turn < turns; turn += 1) {
      const guidance = guided(told)
      check(guidance)
      const { current } = guidance
      const phrase = current?.say.find(({ isUsed }) => !isUsed)
      const last = events.at(-1)
      if (current && phrase)
        told.push(
          event('guide.phrase-used', {
            play: current.play,
            move: current.id,
            phrase: phrase.index,
            text: phrase.text,
          }),
        )
      if (last) told.push(last)
    }
    return told
  }

  test('言った文は、どの一手でも、もう新しい文として出ない', () => {
    fc.assert(
      fc.property(happenings(aCue), (events) => {
        const said = new Set<string>()
        talk(events, 15, (guidance) => {
          const fresh = newWords(guidance)
          for (const { text } of fresh) expect(said.has(same(text)), text).toBe(false)
          const first = guidance.current?.say.find(({ isUsed }) => !isUsed)
          if (first) said.add(same(first.text))
        })
      }),
      { numRuns: 40 },
    )
  })

  test.each(
    read.value.plays.filter(({ cues }) => cues.length > 0).map(({ play, cues }) => [play, cues[0]]),
  )('「%s」の言い方は、使い切るまで繰り返さず、言った文は後ろに印つきで残る', (_play, code) => {
    const heard = noted(code ?? '')
    const offered: string[] = []
    talk([heard], 12, ({ current }) => {
      const first = current?.say[0]
      if (first && !first.isUsed) offered.push(same(first.text))
      const worn = current?.say.map(({ isUsed }) => isUsed) ?? []
      expect(worn.toSorted((a, b) => Number(a) - Number(b))).toEqual(worn)
    })
    expect(new Set(offered).size).toBe(offered.length)
  })

  test('引用だけが替わった文は、まだ言っていない文のあと、言った文の前に並ぶ', () => {
    const text = `
play: 試し
title: 試し
about: 試し
tier: cue
cues: [anger_high]
because: [試し]
moves:
  - id: 受け止める
    stage: listen
    goal: 受け止める
    say: ['「{懸念}」とのこと、承りました。', 一つめの文です。, 二つめの文です。]
    done: { closing: closed }
    reasons: [試し]`
    const own = readPlaybook([{ file: '試し.yaml', text }], 'ja')
    if (!own.ok) throw new Error(own.refusal.data.problems.join('\n'))
    const concern = (words: string) => event('complaints.concern-raised', { words })
    const use = (phrase: number, said: string) =>
      event('guide.phrase-used', { play: '試し', move: '受け止める', phrase, text: said })
    const events = [
      noted('anger_high'),
      concern('三度待ったこと'),
      use(0, '「三度待ったこと」とのこと、承りました。'),
      use(1, '一つめの文です。'),
      concern('名前の間違い'),
    ]
    const record = fold(written([...aCall(''), ...events]))
    expect(guide(record, { ...context, playbook: own.value }).current?.say).toEqual([
      { index: 2, text: '二つめの文です。', isUsed: false },
      { index: 0, text: '「名前の間違い」とのこと、承りました。', isUsed: false },
      { index: 1, text: '一つめの文です。', isUsed: true },
    ])
  })

  test('新しい話では、言った文は忘れる', () => {
    const heard = noted('hints_money')
    const end = talk([heard], 4, () => {})
    const anew = [...end, event('intake.call-ended', {}), event('intake.call-started', {}), heard]
    expect(guided(anew).current?.say.every(({ isUsed }) => !isUsed)).toBe(true)
  })
})

test('同じ記録なら、どの順で尋ねても、どこで尋ねても、同じ画面', () => {
  fc.assert(
    fc.property(happenings(aCue), (events) => {
      const record = fold(written([...aCall(''), ...events]))
      const before = structuredClone(record)
      const first = guide(record, context)
      guide(fold(written(aCall('別の苦情'))), context)
      expect(guide(structuredClone(record), { ...context })).toEqual(first)
      expect(record).toEqual(before)
    }),
    runs,
  )
})

test('なぜこの一手かは、聞こえた言葉と記録のようすで答える', () => {
  const { current } = guided([noted('asks_supervisor', '上司を出してください')])
  expect(current?.why?.heard).toEqual([{ cue: 'asks_supervisor', words: '上司を出してください' }])
  expect(current?.why?.record[0]).toBe(current?.because)
  expect(guided([]).current?.why?.heard).toEqual([])
})
