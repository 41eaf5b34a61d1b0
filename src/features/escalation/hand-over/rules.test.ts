import { describe, expect, test } from 'vitest'
import type { CueCode } from '#features/language/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { fold } from '#features/complaints/record/door.ts'
import { aCall, anId, written } from '#features/complaints/record/factory.ts'
import { handOverSheet } from './rules.ts'

const sasaki = { name: '佐々木 恵', isLeader: true }
const context = { complaintId: anId(100), now: '2026-11-24T01:12:40Z', receiver: sasaki }
const sheetOf = (events: readonly ComplaintEvent[], more = {}) =>
  handOverSheet(fold(written(events)), { ...context, ...more })

const heard = (text: string, ...codes: CueCode[]): ComplaintEvent => ({
  type: 'complaints.noted',
  payload: {
    speaker: 'customer',
    text,
    cues: codes.map((code) => ({ code, start: 0, end: text.length, words: text })),
  },
})
const said = (text: string): ComplaintEvent => ({
  type: 'complaints.noted',
  payload: { speaker: 'operator', text, cues: [] },
})
const owned: ComplaintEvent = {
  type: 'complaints.assigned',
  payload: { memberId: anId(1), memberName: '松井 あかり' },
}
const named = (name: string): ComplaintEvent => ({
  type: 'complaints.customer-identified',
  payload: { customerId: anId(2), name, phone: '054-000-1234' },
})
const concerned = (words: string, id = anId(3)): ComplaintEvent => ({
  type: 'complaints.concern-raised',
  payload: { concernId: id, words },
})
const claimed = (statement: string): ComplaintEvent => ({
  type: 'complaints.fact-claimed',
  payload: { factId: anId(4), topic: 'what', statement, source: 'お客様のお話' },
})
const offered = (label: string, n: number): ComplaintEvent => ({
  type: 'remedies.offered',
  payload: {
    offerId: anId(n),
    ruleId: anId(n + 100),
    ruleCode: `R-${n}`,
    kind: 'exchange',
    label,
    amountYen: null,
    clause: '規定第4条',
    words: `${label}のご用意がございます。`,
    feasibility: null,
  },
})
const rejected = (label: string, n: number): ComplaintEvent => ({
  type: 'remedies.answered',
  payload: { offerId: anId(n), label, answer: 'rejected', words: 'そんなものはいらない' },
})
const promised = (words: string, id = anId(20)): ComplaintEvent => ({
  type: 'commitments.made',
  payload: {
    commitmentId: id,
    words,
    ownerId: anId(1),
    ownerName: '松井 あかり',
    madeTo: 'customer',
    dueAt: '2026-11-20T08:00:00Z',
    dueOn: '2026-11-20',
    precision: 'minute',
  },
})
const broken = (words: string, id = anId(20)): ComplaintEvent => ({
  type: 'commitments.broken',
  payload: {
    commitmentId: id,
    words,
    dueAt: '2026-11-20T08:00:00Z',
    ownerId: anId(1),
    ownerName: '松井 あかり',
  },
})

describe('引き継ぎ票', () => {
  test('折り返しのなかった瓶割れ。二度目のお電話', () => {
    const sheet = sheetOf([
      ...aCall(''),
      owned,
      named('西田 恵子'),
      promised('金曜17時までに折り返す'),
      broken('金曜17時までに折り返す'),
      heard('先週も電話したのに折り返しがない', 'repeat_contact', 'broken_promise'),
      heard('箱を開けたら瓶が割れていて、子どもが触りそうになった', 'safety_accident'),
      {
        type: 'complaints.safety-checked',
        payload: { harm: 'near-miss', words: '触る前に気づいた' },
      },
      concerned('子どもが危ない思いをした'),
      claimed('箱の中で瓶が割れていた'),
      {
        type: 'complaints.described',
        payload: { product: '炭酸水24本', expectedOutcome: '木曜までに新しい品がほしい' },
      },
      heard('もういい、上の人を出して', 'asks_supervisor'),
    ])
    expect(sheet).toEqual({
      complaintId: anId(100),
      number: 'U-2026-000101',
      subject: '先週も電話したのに折り返しがない。箱を開けたら瓶が割れていて、子どもが触りそう…',
      customerName: '西田 恵子',
      customerPhone: '054-000-1234',
      channel: 'phone',
      receivedAt: '2026-11-24T01:00:00Z',
      minutesSoFar: 12,
      handlerName: '松井 あかり',
      askedFor: '「もういい、上の人を出して」',
      ownWords:
        '先週も電話したのに折り返しがない。箱を開けたら瓶が割れていて、子どもが触りそうになった。もういい、上の人を出して。',
      confirmed: [],
      claimed: ['箱の中で瓶が割れていた'],
      concerns: ['子どもが危ない思いをした'],
      wants: '木曜までに新しい品がほしい',
      demands: [],
      offered: [],
      agreed: null,
      promises: [
        {
          words: '金曜17時までに折り返す',
          dueAt: '2026-11-20T08:00:00Z',
          state: 'broken',
          ownerName: '松井 あかり',
        },
      ],
      said: [],
      safety: 'けがをしかけた：触る前に気づいた',
      cues: ['asks_supervisor', 'safety_accident', 'broken_promise', 'repeat_contact'],
      avoid: [
        '「担当が不在で」などの言い訳をしない',
        '当社の落ち度は未確認。認める言い方をしない',
        'はじめから説明し直していただかない',
      ],
      firstSentence:
        'お電話を替わりました。責任者の佐々木と申します。西田様、これまでのお話は、松井から聞いております。「金曜17時までに折り返す」とのお約束を守れず、申し訳ございません。ご希望は「木曜までに新しい品がほしい」で、お間違いございませんでしょうか。',
    })
  })

  test('誠意を見せろ。案は断られ、金額を言われた', () => {
    const sheet = sheetOf([
      ...aCall(''),
      owned,
      named('株式会社 みどり商事'),
      concerned('二日遅れて、催しに間に合わなかった'),
      claimed('二日遅れて届いた'),
      {
        type: 'complaints.fact-confirmed',
        payload: {
          factId: anId(4),
          topic: 'when',
          statement: '二日遅れて届いた',
          source: '配送記録',
          attributedTo: 'third-party',
        },
      },
      offered('送料のご返金', 30),
      rejected('送料のご返金', 30),
      heard('で、おたくの誠意は', 'hints_money'),
      said('送料をお返しできますとお伝えした'),
      {
        type: 'complaints.demand-made',
        payload: { demandId: anId(40), kind: 'compensation', words: '5万だよ、5万' },
      },
      {
        type: 'complaints.demand-made',
        payload: { demandId: anId(40), kind: 'compensation', words: '5万払え' },
      },
    ])
    expect(sheet).toMatchObject({
      confirmed: ['二日遅れて届いた（配送記録）'],
      claimed: [],
      demands: [{ kind: 'compensation', words: '5万払え', times: 2, answer: null }],
      offered: [{ label: '送料のご返金', answer: 'rejected' }],
      said: ['送料をお返しできますとお伝えした'],
      cues: ['hints_money'],
      safety: null,
      avoid: [
        '金額や「お気持ち」を、こちらから口にしない',
        '当社の落ち度は未確認。認める言い方をしない',
        '断られた案を、同じ言い方でもう一度すすめない',
        'はじめから説明し直していただかない',
      ],
      firstSentence:
        'お電話を替わりました。責任者の佐々木と申します。株式会社 みどり商事様、これまでのお話は、松井から聞いております。「二日遅れて、催しに間に合わなかった」とのこと、ご不快な思いをおかけし、申し訳ございません。私どもにお求めのことを、あらためてお聞かせいただけますでしょうか。',
    })
    expect(JSON.stringify(sheet)).not.toMatch(/お支払い|補償いたし|円/u)
  })

  test('けがのあったお手紙。電話ではなく、当社の落ち度が確かめられている', () => {
    const sheet = sheetOf(
      [
        {
          type: 'complaints.received',
          payload: {
            number: 'U26-00007',
            channel: 'letter',
            words: '鍋の取っ手が外れ、母が手にやけどをしました。',
            receivedAt: '2026-11-24T01:00:00Z',
            customer: { name: '小田 進' },
            details: { subject: '鍋の取っ手が外れた' },
          },
        },
        owned,
        {
          type: 'complaints.safety-checked',
          payload: { harm: 'injured', words: '右手に軽いやけど' },
        },
        {
          type: 'complaints.fact-confirmed',
          payload: {
            factId: anId(4),
            topic: 'cause',
            statement: '取っ手のねじが一本、入っていなかった',
            source: '返品の検査',
            attributedTo: 'us',
          },
        },
        {
          type: 'escalation.asked',
          payload: {
            requestId: anId(50),
            kind: 'named-person',
            mode: 'call-back',
            reason: '責任者から話を聞きたい',
            person: '品質の責任者',
            toId: null,
            toName: null,
          },
        },
      ],
      { receiver: { name: '高木 誠', isLeader: false } },
    )
    expect(sheet).toMatchObject({
      subject: '鍋の取っ手が外れた',
      minutesSoFar: 0,
      askedFor: '品質の責任者',
      customerPhone: null,
      ownWords: '鍋の取っ手が外れ、母が手にやけどをしました。',
      confirmed: ['取っ手のねじが一本、入っていなかった（返品の検査）'],
      safety: 'けがあり：右手に軽いやけど',
      avoid: ['けがの様子を伺う前に、原因や交換の話をしない'],
      firstSentence:
        '高木と申します。小田様、これまでのお話は、松井から聞いております。「取っ手のねじが一本、入っていなかった」と確認できております。お詫び申し上げます。まず、その後のお怪我の具合をお聞かせください。',
    })
  })
})

describe('一枚に収まり、十五秒で読める', () => {
  test('どれほど長い応対でも、行も字数も増えつづけない', () => {
    const many = Array.from({ length: 60 }, (_, n) => [
      heard(`${n}回目です。${'長いお話。'.repeat(80)}`, 'anger_high', 'insult', 'threat_exposure'),
      said('はい。'.repeat(200)),
      concerned(`${n}つめのお怒り${'と'.repeat(300)}`, anId(1000 + n)),
      offered(`案${n}`, 2000 + n),
      promised(`約束${n}${'を'.repeat(300)}`, anId(3000 + n)),
    ])
    const sheet = sheetOf([...aCall(''), owned, ...many.flat()])
    const lines = Object.values(sheet).flat()
    expect(lines.length).toBeLessThan(60)
    expect(JSON.stringify(sheet).length).toBeLessThan(2600)
    expect(sheet.firstSentence.length).toBeLessThan(200)
  })

  test('まだ何も分からなくても、言い出せる', () => {
    const sheet = sheetOf(aCall(''), { receiver: null })
    expect(sheet).toMatchObject({ subject: '（内容はこれから）', customerName: null })
    expect(sheet.firstSentence).toBe(
      'お電話を替わりました。これまでのお話は、記録を読んで承知しております。いちばん気がかりでいらっしゃる点を、私にお聞かせいただけますでしょうか。',
    )
  })

  test('お怪我があったか分からないうちは、それだけを尋ねる', () => {
    const { firstSentence, avoid } = sheetOf([
      ...aCall(''),
      heard('ガラスが入っていた', 'safety_accident'),
      { type: 'complaints.described', payload: { expectedOutcome: '返金' } },
    ])
    expect(firstSentence).toMatch(/お怪我はございませんでしたでしょうか。$/u)
    expect(firstSentence).not.toContain('返金')
    expect(avoid[0]).toBe('けがの様子を伺う前に、原因や交換の話をしない')
  })
})
