import { describe, expect, it } from 'vitest'
import { sequentialIds } from '#kernel/ids.ts'
import { lineOf } from '#features/remedies/cells/rules.ts'
import type { RemedyRule } from '#features/remedies/contract.ts'
import { defaultRules } from '#features/remedies/defaults/rules.ts'
import { aCase, aRule } from '#features/remedies/factory.ts'
import type { Column } from './contract.ts'
import { check, differencesOf, trialDay, trialOf } from './rules.ts'

const today = '2026-11-24'
const now = '2026-11-24T03:00:00Z'
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

describe('過去の苦情で試す', () => {
  const bottle = aCase()
  it.each([
    ['期間が延びる', { withinDays: 3 }, { withinDays: 30 }, ['T-1'], []],
    ['期間が縮む', { withinDays: 30 }, { withinDays: 3 }, [], ['T-1']],
    ['上限が変わる', { maxYen: 500 }, { maxYen: 900 }, ['T-1'], ['T-1']],
    ['条文だけが変わる', {}, { clauseText: '新しい文' }, [], []],
    ['別の商品の行', {}, { productContains: '鍋' }, [], ['T-1']],
  ])('%s', (_what, before, after, gained, lost) => {
    const tried = trialOf(bottle, rows(before), rows(after), now)
    expect([tried.gained, tried.lost].map((side) => side.map(({ code }) => code))).toEqual([
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
