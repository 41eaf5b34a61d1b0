import { describe, expect, it } from 'vitest'
import type { CompanyPhrases } from '../contract.ts'
import { lint, listen } from '../rules.ts'

const words: readonly CompanyPhrases[] = [
  { code: 'demands_document', phrases: ['青札', '札(青)'], why: '' },
  { code: 'asks_supervisor', phrases: ['カピバラさん'], why: '' },
  { code: 'excuse', phrases: ['物流センターの都合'], why: '物流のせいにすると聞こえます。' },
  { code: 'promises-money', phrases: ['おわびポイント'], why: '' },
]
const codes = (text: string, speaker: 'customer' | 'operator' = 'customer') =>
  listen({ speaker, text }, words).cues.map(({ code }) => code)
const findings = (text: string, context = {}) =>
  lint({ kind: 'mail', text }, context, words).findings.filter(({ rule }) =>
    ['excuse', 'promises-money'].includes(rule),
  )

describe('会社の言葉を、合図として聞く', () => {
  it('足した言い回しで合図が点き、元の文の場所を指す', () => {
    const text = 'それより青札の話なんだけど'
    const cue = listen({ speaker: 'customer', text }, words).cues.find(
      ({ code }) => code === 'demands_document',
    )
    expect(cue?.words).toBe('青札')
    expect(text.slice(cue?.start, cue?.end)).toBe('青札')
    expect(listen({ speaker: 'customer', text }).cues.map(({ code }) => code)).not.toContain(
      'demands_document',
    )
  })

  it('幅や仮名の違い、記号の入った言い回しも、書かれたとおりに聞く', () => {
    expect(codes('ｶﾋﾟﾊﾞﾗさん、いるよね')).toContain('asks_supervisor')
    expect(codes('札（青）の話')).toContain('demands_document')
    expect(codes('札青の話')).not.toContain('demands_document')
  })

  it('要らないと言う、人から言われた、よその話、お礼の中では点かない', () => {
    for (const text of [
      '青札までは求めていません',
      '青札と言われて困っています',
      '隣の人が青札の話をしたらしいですよ',
      '青札をありがとうございました',
    ])
      expect(codes(text), text).not.toContain('demands_document')
  })

  it('応対する側が口にしても、お客様の合図にはならない', () => {
    expect(codes('青札をお送りします', 'operator')).toEqual([])
  })

  it('同じ合図は一つの発言に一つ', () => {
    expect(codes('青札だ、詫び状も書け、青札だぞ')).toEqual(['demands_document'])
  })
})

describe('会社の言葉を、文面の点検に使う', () => {
  it('理由があればその理由を、なければ決まりの一言を添える', () => {
    const [excuse] = findings('物流センターの都合で遅れました。')
    expect(excuse).toMatchObject({ rule: 'excuse', severity: 'warning', start: 0, end: 9 })
    expect(excuse?.message).toBe('物流のせいにすると聞こえます。')
    const [money] = findings('おわびポイントを付けます。')
    expect(money).toMatchObject({ rule: 'promises-money', severity: 'error' })
    expect(money?.message).toContain('会社の決まり')
  })

  it('お客様の言葉の引用では言わず、認められた回復なら黙る', () => {
    expect(findings('「物流センターの都合」とのお言葉を伺いました。')).toEqual([])
    expect(findings('おわびポイントを付けます。', { remedyApproved: true })).toEqual([])
  })
})
