import { describe, expect, it } from 'vitest'
import { aCase, aRule } from '../factory.ts'
import { offerable, whyNotAgreed } from '../rules.ts'
import { missingEvidence, sayOnceShown } from './rules.ts'

type Case = ReturnType<typeof aCase>
const file = (kind: Case['evidence'][number]['kind'], name = '1.bin', note = '') => ({
  evidence: [{ id: 'e', kind, name, note }],
})
const looked = (source: string, status: 'claimed' | 'confirmed' = 'confirmed') => ({
  facts: [
    {
      id: 'f',
      topic: 'what' as const,
      statement: '口が欠けていた',
      source,
      status,
      attributedTo: null,
    },
  ],
})
const missing = (evidence: string | null, change: Partial<Case> = {}) =>
  missingEvidence({ evidence }, aCase(change)) !== null

describe('規定の求める証拠', () => {
  it('求めなければ、何も足りなくない', () => {
    expect([missing(null), missing('  ')]).toEqual([false, false])
  })

  it.each([
    ['写真', file('photo'), true],
    ['写真', file('document'), false],
    ['写真', looked('お客様の写真'), true],
    ['写真', looked('お電話'), false],
    ['写真', looked('写真', 'claimed'), false],
    ['レシート', file('photo'), true],
    ['レシート', file('document'), true],
    ['レシート', file('sound'), false],
    ['保証書、またはご注文番号', { details: { orderNumber: 'A-1' } }, true],
    ['保証書、またはご注文番号', {}, false],
    ['不具合が分かる写真、または現品', looked('現品（窓口で拝見）'), true],
    ['現品の返送（着払い）。傷みやすい食品は写真のみ', file('photo'), true],
    ['配送会社の追跡記録', looked('配送会社の追跡記録'), true],
    ['検査の結果', {}, false],
    ['検査の結果', looked('品質管理部'), true],
    ['検査の結果', file('other'), true],
    ['お控え', file('other', 'お預かり.bin', '預り証'), true],
    ['録音', file('sound'), true],
    ['a photo or the receipt', file('document'), true],
  ] as const)('「%s」に %o は、足りる %s', (wanted, change, isEnough) => {
    expect(missing(wanted, change)).toBe(!isEnough)
  })

  it('「と」で結んだものは、どちらも要る', () => {
    const wanted = '写真とレシート、または現品'
    const both = { evidence: [...file('photo').evidence], ...looked('レシート') }
    expect(missing(wanted, looked('レシート'))).toBe(true)
    expect(missing(wanted, both)).toBe(false)
    expect(missing(wanted, looked('現品'))).toBe(false)
  })

  it('確かめてからと言う文は、日本語として閉じる', () => {
    expect(sayOnceShown({ say: 'お送りいたします。' }, '写真。')).toBe(
      'お送りいたします。お手配は、次のものを確かめてからになります。写真。',
    )
  })
})

describe('証拠の関所', () => {
  const rule = aRule({ evidence: '写真' })
  const now = '2026-11-24T02:00:00Z'
  const order = { ruleId: rule.id, amountYen: 500 }
  const gate = (change: Partial<Case>, more: { onceShown?: boolean } = {}) => {
    const answer = offerable([rule], aCase(change), now, ['operator'], { ...order, ...more })
    return answer.ok ? answer.value.awaits : answer.refusal.code
  }

  it('記録になければ、届いたらの条件でだけお出しする', () => {
    expect(gate({})).toBe('remedies.evidence-missing')
    expect(gate({}, { onceShown: true })).toBe('写真')
    expect(gate(file('photo'))).toBeNull()
    expect(gate(file('photo'), { onceShown: true })).toBeNull()
  })

  it('条件つきの案は、届くまで合意にならない', () => {
    const offer = {
      offerId: 'o',
      ruleId: rule.id,
      ruleCode: rule.code,
      kind: rule.kind,
      label: rule.label,
      amountYen: 500,
      clause: rule.clause,
      words: rule.say,
      feasibility: null,
      awaits: '写真',
      answer: 'accepted' as const,
      answerWords: 'はい',
    }
    const no = whyNotAgreed(aCase({ offers: [offer] }), ['o'])
    expect(no?.refusal).toMatchObject({
      code: 'remedies.evidence-awaited',
      data: { label: rule.label, evidence: '写真' },
    })
    expect(whyNotAgreed(aCase({ offers: [offer], ...file('photo') }), ['o'])).toBeNull()
  })
})
