import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sequentialIds } from '#kernel/ids.ts'
import { lineOf } from '#features/remedies/cells/rules.ts'
import type { RemedyRule } from '#features/remedies/contract.ts'
import { defaultRules } from '#features/remedies/defaults/rules.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { offerable, optionsFor } from '#features/remedies/rules.ts'
import { aCase, aRule } from '#features/remedies/factory.ts'
import type { Column } from './contract.ts'
import { cellsFor, check, differencesOf } from './rules.ts'

const today = '2026-11-24'
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const rows = (...changes: Partial<RemedyRule>[]) =>
  changes.map((change, at) => aRule({ id: id(at + 1), code: `T-${at + 1}`, ...change }))
const told = (
  changes: Partial<RemedyRule>[],
  cells: Partial<Record<Column, string>> = {},
  on = today,
) => {
  const lines = rows(...changes).map((rule) => lineOf(rule))
  const [first, ...rest] = lines
  const sheet = first ? [{ ...first, cells: { ...first.cells, ...cells } }, ...rest] : []
  return check(sheet, on).problems.map(({ code, weight, others }) => [code, weight, ...others])
}

describe('表の点検', () => {
  it('はじめからある表には、直すところがない', () => {
    const lines = defaultRules(sequentialIds()).map((rule) => lineOf(rule))
    const { rules, problems } = check(lines, today)
    expect([rules.length, problems]).toEqual([lines.length, []])
  })

  it.each([
    ['違うことを言う二行', [{}, { maxYen: 900 }], [['contradiction', 'stop', 'T-1']]],
    ['同じことを言う二行', [{}, {}], [['said-twice', 'stop', 'T-1']]],
    [
      '優先順位で後ろになる行',
      [{ withinDays: 9, priority: 1 }, { priority: 2 }],
      [['goes-behind', 'look', 'T-1']],
    ],
    ['出番のない行', [{ priority: 1 }, { priority: 2 }], [['unreachable', 'look', 'T-1']]],
    ['満たせない条件', [{ kind: 'refund' as const, maxPercent: 50 }], [['impossible', 'look']]],
    ['終わった効力', [{ effectiveUntil: '2026-11-23' }], [['expired', 'look']]],
    ['止めてある行は比べない', [{}, { isActive: false }], []],
    ['同じ番号', [{}, { code: 't-1', kind: 'discount' as const }], [['code-taken', 'stop']]],
  ])('%s', (_what, changes, expected) => {
    expect(told(changes)).toEqual(expected)
  })

  it('読めないセルのある行は、ほかの行と比べずに、そのセルで止める', () => {
    expect(told([{}, { maxYen: 900 }], { maxYen: '三千' })).toEqual([['not-a-number', 'stop']])
  })

  it('お出しできない場面から作った行を足すと、その場面はなくなる', () => {
    const lines = defaultRules(sequentialIds()).map((rule) => lineOf(rule))
    const given = lineOf(aRule({ id: id(9), code: 'T-9', kind: 'explanation', maxYen: null }))
    const { gaps } = check(lines, today)
    expect(gaps.length).toBeGreaterThan(5)
    for (const gap of gaps) {
      const row = { ...given, cells: { ...given.cells, ...cellsFor(gap, today, 'ja') } }
      const after = check([...lines, row], today)
      expect(after.problems.filter(({ lineId }) => lineId === row.id)).toEqual([])
      expect(after.gaps).not.toContainEqual(gap)
    }
  })

  it('何も書いていない行は、ないものとする', () => {
    const blank = { id: id(9), cells: { isActive: 'はい', name: ' ' } }
    expect(check([blank], today)).toMatchObject({ rules: [], problems: [] })
  })
})

describe('版を比べる', () => {
  it('増えた行、消えた行、変わったセルを、行のidで比べる', () => {
    const [kept = aRule(), gone = aRule()] = rows({}, {})
    const added = aRule({ id: id(5), code: 'T-5' })
    expect(differencesOf([kept, gone], [{ ...kept, maxYen: 900 }, added], 'ja')).toEqual([
      {
        ruleId: kept.id,
        code: 'T-1',
        what: 'changed',
        cells: [{ column: 'maxYen', before: '500', after: '900' }],
      },
      { ruleId: added.id, code: 'T-5', what: 'added', cells: [] },
      { ruleId: gone.id, code: 'T-2', what: 'removed', cells: [] },
    ])
  })
})

describe('セルに書いたとおりに、門が決める', () => {
  const now = '2026-11-24T03:00:00Z'
  const fact = {
    id: id(50),
    topic: 'what' as const,
    statement: '割れていた',
    source: '写真',
    status: 'confirmed' as const,
    attributedTo: 'us' as const,
  }
  const price = { ...aCase().details }
  const cause = (answeringFunction: 'product' | 'store') =>
    aCase({ cause: { cause: 'defect', detail: '', answeringFunction } })
  const offered = (
    cells: Partial<Record<Column, string>>,
    record = aCase(),
    amountYen?: number,
  ) => {
    const line = lineOf(aRule({ maxYen: 500 }))
    const { rules, problems } = check([{ ...line, cells: { ...line.cells, ...cells } }], today)
    expect(problems.filter(({ weight }) => weight === 'stop')).toEqual([])
    const gate = offerable(rules, record, now, ['operator'], { ruleId: line.id, amountYen })
    return gate.ok ? gate.value.amountYen : gate.refusal.code
  }

  it.each<[string, Partial<Record<Column, string>>, CaseRecord, number | undefined, unknown]>([
    ['上限まで', {}, aCase(), 500, 500],
    ['上限を一円超える', {}, aCase(), 501, 'remedies.over-limit'],
    ['割合まで（2,480円の10%）', { maxYen: '', maxPercent: '10' }, aCase(), 248, 248],
    ['割合を超える', { maxYen: '', maxPercent: '10％' }, aCase(), 249, 'remedies.over-limit'],
    ['円と割合の低いほう：割合', { maxPercent: '10' }, aCase(), 249, 'remedies.over-limit'],
    ['円と割合の低いほう：円', { maxPercent: '90' }, aCase(), 501, 'remedies.over-limit'],
    ['期間の末日', { withinDays: '4日' }, aCase(), 500, 500],
    ['期間の翌日', { withinDays: '3' }, aCase(), 500, 'remedies.too-late'],
    ['まだ早い', { fromDays: '5' }, aCase(), 500, 'remedies.no-rule'],
    ['代金の下限', { priceFrom: '2,480円' }, aCase(), 500, 500],
    ['代金の下限の下', { priceFrom: '2481' }, aCase(), 500, 'remedies.no-rule'],
    ['代金の上限の上', { priceTo: '２４７９' }, aCase(), 500, 'remedies.no-rule'],
    ['効力の初日', { effectiveFrom: '2026/11/24' }, aCase(), 500, 500],
    ['効力の前日', { effectiveFrom: '2026年11月25日' }, aCase(), 500, 'remedies.no-rule'],
    ['効力の末日', { effectiveUntil: '2026-11-24' }, aCase(), 500, 500],
    ['効力の翌日', { effectiveUntil: '2026-11-23' }, aCase(), 500, 'remedies.no-rule'],
    ['事実の確認が要る', { needsConfirmedFact: 'はい' }, aCase(), 500, 'remedies.fact-unconfirmed'],
    ['事実が確認できた', { needsConfirmedFact: '○' }, aCase({ facts: [fact] }), 500, 500],
    ['SVの判断', { grantedBy: 'SV' }, aCase(), 500, 'remedies.beyond-authority'],
    ['管理者の判断', { grantedBy: '管理者' }, aCase(), 500, 'remedies.beyond-authority'],
    ['止めた行', { isActive: 'いいえ' }, aCase(), 500, 'remedies.no-rule'],
    ['商品の言葉', { productContains: '鍋、ｵﾘｰﾌﾞ' }, aCase(), 500, 500],
    ['別の商品', { productContains: '鍋' }, aCase(), 500, 'remedies.no-rule'],
    ['原因がまだ分からない', { causes: '製品' }, aCase(), 500, 'remedies.cause-unknown'],
    ['分からなくてもよい', { causes: '製品', causeMayBeUnknown: 'はい' }, aCase(), 500, 500],
    ['原因の部署', { functions: '店舗' }, cause('store'), 500, 500],
    ['別の部署', { functions: '店舗' }, cause('product'), 500, 'remedies.no-rule'],
    [
      '代金の分からない割合',
      { maxYen: '', maxPercent: '10' },
      aCase({ details: { ...price, price: undefined } }),
      100,
      'remedies.price-unknown',
    ],
  ])('%s', (_what, cells, record, amountYen, expected) => {
    expect(offered(cells, record, amountYen)).toBe(expected)
  })

  it('条文・言う一文・証拠・条番号は、案にそのまま付いてくる', () => {
    const line = lineOf(
      aRule({ evidence: '写真、または現品', clauseText: '条の文', clause: '第9条' }),
    )
    const { rules } = check([line], today)
    const [option] = optionsFor(rules, aCase(), now, ['operator'])
    expect(option?.rule).toMatchObject({
      evidence: '写真、または現品',
      clauseText: '条の文',
      clause: '第9条',
      say: aRule().say,
    })
  })
})

describe('どんな表でも、書かれた権限を超えて出せる道はない', () => {
  const cell = (...some: string[]) => fc.constantFrom('', ...some)
  const sheet = fc.array(
    fc.record({
      kind: fc.constantFrom('返金', '一部返金', 'クーポン', '交換', '値引き'),
      grantedBy: fc.constantFrom('応対者', 'SV', '管理者'),
      maxYen: cell('300', '800', '5,000円'),
      maxPercent: cell('5', '50', '100％'),
      priority: cell('1', '2'),
      withinDays: cell('2', '30'),
      priceTo: cell('2000', '9000'),
      needsConfirmedFact: cell('はい'),
      effectiveUntil: cell('2026-11-20', '2026-12-31'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  it('門を通った額は、その行の円と割合と代金を超えず、その役割の行だけ', () => {
    fc.assert(
      fc.property(sheet, fc.integer({ min: 0, max: 9999 }), fc.nat(2), (cells, amountYen, who) => {
        const role = (['operator', 'supervisor', 'admin'] as const)[who] ?? 'operator'
        const lines = cells.map((some, at) => {
          const line = lineOf(aRule({ id: id(at + 1), code: `T-${at + 1}` }))
          return { ...line, cells: { ...line.cells, ...some } }
        })
        const { rules } = check(lines, today)
        for (const rule of rules) {
          const wanted = { ruleId: rule.id, amountYen }
          const gate = offerable(rules, aCase(), '2026-11-24T03:00:00Z', [role], wanted)
          if (!gate.ok) continue
          const granted = gate.value.amountYen ?? 0
          const share = rule.maxPercent === null ? Infinity : (2480 * rule.maxPercent) / 100
          expect(granted).toBeLessThanOrEqual(Math.min(rule.maxYen ?? Infinity, share))
          expect(['operator', 'supervisor', 'admin'].indexOf(rule.grantedBy)).toBeLessThanOrEqual(
            who,
          )
          expect((rule.effectiveUntil ?? today) >= today).toBe(true)
          expect(rule.withinDays ?? 30).toBeGreaterThanOrEqual(4)
        }
      }),
      { numRuns: 300 },
    )
  })
})
