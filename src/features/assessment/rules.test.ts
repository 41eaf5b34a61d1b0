import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { CueCode } from '#features/language/contract.ts'
import { suggestionOf } from './rules.ts'

type Known = Parameters<typeof suggestionOf>[0]
const quiet: Known = {
  safety: null,
  cues: [],
  contacts: 1,
  demands: [],
  commitments: [],
  details: {},
  triage: [],
  clocks: [],
}
const heard = (...codes: CueCode[]): CaseRecord['cues'] =>
  codes.map((code, sequence) => ({
    code,
    words: `言葉${sequence}`,
    start: 0,
    end: 3,
    at: '2026-11-24T01:00:00Z',
    sequence,
    speaker: 'customer',
  }))
const safety = (harm: 'none' | 'near-miss' | 'injured' | 'unknown') => ({
  harm,
  words: '手に赤み',
  sequence: 3,
})

describe('記録からの案', () => {
  it.each<[string, Partial<Known>, string]>([
    ['何もなければ、重要度は低い', {}, 'low いいえ simple one 不要'],
    [
      'けががあれば、ほかが何であれ重大',
      { safety: safety('injured') },
      'critical はい involved several 要',
    ],
    ['けがになりかけた話は高い', { safety: safety('near-miss') }, 'high はい involved several 要'],
    ['事故の言葉だけでも高い', { cues: heard('safety_accident') }, 'high はい simple several 要'],
    [
      '事故の言葉があっても、けががないと確かめたら下がる',
      { cues: heard('safety_accident'), safety: safety('none') },
      'low いいえ simple one 不要',
    ],
    [
      '漏えいの言葉は、高く、難しく、広い',
      { cues: heard('privacy_breach') },
      'high いいえ difficult widespread 要',
    ],
    ['身の危険の言葉は重大', { cues: heard('customer_crisis') }, 'critical はい simple one 要'],
    ['二度めのご連絡はふつう、入り組んでいる', { contacts: 2 }, 'medium いいえ involved one 不要'],
    ['お怒りだけではふつう', { cues: heard('anger_high') }, 'medium いいえ simple one 不要'],
  ])('%s', (_, known, expected) => {
    const { severity, isSafety, complexity, impact, immediateAction } = suggestionOf({
      ...quiet,
      ...known,
    })
    const said = [
      severity.value,
      isSafety.value ? 'はい' : 'いいえ',
      complexity.value,
      impact.value,
      immediateAction.value ? '要' : '不要',
    ]
    expect(said.join(' ')).toBe(expected)
  })

  it('どの案にも、なぜそうかがある', () => {
    const { severity, impact } = suggestionOf({
      ...quiet,
      safety: safety('injured'),
      details: { lot: 'L-24' },
    })
    expect(severity.because).toEqual([{ kind: 'harm', harm: 'injured', words: '手に赤み' }])
    expect(impact.because[0]).toEqual({ kind: 'lot', lot: 'L-24' })
    expect(suggestionOf(quiet).severity.because).toEqual([{ kind: 'nothing' }])
  })
})
