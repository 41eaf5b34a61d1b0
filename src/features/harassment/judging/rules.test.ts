import { describe, expect, it } from 'vitest'
import { anId } from '#features/complaints/record/factory.ts'
import type { Axes, Judgement, Quotable } from './contract.ts'
import { judgementsOf, whyNotProposed, whyNotSecond, type Proposed } from './rules.ts'

const quotables: Quotable[] = [
  {
    entryId: anId(1),
    at: '2026-11-24T01:00:00Z',
    speaker: 'customer',
    text: 'ばかやろう、お前みたいな無能は辞めてしまえ。',
    witnessId: anId(50),
    witnessName: '松井 あかり',
  },
]
const excerpts = [{ id: anId(7), entryId: anId(1), words: 'ばかやろう', witnessId: null }]
const quoted = { excerptIds: [anId(7)], words: '人格を否定する言葉が続いた' }
const axes: Axes = {
  content: {
    ...quoted,
    finding: 'within',
    hasReason: 'yes',
    isRelated: 'yes',
    isProportionate: 'yes',
    examples: [],
  },
  manner: { ...quoted, finding: 'beyond', examples: ['insult'] },
  harm: { ...quoted, finding: 'beyond', examples: ['fear'] },
}
const no = { answer: 'no', words: '' } as const
const proposed: Proposed = {
  axes,
  considered: { legitimate: no, accommodation: no, 'own-fault': no },
  verdict: 'is',
  reason: '三度お願いしても続いた',
  reconsiders: null,
  newFacts: '',
  excerpts,
}
const why = (change: Partial<Proposed>, judgements: readonly Judgement[] = []) => {
  const read = whyNotProposed({ ...proposed, ...change }, quotables, judgements)
  return read.ok ? 'ok' : read.refusal.code
}

describe('提案', () => {
  it('三つの軸がそれぞれ記録の言葉に立てば、提案できる', () => {
    expect(why({})).toBe('ok')
  })

  it.each(['content', 'manner', 'harm'] as const)('%s に言葉がなければ、断られる', (axis) => {
    const bare = { ...axes, [axis]: { ...axes[axis], excerptIds: [] } }
    expect(why({ axes: bare })).toBe('harassment.needs-verbatim')
  })

  it('記録にない言葉は、引けない。半角と全角、空白の違いは構わない', () => {
    const words = (text: string) => excerpts.map((each) => ({ ...each, words: text }))
    expect(why({ excerpts: words('暴言を繰り返した') })).toBe('harassment.not-in-record')
    expect(why({ excerpts: words('  ') })).toBe('harassment.not-in-record')
    expect(why({ excerpts: words('ばかやろう、 お前みたいな') })).toBe('ok')
  })

  it('だれも聞いていない言葉は、聞いた人を選ぶまで引けない', () => {
    const unheard = quotables.map((each) => ({ ...each, witnessId: null }))
    const read = whyNotProposed(proposed, unheard, [])
    expect(read.ok ? 'ok' : read.refusal.code).toBe('harassment.witness-missing')
  })

  it('求めも言い方も範囲の中なら、影響があっても「当たる」とはできない', () => {
    const manner = { ...axes.manner, finding: 'within' as const }
    expect(why({ axes: { ...axes, manner } })).toBe('harassment.nothing-beyond')
  })

  it('働く人への影響がなければ、「当たる」とはできない', () => {
    const harm = { ...axes.harm, finding: 'within' as const }
    expect(why({ axes: { ...axes, harm } })).toBe('harassment.no-harm')
  })

  it('正当な申出は、強い声で言われても、中身だけでは「当たる」とできない', () => {
    const legitimate = { answer: 'yes', words: '商品は確かに壊れていた' } as const
    const content = { ...axes.content, finding: 'beyond' as const }
    const manner = { ...axes.manner, finding: 'within' as const }
    const considered = { ...proposed.considered, legitimate }
    expect(why({ considered, axes: { ...axes, content, manner } })).toBe('harassment.legitimate')
    expect(why({ considered })).toBe('ok')
  })

  it('配慮が要る方かどうかが分からないうちは、「当たる」とできず、決めないことはできる', () => {
    const accommodation = { answer: 'unknown', words: '' } as const
    const considered = { ...proposed.considered, accommodation }
    expect(why({ considered })).toBe('harassment.consideration-open')
    expect(why({ considered, verdict: 'open' })).toBe('ok')
  })

  it('「はい」の答えには、言葉が要る', () => {
    const considered = {
      ...proposed.considered,
      'own-fault': { answer: 'yes', words: ' ' } as const,
    }
    expect(why({ considered })).toBe('harassment.consideration-in-words')
  })

  it('見直しには、新しく分かったことが要る', () => {
    const decided = [{ ...aJudgement(), state: 'decided' as const }]
    expect(why({ reconsiders: anId(20) }, decided)).toBe('harassment.new-facts-missing')
    expect(why({ reconsiders: anId(20), newFacts: '録音が見つかった' }, decided)).toBe('ok')
    expect(why({}, [aJudgement()])).toBe('harassment.already-proposed')
  })
})

function aJudgement(change: Partial<Judgement> = {}): Judgement {
  return {
    ...proposed,
    id: anId(20),
    at: '2026-11-24T02:00:00Z',
    excerpts: [],
    types: ['verbal-abuse'],
    targetIds: [anId(50)],
    standards: {},
    byId: anId(50),
    byName: '松井 あかり',
    byLeads: false,
    state: 'proposed',
    decision: null,
    appeals: [],
    isReconsidered: false,
    ...change,
  }
}

const second = (
  change: Partial<Judgement>,
  memberId: string,
  leads: boolean,
  reason = '同じ見方',
) => {
  const read = whyNotSecond(aJudgement(change), { memberId, leads }, reason)
  return read.ok ? 'ok' : read.refusal.code
}

describe('二人め', () => {
  it('提案した人は、SVであっても自分の提案に同意できない', () => {
    expect(second({ byLeads: true }, anId(50), true)).toBe('harassment.own-proposal')
  })

  it('二人のうち一人は、SVか管理者', () => {
    expect(second({}, anId(51), false)).toBe('harassment.leader-missing')
    expect(second({}, anId(51), true)).toBe('ok')
    expect(second({ byLeads: true }, anId(51), false)).toBe('ok')
  })

  it('言葉を向けられた二人だけでは、決められない', () => {
    const both = { targetIds: [anId(50), anId(51)] }
    expect(second(both, anId(51), true)).toBe('harassment.targets-alone')
    expect(second(both, anId(52), true)).toBe('ok')
  })

  it('理由のない同意はない', () => {
    expect(second({}, anId(51), true, ' ')).toBe('harassment.reason-missing')
  })

  it('終わった判断には、もう同意できない', () => {
    expect(second({ state: 'returned' }, anId(51), true)).toBe('harassment.judgement-over')
  })
})

it('消された判断は読めず、ほかの判断はそのまま読める', () => {
  const entry = { complaintId: anId(9), at: '2026-11-24T02:00:00Z', by: 'customer', byName: '' }
  const type = 'harassment.judgement-proposed'
  expect(judgementsOf([{ ...entry, id: anId(1), sequence: 1, type, payload: null }])).toEqual([])
})
