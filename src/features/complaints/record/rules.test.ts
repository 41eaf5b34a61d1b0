import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ComplaintEvent, Recorded } from './contract.ts'
import { aCall, anId, written } from './factory.ts'
import { advance, emptyRecord, fold } from './rules.ts'

const folded = (...events: ComplaintEvent[]) =>
  fold(written([...aCall('瓶が割れていた'), ...events]))

const noted = (text: string, ...codes: ('asks_supervisor' | 'safety_accident')[]) =>
  ({
    type: 'complaints.noted',
    payload: {
      speaker: 'customer',
      text,
      cues: codes.map((code) => ({ code, start: 0, end: text.length, words: text })),
    },
  }) satisfies ComplaintEvent

const demanded = (demandId: string, words: string) =>
  ({
    type: 'complaints.demand-made',
    payload: { demandId, kind: 'compensation', words },
  }) satisfies ComplaintEvent

const promised = {
  type: 'commitments.made',
  payload: {
    commitmentId: anId(20),
    words: '金曜17時までに折り返す',
    ownerId: anId(21),
    ownerName: '松井',
    madeTo: 'customer',
    dueAt: '2026-11-27T08:00:00Z',
    dueOn: '2026-11-27',
    precision: 'minute',
  },
} satisfies ComplaintEvent

const offered = {
  type: 'remedies.offered',
  payload: {
    offerId: anId(30),
    ruleId: anId(31),
    ruleCode: 'R-1',
    kind: 'exchange',
    label: '交換',
    amountYen: null,
    clause: '規定第4条',
    words: '交換のご用意がございます。',
    feasibility: null,
  },
} satisfies ComplaintEvent

const asked = {
  type: 'escalation.asked',
  payload: {
    requestId: anId(40),
    kind: 'supervisor',
    mode: 'connect',
    reason: '上司と話したい',
    person: null,
    toId: null,
    toName: null,
  },
} satisfies ComplaintEvent

describe('記録をたたむ', () => {
  test('何もなければ、空の記録', () => {
    expect(fold([])).toEqual(emptyRecord)
  })

  test('受け付けた言葉と、始まった通話が残る', () => {
    const record = folded()
    expect(record).toMatchObject({ number: 'U-2026-000101', ownWords: '瓶が割れていた', head: 2 })
    expect(record.call).toMatchObject({ startedSequence: 2, endedAt: null })
  })

  test('商品やお名前は、あとから埋めた分が足される', () => {
    const record = folded(
      { type: 'complaints.described', payload: { product: '炭酸水24本' } },
      { type: 'complaints.described', payload: { happenedOn: '木曜' } },
      {
        type: 'complaints.customer-identified',
        payload: { customerId: anId(9), name: '西田' },
      },
    )
    expect(record.details).toEqual({ product: '炭酸水24本', happenedOn: '木曜' })
    expect(record.customer.name).toBe('西田')
  })

  test('消された中身と知らない種類は、何も変えずに読み飛ばす', () => {
    const [received, ...rest] = written(aCall('消える言葉'))
    const erased = { ...received, payload: null } as unknown as Recorded
    const unknown = { ...received, sequence: 3, type: 'future.happened', payload: { x: 1 } }
    const record = fold([erased, ...rest, unknown as unknown as Recorded])
    expect(record).toMatchObject({ number: '', ownWords: '', head: 3 })
    expect(record.call?.id).toBe(anId(1))
  })

  test('組み込みの名前に似た種類にも驚かない', () => {
    const strange = { ...written(aCall('x'))[0], type: 'constructor' } as unknown as Recorded
    expect(fold([strange]).head).toBe(1)
  })
})

describe('合図', () => {
  test('打ち消した合図は消え、同じ通話では戻らない', () => {
    const record = folded(
      noted('上司を出して', 'asks_supervisor'),
      { type: 'guide.cue-dismissed', payload: { cue: 'asks_supervisor', reason: null } },
      noted('だから上司を', 'asks_supervisor'),
    )
    expect(record.cues).toEqual([])
    expect(record.dismissedCues).toEqual(['asks_supervisor'])
  })

  test('命にかかわる合図は、打ち消しても、もう一度聞こえれば戻る', () => {
    const record = folded(
      noted('指を切った', 'safety_accident'),
      { type: 'guide.cue-dismissed', payload: { cue: 'safety_accident', reason: '別の話' } },
      noted('子どもが指を切った', 'safety_accident'),
    )
    expect(record.cues.map(({ words }) => words)).toEqual(['子どもが指を切った'])
  })

  test('次の通話では、打ち消しは持ち越さない', () => {
    const record = folded(
      { type: 'guide.cue-dismissed', payload: { cue: 'asks_supervisor', reason: null } },
      {
        type: 'intake.call-started',
        payload: { callId: anId(2), direction: 'in', phone: null },
      },
      noted('上司を出して', 'asks_supervisor'),
    )
    expect(record.cues).toHaveLength(1)
  })
})

describe('要求と回復', () => {
  test('同じ種類の要求は回数を数え、どのidへの回答も届く', () => {
    const record = folded(demanded(anId(50), '5万円払え'), demanded(anId(51), '5万だよ'), {
      type: 'complaints.demand-answered',
      payload: { demandId: anId(51), answer: 'declined', words: '承りかねます' },
    })
    expect(record.demands).toHaveLength(1)
    expect(record.demands[0]).toMatchObject({
      id: anId(50),
      words: '5万だよ',
      times: 2,
      answer: 'declined',
      answeredTimes: 1,
    })
  })

  test('提示した回復は、お客様の返事とともに残る', () => {
    const record = folded(offered, {
      type: 'remedies.answered',
      payload: { offerId: anId(30), label: '交換', answer: 'rejected', words: 'いらない' },
    })
    expect(record.offers[0]).toMatchObject({ answer: 'rejected', answerWords: 'いらない' })
  })

  test('取り消した合意は残らない', () => {
    const agreed = {
      type: 'remedies.agreed',
      payload: {
        agreementId: anId(60),
        offerIds: [anId(30)],
        labels: ['交換'],
        words: '水曜着で交換',
        confirmedHow: 'repeated-aloud',
      },
    } satisfies ComplaintEvent
    expect(folded(agreed).agreement?.words).toBe('水曜着で交換')
    const withdrawn = {
      type: 'remedies.agreement-withdrawn',
      payload: { agreementId: anId(60), reason: '聞き違い' },
    } satisfies ComplaintEvent
    expect(folded(agreed, withdrawn).agreement).toBeNull()
  })
})

describe('約束・事実・引き継ぎ・終了', () => {
  test('約束は、期限が延び、破られ、果たされる', () => {
    const renegotiated = {
      type: 'commitments.renegotiated',
      payload: {
        commitmentId: anId(20),
        words: '月曜12時までに折り返す',
        dueAt: '2026-11-30T03:00:00Z',
        dueOn: '2026-11-30',
        precision: 'minute',
        previousDueAt: '2026-11-27T08:00:00Z',
        reason: '調査が延びた',
        alternative: '途中までを先にお伝えする',
        toldBy: '松井',
      },
    } satisfies ComplaintEvent
    const broken = {
      type: 'commitments.broken',
      payload: {
        commitmentId: anId(20),
        words: '月曜12時までに折り返す',
        dueAt: '2026-11-30T03:00:00Z',
        ownerId: anId(21),
        ownerName: '松井',
      },
    } satisfies ComplaintEvent
    const kept = {
      type: 'commitments.kept',
      payload: { commitmentId: anId(20), words: '', how: '電話した' },
    } satisfies ComplaintEvent
    expect(folded(promised, renegotiated).commitments[0]).toMatchObject({
      dueAt: '2026-11-30T03:00:00Z',
      state: 'open',
    })
    expect(folded(promised, renegotiated, broken).commitments[0]?.state).toBe('broken')
    expect(folded(promised, broken, kept).commitments[0]?.state).toBe('kept')
  })

  test('事実は、主張から確認へ、そして取り下げへ', () => {
    const claimed = {
      type: 'complaints.fact-claimed',
      payload: { factId: anId(70), topic: 'what', statement: '瓶が割れていた', source: 'お客様' },
    } satisfies ComplaintEvent
    const confirmed = {
      type: 'complaints.fact-confirmed',
      payload: { ...claimed.payload, source: '配送記録', attributedTo: 'us' },
    } satisfies ComplaintEvent
    expect(folded(claimed).facts[0]).toMatchObject({ status: 'claimed', attributedTo: null })
    expect(folded(claimed, confirmed).facts).toEqual([
      {
        id: anId(70),
        topic: 'what',
        statement: '瓶が割れていた',
        source: '配送記録',
        status: 'confirmed',
        attributedTo: 'us',
      },
    ])
    const withdrawn = {
      type: 'complaints.fact-withdrawn',
      payload: { factId: anId(70), reason: '別の便の記録だった' },
    } satisfies ComplaintEvent
    expect(folded(claimed, confirmed, withdrawn).facts[0]?.status).toBe('withdrawn')
  })

  test('引き継ぎは、頼み、見て、受けられる', () => {
    const seen = {
      type: 'escalation.seen',
      payload: { requestId: anId(40), byName: '佐々木' },
    } satisfies ComplaintEvent
    expect(folded(asked).escalations[0]?.state).toBe('asked')
    expect(folded(asked, seen).escalations[0]).toMatchObject({
      state: 'seen',
      seenByName: '佐々木',
    })
  })

  test('終了は取り消せる', () => {
    const closed = {
      type: 'complaints.closed',
      payload: { outcome: 'resolved', agreement: { words: '交換で合意' }, reason: null },
    } satisfies ComplaintEvent
    expect(folded(closed).closing?.agreementWords).toBe('交換で合意')
    const reopened = {
      type: 'complaints.reopened',
      payload: { reason: '再発' },
    } satisfies ComplaintEvent
    expect(folded(closed, reopened).closing).toBeNull()
  })
})

const anyEvent = fc.constantFrom<ComplaintEvent>(
  noted('上司を出して', 'asks_supervisor'),
  noted('けがをした', 'safety_accident'),
  demanded(anId(50), '5万円'),
  demanded(anId(51), '10万円'),
  promised,
  offered,
  asked,
  { type: 'escalation.accepted', payload: { requestId: anId(40), byName: '佐々木' } },
  { type: 'guide.cue-dismissed', payload: { cue: 'asks_supervisor', reason: null } },
  { type: 'intake.call-held', payload: { callId: anId(1), reason: '確認' } },
  { type: 'intake.call-ended', payload: { callId: anId(1), seconds: 90, how: 'agreed' } },
  ...aCall('もう一度'),
)
const anyTimeline = fc
  .array(fc.record({ event: anyEvent, isErased: fc.boolean() }), { maxLength: 60 })
  .map((items) =>
    written(items.map(({ event }) => event)).map((entry, index) =>
      items[index]?.isErased ? ({ ...entry, payload: null } as unknown as Recorded) : entry,
    ),
  )

describe('どんな記録でも', () => {
  test('どこで切っても例外にならず、半分ずつたたんでも同じ', () => {
    fc.assert(
      fc.property(anyTimeline, fc.nat(60), (entries, cut) => {
        const first = fold(entries.slice(0, cut))
        expect(entries.slice(cut).reduce(advance, first)).toEqual(fold(entries))
      }),
    )
  })

  test('たたむ前の記録は書き換えられない', () => {
    fc.assert(
      fc.property(anyTimeline, (entries) => {
        const before = JSON.stringify(entries)
        fold(entries)
        expect(JSON.stringify(entries)).toBe(before)
      }),
    )
  })
})
