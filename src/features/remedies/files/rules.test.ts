import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sequentialIds } from '#kernel/ids.ts'
import { csvRows, unguarded } from '#platform/files/csv.ts'
import { writeTable } from '#platform/files/table-file.ts'
import { readText } from '#platform/files/text-file.ts'
import { causes, functions } from '#features/complaints/contract.ts'
import { lineOf, readLine } from '#features/remedies/cells/rules.ts'
import { moneyKinds, remedyKinds, type RemedyRule } from '#features/remedies/contract.ts'
import { defaultRules } from '#features/remedies/defaults/rules.ts'
import { aRule } from '#features/remedies/factory.ts'
import { linesOfRows, linesOfYaml, rowsOf, yamlOf } from './rules.ts'

const said = fc
  .string({ unit: fc.constantFrom(...'あ一R-=+@"\',、\n 円9'), minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const someRule: fc.Arbitrary<RemedyRule> = fc
  .record({
    code: said,
    name: said,
    isActive: fc.boolean(),
    causes: fc.subarray([...causes]),
    functions: fc.subarray([...functions]),
    causeMayBeUnknown: fc.boolean(),
    productContains: maybe(said),
    withinDays: maybe(fc.integer({ min: 20, max: 900 })),
    fromDays: maybe(fc.integer({ min: 0, max: 20 })),
    priceFrom: maybe(fc.integer({ min: 1, max: 99 })),
    priceTo: maybe(fc.integer({ min: 100, max: 100_000 })),
    needsConfirmedFact: fc.boolean(),
    kind: fc.constantFrom(...remedyKinds),
    label: said,
    say: said,
    grantedBy: fc.constantFrom('operator' as const, 'supervisor' as const, 'admin' as const),
    clause: said,
    clauseText: said,
    evidence: maybe(said),
    priority: maybe(fc.integer({ min: 1, max: 999 })),
    effectiveFrom: maybe(fc.constant('2026-12-01')),
    effectiveUntil: maybe(fc.constant('2027-03-31')),
    maxYen: fc.integer({ min: 0, max: 99_999 }),
    maxPercent: maybe(fc.integer({ min: 1, max: 100 })),
  })
  .map(({ maxYen, maxPercent, ...rule }) => {
    const isMoney = moneyKinds.includes(rule.kind)
    const limits = { maxYen: isMoney ? maxYen : null, maxPercent: isMoney ? maxPercent : null }
    return aRule({ ...rule, ...limits })
  })
const someRules = fc.uniqueArray(someRule, {
  minLength: 1,
  maxLength: 5,
  selector: ({ code }) => code,
})

/** Codes keep their ids, as on the server. */
const rowIn = (rules: readonly RemedyRule[]) => (code: string) => ({
  id: rules.find((rule) => rule.code === code.trim())?.id ?? '',
  cells: {},
})
const readBack = (lines: readonly ReturnType<typeof lineOf>[]) =>
  lines.map((line) => readLine(line).rule)

describe('表とセル', () => {
  it('どの規定も、どちらの言葉で書いても、同じ規定に戻る', () => {
    fc.assert(
      fc.property(someRule, fc.constantFrom('ja' as const, 'en' as const), (rule, language) => {
        expect(readLine(lineOf(rule, language))).toEqual({ rule, problems: [] })
      }),
    )
  })

  it.each([
    ['全角と円とコンマ', { maxYen: '３，０００円' }, { maxYen: 3000 }],
    ['日付の書き方', { effectiveFrom: '2026年12月1日' }, { effectiveFrom: '2026-12-01' }],
    [
      '○と×',
      { needsConfirmedFact: '○', isActive: '×' },
      { needsConfirmedFact: true, isActive: false },
    ],
    [
      '言葉のはじめだけ',
      { kind: 'クー', grantedBy: 'ｓｖ' },
      { kind: 'coupon', grantedBy: 'supervisor' },
    ],
    [
      '原因をいくつか',
      { causes: '製品・サービスの欠陥、 emotion' },
      { causes: ['defect', 'emotion'] },
    ],
    ['使うの空欄', { isActive: '' }, { isActive: true }],
  ])('%sを読む', (_what, cells, rule) => {
    const line = lineOf(aRule())
    expect(readLine({ ...line, cells: { ...line.cells, ...cells } }).rule).toMatchObject(rule)
  })

  it.each([
    ['数字でない', { maxYen: '三千' }, 'maxYen', 'not-a-number'],
    ['範囲の外', { maxPercent: '120' }, 'maxPercent', 'out-of-range'],
    ['ない日', { effectiveFrom: '2026-02-30' }, 'effectiveFrom', 'not-a-day'],
    ['知らない言葉', { kind: '金一封' }, 'kind', 'unknown-word'],
    ['どちらともとれる言葉', { kind: 'ex' }, 'kind', 'unknown-word'],
    ['条文の空欄', { clauseText: ' ' }, 'clauseText', 'missing'],
    ['上限のない金額', { maxYen: '' }, 'maxYen', 'limit-missing'],
    ['要らない上限', { kind: '修理' }, 'maxYen', 'limit-needless'],
    ['さかさまの日数', { fromDays: '9', withinDays: '3' }, 'withinDays', 'reversed'],
  ])('%sは、そのセルで知らせ、推し量らない', (_what, cells, column, code) => {
    const line = lineOf(aRule())
    const { rule, problems } = readLine({ ...line, cells: { ...line.cells, ...cells } })
    expect([rule, problems]).toEqual([null, [expect.objectContaining({ column, code })]])
  })
})

describe('ファイル', () => {
  it.each(['csv', 'csv-cp932'] as const)('%s にして読むと、同じ規定に戻る', async (format) => {
    await fc.assert(
      fc.asyncProperty(someRules, async (given) => {
        const rules = given.map((rule, at) => ({ ...rule, id: `${at}` }))
        const bytes = await writeTable(
          rowsOf(
            rules.map((rule) => lineOf(rule)),
            'ja',
          ),
          format,
        )
        if ('lacks' in bytes) throw new Error(bytes.lacks.join(''))
        const rows = [...csvRows(readText(bytes)?.text ?? '')].map(({ line, cells }) => ({
          line,
          cells: cells.map(unguarded),
        }))
        const { lines, problems } = linesOfRows(rows, rowIn(rules))
        expect([readBack(lines), problems]).toEqual([rules, []])
      }),
      { numRuns: 60 },
    )
  })

  it('アポストロフィで始まるセルが並んでも、CSVのまま同じ規定に戻る', async () => {
    const rule = aRule({ productContains: "+'", clause: "'あ", clauseText: "'", say: "'=1'" })
    const bytes = await writeTable(rowsOf([lineOf(rule)], 'ja'), 'csv')
    if ('lacks' in bytes) throw new Error(bytes.lacks.join(''))
    const rows = [...csvRows(readText(bytes)?.text ?? '')].map(({ line, cells }) => ({
      line,
      cells: cells.map(unguarded),
    }))
    expect(readBack(linesOfRows(rows, rowIn([rule])).lines)).toMatchObject([rule])
  })

  it('YAML にして読むと、同じ規定に戻る', () => {
    fc.assert(
      fc.property(someRules, (given) => {
        const rules = given.map((rule, at) => ({ ...rule, id: `${at}` }))
        const { lines, problems } = linesOfYaml(yamlOf(rules), rowIn(rules))
        expect([readBack(lines), problems]).toEqual([rules, []])
      }),
      { numRuns: 60 },
    )
  })

  it('はじめからある規定は、YAMLで読める形に書かれる', () => {
    const text = yamlOf(defaultRules(sequentialIds()).slice(0, 1))
    expect(text.split('\n').slice(0, 5)).toEqual([
      'rules:',
      '  - code: R-01',
      '    name: 不良品の交換',
      '    isActive: true',
      '    causes:',
    ])
  })

  it('式に見えるセルは、表計算ソフトで動かない形で書く', async () => {
    const rows = rowsOf([lineOf(aRule({ name: '=HYPERLINK("http://example.jp")' }))], 'ja')
    const bytes = await writeTable(rows, 'csv')
    expect('lacks' in bytes ? '' : new TextDecoder().decode(bytes)).toContain(
      `"'=HYPERLINK(""http://example.jp"")"`,
    )
  })

  const id = '00000000-0000-7000-8000-000000000001'
  const rowOf = () => ({ id, cells: {} })
  it.each([
    ['形の崩れ', 'rules:\n  - code: "R-01\n', 3, 'syntax'],
    ['知らない列', 'rules:\n  - code: R-01\n    colour: 赤\n', 3, 'unknown-column'],
    ['読めない金額', 'rules:\n  - code: R-01\n    name: 名\n    maxYen: 三千\n', 4, 'not-a-number'],
    ['規定でないもの', 'rules:\n  - ただの文\n', 2, 'not-a-rule'],
    ['中身がない', '# メモだけ\n', 1, 'empty'],
  ])('YAMLの%sは、行を言う', (_what, text, line, code) => {
    const { problems } = linesOfYaml(text, rowOf)
    expect(problems).toContainEqual(expect.objectContaining({ line, code }))
  })

  it.each([
    ['見出しがない', [['R-01', '交換']], 1, 'no-heading'],
    [
      '知らない列',
      [
        ['番号', '色'],
        ['R-01', '赤'],
      ],
      1,
      'unknown-column',
    ],
    [
      '読めないセル',
      [
        ['番号', '上限（円）'],
        ['R-01', '三千'],
      ],
      2,
      'not-a-number',
    ],
  ])('CSVの%sは、行を言う', (_what, cells, line, code) => {
    const rows = cells.map((row, at) => ({ line: at + 1, cells: row }))
    const { problems } = linesOfRows(rows, rowOf)
    expect(problems).toContainEqual(expect.objectContaining({ line, code }))
  })

  it('読めないセルも、書いたまま残る', () => {
    const rows = [
      { line: 1, cells: ['Code', 'Limit (yen)'] },
      { line: 2, cells: ['R-77', '三千'] },
    ]
    expect(linesOfRows(rows, rowOf).lines).toEqual([
      { id, cells: { code: 'R-77', maxYen: '三千' } },
    ])
  })

  it('ファイルにない列は、同じ番号の行ではいまのまま残り、残ったことが言われる', () => {
    const before = lineOf(aRule({ id, code: 'T-01', maxYen: 500 }))
    const rows = [
      { line: 1, cells: ['番号', '上限（円）', '必要な証拠'] },
      { line: 2, cells: ['T-01', '800', ''] },
    ]
    const { lines, problems, kept } = linesOfRows(rows, () => before)
    expect([lines, problems]).toEqual([
      [{ ...before, cells: { ...before.cells, maxYen: '800' } }],
      [],
    ])
    expect(kept).toContain('clauseText')
    expect(kept).not.toContain('evidence')
  })

  it('YAMLに書いていない項目は、空欄のことである', () => {
    const before = lineOf(aRule({ id, code: 'T-01', maxYen: 500 }))
    const { lines, kept } = linesOfYaml('rules:\n  - code: T-01\n', () => before)
    expect([lines[0]?.cells.maxYen, kept]).toEqual(['', []])
  })
})
