import { expect, test } from 'vitest'
import {
  codeIn,
  type Learnt,
  rarityLetter,
  rarityOf,
  stepsIn,
  unpacked,
} from '#features/language/weighing/scale.ts'
import { packed, unit } from './packed.ts'
import { countsOf, rowsOf, runsWorthKnowing } from './rows.ts'
import { separate } from './separate.ts'

const said = [
  '返金してください',
  'お金を返して',
  '返金をお願いします',
  'ありがとう',
  '届きました',
  '元気です',
]
const carries = [true, true, true, false, false, false]

test('分けられる文を、分ける面を見つける', () => {
  const counts = countsOf(said)
  const runs = runsWorthKnowing(counts, 1)
  const rows = rowsOf(counts, runs)
  const { weights, bias } = separate(rows, runs.names.length, carries)
  const sums = said.map((_, text) => {
    let sum = bias
    for (let i = rows.from[text]!; i < rows.from[text + 1]!; i += 1)
      sum += weights[rows.runs[i]!]! * rows.values[i]!
    return sum
  })
  expect(sums.map((sum) => sum > 0)).toEqual(carries)
})

test('同じ文からは、同じ重みを学ぶ', () => {
  const counts = countsOf(said)
  const runs = runsWorthKnowing(counts, 1)
  const learn = () => separate(rowsOf(counts, runs), runs.names.length, carries)
  expect(learn()).toEqual(learn())
})

test('絵文字の片割れは、学ばない', () => {
  const { names } = runsWorthKnowing(countsOf(['怒😡る', '怒😡る']), 1)
  expect(names.every((name) => name.isWellFormed())).toBe(true)
  expect(names).toContain('怒')
})

test('書き出した重みは、読み戻すと同じ重みになる', () => {
  const names = ['か', 'かえ', 'かえせ', 'かえて', 'せ', '返', '返金']
  const rarity = Float64Array.from(names, (_, run) => rarityOf(rarityLetter(1.5 + run)))
  const steps = [4, 0, -9, 12, 0, 127, -3]
  const nothing = new Float64Array(names.length)
  const weights = Float64Array.from(steps, (step, run) => (step * unit) / rarity[run]!)
  const planes = { a: { bias: 0, weights: nothing }, b: { bias: 0.5, weights } }
  const learnt = JSON.parse(packed('', { names, rarity }, planes)) as Learnt
  const { tree, weights: read, biases, lengths } = unpacked(learnt, ['a', 'b'])
  const runOf = (name: string) =>
    [...name].reduce((run, letter) => tree.find(run, letter.charCodeAt(0)), 0)
  const found = names.map((name) => {
    expect(lengths[runOf(name)]).toBe(name.length)
    const entry = tree.entryOf(runOf(name.slice(0, -1)), name.charCodeAt(name.length - 1))
    const weight = read[tree.fromAt(entry)]!
    return tree.countAt(entry) === 0
      ? { steps: 0 }
      : { steps: stepsIn(weight), code: codeIn(weight) }
  })
  expect(found.map((each) => each.steps)).toEqual(steps)
  expect(found.every(({ code = 1 }) => code === 1)).toBe(true)
  expect([...biases]).toEqual([0, 0.5])
})
