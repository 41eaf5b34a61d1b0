import { describe, expect, test } from 'vitest'
import { emptyRecord } from '#features/complaints/record/door.ts'
import type { Fact } from '#features/complaints/contract.ts'
import type { RecordedCommitment } from '#features/complaints/record/contract.ts'
import {
  admitsFault,
  apologyScope,
  editionOf,
  namesMoney,
  promisesPayment,
  versionOf,
} from './rules.ts'

const fact = (status: Fact['status'], attributedTo: Fact['attributedTo'] = null): Fact => ({
  id: '00000000-0000-7000-8000-000000000001',
  topic: 'what',
  statement: '瓶が割れていた',
  source: '配送記録',
  status,
  attributedTo,
})
const broken: RecordedCommitment = {
  commitmentId: '00000000-0000-7000-8000-000000000002',
  words: '金曜17時までに折り返す',
  ownerId: '00000000-0000-7000-8000-000000000003',
  ownerName: '松井',
  madeTo: 'customer',
  dueAt: '2026-11-20T08:00:00Z',
  dueOn: '2026-11-20',
  precision: 'minute',
  state: 'broken',
  madeAt: '2026-11-19T01:00:00Z',
}

describe('何について詫びてよいか', () => {
  test('お客様のお話だけなら、お困りについてだけ', () => {
    const record = {
      ...emptyRecord,
      facts: [fact('claimed')],
      concerns: [{ id: 'c', words: '危ない思いをした', isSettled: false }],
    }
    expect(apologyScope(record)).toEqual({
      level: 'trouble',
      forWhat: ['危ない思いをした'],
      notYet: ['瓶が割れていた'],
    })
  })

  test('確認されても、誰のことか分からなければ、まだ詫びない', () => {
    expect(apologyScope({ ...emptyRecord, facts: [fact('confirmed', 'unknown')] })).toMatchObject({
      level: 'trouble',
      notYet: ['瓶が割れていた'],
    })
  })

  test.each(['customer', 'third-party', 'nobody'] as const)(
    '当方以外（%s）のことと分かった事実は、落ち度として詫びない',
    (attributedTo) => {
      const scope = apologyScope({ ...emptyRecord, facts: [fact('confirmed', attributedTo)] })
      expect(scope).toEqual({ level: 'trouble', forWhat: [], notYet: [] })
    },
  )

  test('当方のことと確認された事実は、落ち度として詫びる', () => {
    expect(apologyScope({ ...emptyRecord, facts: [fact('confirmed', 'us')] })).toEqual({
      level: 'fault',
      forWhat: ['瓶が割れていた'],
      notYet: [],
    })
  })

  test('取り下げた事実では詫びない', () => {
    expect(apologyScope({ ...emptyRecord, facts: [fact('withdrawn', 'us')] }).level).toBe('trouble')
  })

  test('台帳にある約束違反は、確認を待たずに詫びる', () => {
    expect(apologyScope({ ...emptyRecord, commitments: [broken] })).toMatchObject({
      level: 'ledger',
      forWhat: ['金曜17時までに折り返す'],
    })
  })

  test('部署から当方への約束は、お客様には詫びない', () => {
    const record = { ...emptyRecord, commitments: [{ ...broken, madeTo: 'us' as const }] }
    expect(apologyScope(record).level).toBe('trouble')
  })

  test('同じお客様の前の苦情で破られた約束も、台帳のうち', () => {
    const elsewhere = [
      {
        words: '金曜に折り返す',
        dueAt: '2026-11-20T08:00:00Z',
        state: 'broken' as const,
        ownerName: '松井',
        complaintNumber: 'U-2026-000042',
      },
    ]
    expect(apologyScope(emptyRecord, elsewhere).level).toBe('ledger')
  })

  test('済んだお困りごとは、もう詫びない', () => {
    const record = { ...emptyRecord, concerns: [{ id: 'c', words: '待った', isSettled: true }] }
    expect(apologyScope(record).forWhat).toEqual([])
  })
})

describe('落ち度を認める言葉', () => {
  test.each([
    '弊社の梱包の不備で、割れておりました。',
    '私どもの手違いでございます。',
    'こちらの確認不足で、ご迷惑をおかけしました。',
    '当社に責任がございます。',
    '誤りは弊社にございます。',
  ])('%s', (text) => expect(admitsFault(text)).toBe(true))

  test.each([
    '楽しみにしていらしたお気持ちを損ねてしまいましたこと、お詫び申し上げます。',
    'お待たせしてしまい、申し訳ございません。',
    '「弊社のミスだ」とのお話、承りました。',
    '原因をお調べし、お知らせいたします。',
    '{担当名}が責任を持って承りました。',
  ])('認めていない: %s', (text) => expect(admitsFault(text)).toBe(false))
})

describe('金品の言葉', () => {
  test.each([
    'ご返金いたします',
    '五万円で',
    '3000円の',
    '慰謝料',
    'クーポンを差し上げます',
    '費用は私どもで負担',
  ])('%s', (text) => expect(namesMoney(text)).toBe(true))
  test.each(['円滑に進めます', 'お返事を差し上げます', '丸い瓶', 'お手数をおかけします'])(
    '金品ではない: %s',
    (text) => expect(namesMoney(text)).toBe(false),
  )
  test.each(['お支払いします', 'お支払いいたします', '弁償いたします', '当社で負担いたします'])(
    '支払いの約束: %s',
    (text) => expect(promisesPayment(text)).toBe(true),
  )
  test.each(['「払います」とおっしゃった件', 'お支払いの方法を伺います'])(
    '支払いの約束ではない: %s',
    (text) => expect(promisesPayment(text)).toBe(false),
  )
})

describe('英語でも、同じ線を引く', () => {
  test.each([
    'That was our mistake.',
    'The fault is ours, and I am sorry.',
    'We were at fault.',
    'We’re responsible for this.',
    'I made a mistake with your order.',
    'We failed to call you.',
    'It happened because of our own negligence.',
  ])('認めている: %s', (text) => expect(admitsFault(text)).toBe(true))

  test.each([
    'You told me “your mistake ruined my evening”. I’m sorry that you were left feeling that way.',
    'I’m sorry that nobody called.',
    'I’ll find out what caused it.',
    'You told us that it was “our fault”.',
    'The mistake is not clear yet.',
  ])('認めていない: %s', (text) => expect(admitsFault(text)).toBe(false))

  test.each([
    'You can have a refund.',
    'Here is a voucher.',
    'It costs ¥5,000.',
    'We give you a discount.',
    'Shipping is free of charge.',
    'For your damages',
    'I paid twice',
    'They made me pay',
  ])('金品: %s', (text) => expect(namesMoney(text)).toBe(true))

  test.each([
    'I’ll call you back.',
    'The box was damaged.',
    'You can have a replacement sent today.',
    'The pounding in my head',
    'At the cashier’s desk',
  ])('金品ではない: %s', (text) => expect(namesMoney(text)).toBe(false))

  test.each([
    'We will pay for it.',
    'I’ll cover the cost.',
    'The company will compensate you.',
    'We can gladly reimburse you.',
  ])('支払いの約束: %s', (text) => expect(promisesPayment(text)).toBe(true))

  test.each([
    'You said “we will pay”.',
    'How did you pay?',
    'We will cover this point in the letter.',
  ])('支払いの約束ではない: %s', (text) => expect(promisesPayment(text)).toBe(false))
})

test('版の名から、公開した版の番号が分かる', () => {
  expect(editionOf(versionOf(12, 'abcdef'))).toBe(12)
  expect(editionOf(versionOf(0, '7f83b1657ff1'))).toBe(0)
})
