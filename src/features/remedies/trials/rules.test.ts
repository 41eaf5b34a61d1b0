import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { RemedyRule } from '#features/remedies/contract.ts'
import { aCase, aRule } from '#features/remedies/factory.ts'
import { nothingYet, together, trialDay, trialOf } from './rules.ts'

const [today, now] = ['2026-11-24', '2026-11-24T03:00:00Z']
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const rows = (...changes: Partial<RemedyRule>[]) =>
  changes.map((change, at) => aRule({ id: id(at + 1), code: `T-${at + 1}`, ...change }))
const bottle = aCase()
const tried = (
  before: Partial<RemedyRule>[],
  after: Partial<RemedyRule>[],
  record: CaseRecord = bottle,
) => trialOf(record, { before: rows(...before), after: rows(...after), now })

describe('過去の苦情で試す', () => {
  it.each([
    ['期間が延びる', { withinDays: 3 }, { withinDays: 30 }, ['T-1'], []],
    ['期間が縮む', { withinDays: 30 }, { withinDays: 3 }, [], ['T-1']],
    ['上限が変わる', { maxYen: 500 }, { maxYen: 900 }, ['T-1'], ['T-1']],
    ['条文だけが変わる', {}, { clauseText: '新しい文' }, [], []],
    ['別の商品の行', {}, { productContains: '鍋' }, [], ['T-1']],
    ['判断する人が変わる', {}, { grantedBy: 'supervisor' }, ['T-1'], ['T-1']],
    ['止める', {}, { isActive: false }, [], ['T-1']],
  ] as const)('%s', (_what, before, after, gained, lost) => {
    const found = tried([before], [after])
    expect([found.gained, found.lost].map((side) => side.map(({ code }) => code))).toEqual([
      gained,
      lost,
    ])
  })

  it('先の日に効力の始まる行は、その日の規定として試す', () => {
    const [before, after] = [rows({}), rows({ effectiveFrom: '2026-12-01' })]
    expect(trialDay(before, after, today)).toBe('2026-12-01')
    expect(trialDay(before, before, today)).toBe(today)
  })
})

describe('金額', () => {
  it.each([
    ['いちばん高い案を一つだけ数える', [{ maxYen: 500 }, { kind: 'discount', maxYen: 900 }], 900],
    ['割合は、この苦情の代金で数える', [{ maxYen: null, maxPercent: 10 }], 248],
    ['全額の返金は、代金を数える', [{ kind: 'refund', maxYen: 10_000 }], 2480],
    ['代金が上限を超える返金は、数えない', [{ kind: 'refund', maxYen: 2000 }], 0],
    ['まだ確かめることのある案は、数えない', [{ needsConfirmedFact: true }], 0],
    ['金額のない回復は、数えない', [{ kind: 'explanation', maxYen: null }], 0],
    ['ほかの人の判断でも、数える', [{ grantedBy: 'admin', maxYen: 700 }], 700],
  ] as const)('%s', (_what, after, yen) => {
    expect(tried([], [...after]).sums).toMatchObject({ before: 0, after: yen })
  })

  it('代金の分からない返金は、数えない', () => {
    const record = aCase({ details: { product: '油' } })
    expect(tried([], [{ kind: 'refund', maxYen: 9000 }], record).sums.after).toBe(0)
  })

  const coupon = (answer: 'accepted' | 'rejected', amountYen: number | null = 500) => {
    const what = { offerId: id(7), ruleId: id(1), ruleCode: 'T-1', kind: 'coupon' as const }
    const said = { label: 'クーポン', clause: '', words: '', feasibility: null, answerWords: null }
    return aCase({ offers: [{ ...what, ...said, amountYen, answer }] })
  }
  it.each([
    ['出せなくなる', 'accepted', [{ isActive: false }], 1, 500],
    ['上限が額より下がる', 'accepted', [{ maxYen: 400 }], 1, 500],
    ['別の行が同じだけ出す', 'accepted', [{ isActive: false }, { label: '別の名' }], 0, 0],
    ['断られていた', 'rejected', [{ isActive: false }], 0, 0],
    ['上限が上がる', 'accepted', [{ maxYen: 900 }], 0, 0],
  ] as const)('受け入れられた案が%sとき', (_what, answer, after, accepted, acceptedYen) => {
    expect(tried([{}], [...after], coupon(answer)).sums).toMatchObject({ accepted, acceptedYen })
  })

  it('前から出せなかったものは、この変更のせいにしない', () => {
    const off = { isActive: false }
    expect(tried([off], [off], coupon('accepted')).sums.accepted).toBe(0)
  })
})

it('何度に分けて数えても、一度に数えたのと同じになる', () => {
  const changes = [{ maxYen: 900 }, { isActive: false }, {}, { withinDays: 1 }, { maxYen: 100 }]
  const all = changes.map((change) => tried([{}], [change]))
  const once = together(nothingYet, all)
  expect(once.rows).toEqual([{ code: 'T-1', label: 'クーポン', gained: 2, lost: 4 }])
  for (let cut = 0; cut <= all.length; cut += 1)
    expect(together(together(nothingYet, all.slice(0, cut)), all.slice(cut))).toEqual(once)
})
