import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { cueCodes } from '#features/language/contract.ts'
import { fold } from '#features/complaints/record/door.ts'
import { aCall, anId, written } from '#features/complaints/record/factory.ts'
import type { ComplaintEvent, Recorded } from '#features/complaints/record/contract.ts'
import type { Guidance } from '../contract.ts'
import { admitsFault, promisesPayment } from '../rules.ts'
import { loadPlaybook } from '../store.ts'
import { eventOf, optionNamed } from '../stories/rules.ts'
import { guide, type GuideContext } from './guide.ts'

const read = await loadPlaybook()
if (!read.ok) throw new Error(read.refusal.data.problems.join('\n'))
const context: GuideContext = {
  complaintId: anId(99),
  playbook: read.value,
  now: '2026-11-24T03:00:00Z',
  handlerName: '中村',
  organisationName: 'みなと食品',
  options: [optionNamed('交換品の発送', '規定第4条'), optionNamed('着払いでの返品', '規定第4条')],
}
const event = (type: string, payload: object): ComplaintEvent => {
  const made = eventOf(type, payload, '中村')
  if (typeof made === 'string') throw new Error(made)
  return made
}
const noted = (text: string, ...codes: string[]) =>
  event('complaints.noted', {
    speaker: 'customer',
    text,
    cues: codes.map((code) => ({ code, start: 0, end: text.length, words: text })),
  })
const guided = (...events: ComplaintEvent[]) =>
  guide(fold(written([...aCall(''), ...events])), context)
const onScreen = ({ current, following }: Guidance) =>
  current === null ? [] : [current, ...following]

describe('応対ナビ', () => {
  test('同じ記録と状況からは、いつも同じ一手', () => {
    const events = [noted('上司を出せ', 'asks_supervisor'), noted('けがをした', 'safety_accident')]
    expect(guided(...events)).toEqual(guided(...events))
  })

  test('安全、保護、最後に聞いた合図、本筋の順に並ぶ', () => {
    const { current, following } = guided(
      noted('誠意を見せろ', 'hints_money'),
      noted('ただじゃおかない', 'threat_harm'),
      noted('指を切った', 'safety_accident'),
      noted('上司を出せ', 'asks_supervisor'),
    )
    const plays = [...new Set([current, ...following].map((move) => move?.play))]
    expect(plays.slice(0, 4)).toEqual(['安全', '脅迫', '上司対応', '暗示の金品要求'])
  })

  test.each([
    ['いつもの日は、翌営業日の17時', {}, '11月25日（水）17時'],
    ['翌営業日が早く閉まるなら、閉まるまで', { '2026-11-25': '15:00' }, '11月25日（水）15時'],
  ])('こちらから出す期限：%s', (_, halfDays, due) => {
    const record = fold(written([...aCall(''), noted('担当の松井さんを', 'asks_named_person')]))
    const calendar = { ...japaneseOfficeCalendar, halfDays }
    const said = JSON.stringify(onScreen(guide(record, { ...context, calendar })))
    expect(said).toContain(`${due}までに`)
  })

  test('社内のメモでは、いまの一手は動かない', () => {
    const before = guided(noted('上司を出せ', 'asks_supervisor'))
    const memo = event('complaints.noted', { speaker: 'internal', text: '常連の方', cues: [] })
    expect(guided(noted('上司を出せ', 'asks_supervisor'), memo).current).toEqual(before.current)
  })

  test('どの合図にも、それを受ける型がある', () => {
    const uncalled = cueCodes.filter(
      (code) => !guided(noted('…', code)).plays.some(({ cue }) => cue === code),
    )
    expect(uncalled).toEqual([])
  })

  test('言われた文は印がつき、後ろへ回る', () => {
    const heard = noted('誠意を見せろ', 'hints_money')
    const first = guided(heard).current
    const [phrase] = first?.say ?? []
    const used = event('guide.phrase-used', {
      play: first?.play,
      move: first?.id,
      phrase: phrase?.index,
      text: phrase?.text,
    })
    const again = guided(heard, used, heard).current
    expect(again?.say[0]?.text).not.toBe(phrase?.text)
    expect(again?.say.at(-1)).toEqual({ ...phrase, isUsed: true })
  })

  test('応対者が自分で言った文も、もう勧めない', () => {
    const heard = noted('誠意を見せろ', 'hints_money')
    const [phrase] = guided(heard).current?.say ?? []
    const spoken = event('complaints.noted', { speaker: 'operator', text: phrase?.text, cues: [] })
    expect(guided(heard, spoken, heard).current?.say.at(-1)?.isUsed).toBe(true)
  })

  test('名前がなければ、名前を呼ぶ文は出さない', () => {
    const unnamed = guided().current?.say.map(({ text }) => text) ?? []
    expect(unnamed.some((text) => text.includes('様'))).toBe(false)
    const named = guided(event('complaints.customer-identified', { name: '西田様' })).current
    expect(named?.say[0]?.text).toBe(
      '西田様、お電話ありがとうございます。みなと食品の中村でございます。',
    )
  })
})

const anyEvent = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...cueCodes),
      fc.constantFrom('5万円払え', '瓶が割れていたんです', '{お客様名}'),
    )
    .map(([code, text]) => noted(text, code)),
  fc.constantFrom(
    event('complaints.concern-raised', { words: '慰謝料を払え' }),
    event('complaints.concern-raised', { words: '子どもが危なかった' }),
    event('complaints.described', { expectedOutcome: '全額返金してほしい', product: '炭酸水' }),
    event('complaints.customer-identified', { name: '西田', phone: '0300001111' }),
    event('complaints.fact-claimed', { topic: 'what', statement: '弊社の梱包の不備' }),
    event('complaints.fact-confirmed', { topic: 'what', statement: '瓶が割れた' }),
    event('complaints.fact-confirmed', { topic: 'cause', statement: '誤配', attributedTo: 'us' }),
    event('complaints.fact-withdrawn', { topic: 'cause' }),
    event('complaints.safety-checked', { harm: 'near-miss', words: '無事' }),
    event('complaints.demand-made', { kind: 'compensation', words: '5万円' }),
    event('complaints.cause-found', { detail: '緩衝材の不足' }),
    event('complaints.assessed', {}),
    event('remedies.offered', { label: '交換品の発送' }),
    event('remedies.answered', { label: '交換品の発送', answer: 'rejected' }),
    event('remedies.offered', { label: '送料分の返金' }),
    event('remedies.answered', { label: '送料分の返金', answer: 'accepted' }),
    event('remedies.agreed', { words: '送料分を返金する' }),
    event('commitments.made', { words: '電話する', dueAt: '2026-11-25T08:00:00Z' }),
    event('commitments.made', { words: '調べる', dueAt: '2026-11-23T08:00:00Z' }),
    event('commitments.kept', { words: '電話する' }),
    event('escalation.asked', {}),
    event('escalation.accepted', {}),
    event('escalation.returned', {}),
    event('intake.call-held', {}),
    event('intake.call-ended', {}),
    event('intake.call-started', {}),
    event('complaints.closed', {}),
    event('complaints.reopened', { reason: '再発' }),
  ),
)
const anyTimeline = fc
  .tuple(fc.array(anyEvent, { maxLength: 40 }), fc.boolean(), fc.nat(40))
  .map(([events, isCall, erased]) =>
    written([...(isCall ? aCall('瓶が割れた') : []), ...events]).map((entry, index) =>
      index === erased ? ({ ...entry, payload: null } as unknown as Recorded) : entry,
    ),
  )

describe('どんな記録でも', () => {
  const always = (check: (guidance: Guidance, entries: Recorded[]) => void) =>
    fc.assert(
      fc.property(anyTimeline, (entries) => check(guide(fold(entries), context), entries)),
      { numRuns: 150 },
    )

  test('終わっていない苦情には、いまの一手があり、七つまでに収まる', () =>
    always((guidance, entries) => {
      expect(guidance.current !== null || fold(entries).closing !== null).toBe(true)
      expect(onScreen(guidance).length).toBeLessThanOrEqual(7)
      const names = onScreen(guidance).map(({ play, id }) => `${play}/${id}`)
      expect(new Set(names).size).toBe(names.length)
    }))

  test('埋まっていない差し込みは、決して文字のまま出ない', () =>
    always((guidance) => {
      for (const { say, goal, because, ask } of onScreen(guidance)) {
        const template = /\{(?!お客様名\})/ // the customer may say 「{お客様名}」 themselves
        for (const text of [...say.map((each) => each.text), goal, because, ...ask]) {
          expect(text).not.toMatch(template)
        }
      }
    }))

  test('支払いの約束は出ず、落ち度は確認された事実があるときだけ認める', () =>
    always((guidance) => {
      for (const { text } of onScreen(guidance).flatMap(({ say }) => say)) {
        expect(promisesPayment(text)).toBe(false)
        expect(guidance.apology.level === 'fault' || !admitsFault(text)).toBe(true)
      }
    }))

  test('案が受け入れられるまで、お客様の言う額も品も、こちらからは口にしない', () =>
    always((guidance, entries) => {
      const { offers, agreement } = fold(entries)
      if (agreement !== null || offers.some(({ answer }) => answer === 'accepted')) return
      for (const { text } of onScreen(guidance).flatMap(({ say }) => say)) {
        expect(text).not.toMatch(/5万円|慰謝料|全額返金/)
      }
    }))

  test('話すことのある一手には、必ず言える文がある', () =>
    always((guidance) => {
      const plays = new Map(context.playbook.plays.map((play) => [play.play, play]))
      for (const { play, id, say } of onScreen(guidance)) {
        const move = plays.get(play)?.moves.find((each) => each.id === id)
        expect(move?.say.length === 0 || say.length > 0).toBe(true)
      }
    }))
})
