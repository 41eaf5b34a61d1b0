import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForce, nextCheckOf, readDefinitions, sentenceOfProblem } from './rules.ts'

const folder = join(import.meta.dirname, '../../../../clocks')
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ file: `clocks/${name}`, text: readFileSync(join(folder, name), 'utf8') }))
const shipped = readDefinitions(files)
const [first] = files
const accident = first?.text ?? ''

const tell = (text: string) =>
  readDefinitions([{ file: 'c.yaml', text }]).problems.map((each) => sentenceOfProblem(each, 'ja'))

describe('出荷時の期限の定義', () => {
  it('どのファイルも読めて、求められた期限がそろっている', () => {
    expect(shipped.problems).toEqual([])
    expect(shipped.definitions.map(({ code }) => code).toSorted()).toEqual([
      'cooling-off',
      'criminal-complaint',
      'data-breach',
      'device-malfunction',
      'drug-reaction',
      'financial-adr',
      'food-recall',
      'functional-food',
      'mail-order-return',
      'platform-removal',
      'product-accident',
      'product-liability-delivered',
      'product-liability-known',
      'public-interest-report',
      'telecom-complaint',
    ])
  })

  it.each(shipped.definitions)('$code には根拠と出どころと確認日がある', (definition) => {
    expect(definition.sources.length).toBeGreaterThan(0)
    expect(definition.basis.ja).not.toBe('')
    expect(definition.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('「遅滞なく」のような期限には、法律の言葉と目安の日数の両方がある', () => {
    const soft = shipped.definitions.flatMap(({ stages }) =>
      stages.filter(({ hardness }) => hardness === 'soft'),
    )
    expect(soft.length).toBeGreaterThan(3)
    expect(soft.filter(({ word }) => word === undefined)).toEqual([])
  })
})

describe('読めない定義は、ファイルと行と直し方を言う', () => {
  it.each([
    ['空', '', 'c.yaml:1: 何も書かれていません'],
    ['YAMLでない', 'code: [a', 'c.yaml:1: YAMLとして読めません'],
    ['知らない項目', `${accident}colour: red\n`, '「colour」という項目はありません'],
    [
      '知らない起点',
      accident.replace('event: known', 'event: whenever'),
      '「event」に書けるのは known、',
    ],
    ['根拠がない', accident.replace(/^basis: .*\n/m, ''), '「basis」がありません'],
    [
      'ない日',
      accident.replace('checkedOn: 2026-11-22', 'checkedOn: 2026-02-30'),
      '「checkedOn」の書き方が違います',
    ],
    [
      'ない区分',
      accident.replace(
        'onHoliday: stays',
        'onHoliday: stays\n    lengthFor: { night: { count: 1, unit: day } }',
      ),
      '「night」という区分はありません',
    ],
  ])('%s', (_, text, told) => {
    expect(tell(text).join('\n')).toContain(told)
  })

  it('行は、まちがいのある行を指す', () => {
    const line = accident.split('\n').findIndex((each) => each.includes('event: known')) + 1
    const [said] = tell(accident.replace('event: known', 'event: whenever'))
    expect(said).toMatch(new RegExp(`^c\\.yaml:${line}: `))
  })

  it('同じ名の定義は一つだけ使い、二つめを知らせる', () => {
    const { definitions, problems } = readDefinitions([
      { file: 'a.yaml', text: accident },
      { file: 'b.yaml', text: accident },
    ])
    expect(definitions).toHaveLength(1)
    expect(problems).toMatchObject([{ file: 'b.yaml', code: 'twice' }])
  })

  it('どこを書き換えても、読めるか、行を言うかのどちらかになる', () => {
    const edited = fc
      .tuple(fc.nat(accident.length), fc.nat(40), fc.string({ maxLength: 12 }))
      .map(([at, cut, put]) => accident.slice(0, at) + put + accident.slice(at + cut))
    fc.assert(
      fc.property(edited, (text) => {
        const { definitions, problems } = readDefinitions([{ file: 'c.yaml', text }])
        expect(definitions.length + problems.length).toBeGreaterThan(0)
        for (const { line } of problems) expect(line).toBeGreaterThan(0)
      }),
    )
  })
})

describe('定義の見直し', () => {
  it.each([
    ['ふつうの日', '2026-11-22', '2027-11-22'],
    ['うるう日は、翌年の2月末', '2028-02-29', '2029-02-28'],
  ])('次の確認は1年後：%s', (_, checkedOn, next) => {
    expect(nextCheckOf({ checkedOn })).toBe(next)
  })

  const [definition] = shipped.definitions
  const version = (effectiveFrom: string, at: string) =>
    definition ? [{ definition, effectiveFrom, isResting: false, at }] : []

  it.each([
    ['まだ始まっていない版は使わない', '2026-11-30', null],
    ['始まった日から使う', '2026-12-01', '2026-11-20T00:00:00Z'],
    ['同じ日の版は、後に保存したもの', '2027-04-01', '2026-11-22T00:00:00Z'],
  ])('%s', (_, today, at) => {
    const versions = [
      ...version('2027-04-01', '2026-11-22T00:00:00Z'),
      ...version('2027-04-01', '2026-11-21T00:00:00Z'),
      ...version('2026-12-01', '2026-11-20T00:00:00Z'),
    ]
    expect(inForce(versions, today)?.at ?? null).toBe(at)
  })
})
