import type { Span } from '#kernel/japanese-text/mapped-text.ts'
import { type Near, findRuns, withNear } from './near.ts'
import { longestRun, timesSaid } from './runs.ts'
import { codeIn, type Learnt, type Scale, stepsIn, unpacked } from './scale.ts'

/** Weighs what a text says for each of several codes. */
export type Weigher = {
  /** How much the text speaks for each code, in their order: above 0 it carries it. No unit. */
  readonly weigh: (text: string) => Float64Array
  /** The same for parts of one text, which may overlap. */
  readonly weighParts: (text: string, parts: readonly Span[]) => Float64Array[]
  /** The words of the text that speak most for the code with this number: more than its letters do on average. */
  readonly evidence: (text: string, code: number) => Span
}

/** Unpacked when first used: it takes a tenth of a second. */
export function weigher(learnt: Learnt, codes: readonly string[]): Weigher {
  let ready: Scale | null = null
  const scale = () => (ready ??= unpacked(learnt, codes))
  const weighParts = (text: string, parts: readonly Span[]) =>
    withNear(scale(), text, parts.length, (near) => parts.map((part) => weigh(near, part)))
  return {
    weigh: (text) =>
      withNear(scale(), text, 1, (near) => weigh(near, { start: 0, end: text.length })),
    weighParts,
    evidence: (text, code) => evidence(scale(), text, code),
  }
}

/** The known runs of a text: run i has the entry `entries[i]` of the tree and is said from unit `starts[i]` to `ends[i]`. */
type Runs = { readonly entries: number[]; readonly starts: number[]; readonly ends: number[] }

function runsOf({ tree }: Scale, text: string): Runs {
  const found: Runs = { entries: [], starts: [], ends: [] }
  for (let start = 0; start < text.length; start += 1) {
    let run = 0
    for (let at = start; at < start + longestRun && at < text.length; at += 1) {
      const entry = tree.entryOf(run, text.charCodeAt(at))
      run = tree.runAt(entry)
      if (run === 0) break
      found.entries.push(entry)
      found.starts.push(start)
      found.ends.push(at + 1)
    }
  }
  return found
}

function weigh(near: Near, part: Span): Float64Array {
  const { units, biases, weights } = near.scale
  findRuns(near, part)
  const { rarity, from, end, said, found, many } = near
  const sums = new Float64Array(biases.length)
  let squares = 0
  for (let at = 0; at < many; at += 1) said[found[at]!]! += 1
  for (let at = 0; at < many; at += 1) {
    const run = found[at]!
    if (said[run] === 0) continue
    const count = timesSaid(said[run]!)
    said[run] = 0
    squares += (count * rarity[run]!) ** 2
    for (let i = from[run]!, last = end[run]!; i < last; i += 1) {
      const weight = weights[i]!
      sums[codeIn(weight)]! += count * stepsIn(weight)
    }
  }
  const length = Math.sqrt(squares) || 1
  for (let code = 0; code < sums.length; code += 1)
    sums[code] = (sums[code]! * units[code]!) / length + biases[code]!
  return sums
}

function evidence(scale: Scale, text: string, code: number): Span {
  const letters = lettersFor(scale, text, code)
  const average = letters.reduce((sum, weight) => sum + weight, 0) / text.length
  let best = { start: 0, end: text.length, sum: 0 }
  let start = 0
  let sum = 0
  for (const [at, weight] of letters.entries()) {
    if (sum <= 0 || isStop(text[at - 1])) [start, sum] = [at, 0]
    sum += isStop(text[at]) ? 0 : weight - Math.max(0, average)
    if (sum > best.sum) best = { start, end: at + 1, sum }
  }
  return wholeWords(text, best)
}

const isStop = (letter: string | undefined) => letter !== undefined && '。!?\n'.includes(letter)

const kanjiOrKatakana = /[一-鿿々ァ-ヺー]/u
const hiragana = /[ぁ-ん]/u
const isWord = (letter: string | undefined) => letter !== undefined && kanjiOrKatakana.test(letter)

/** Back to where the word begins, on to where its ending ends: nobody reads half a word. */
function wholeWords(text: string, span: Span): Span {
  const { start, end } = withoutMarks(text, span)
  let first = start
  while (first < Math.min(start + 3, end - 1) && hiragana.test(text[first] ?? '')) first += 1
  // 「の若いのが」: an ending that belongs to what was said before. A word in hiragana alone stays.
  if (!isWord(text[first]) || isMark(text[start - 1]) || start === 0) first = start
  while (first > 0 && isWord(text[first]) && isWord(text[first - 1])) first -= 1
  let last = end
  while (isWord(text[last - 1]) && isWord(text[last])) last += 1
  while (last < text.length && hiragana.test(text[last] ?? '')) last += 1
  return { start: first, end: last }
}

const isMark = (letter: string | undefined) =>
  letter !== undefined && '、。!?「」 \n'.includes(letter)

/** 「、責任者を」 is heard for 責任者を. */
function withoutMarks(text: string, { start, end }: Span): Span {
  let [first, last] = [start, end]
  while (first < last - 1 && isMark(text[first])) first += 1
  while (last > first + 1 && isMark(text[last - 1])) last -= 1
  return { start: first, end: last }
}

/** What each letter says for the code: its share of every run that it stands in. */
function lettersFor(scale: Scale, text: string, code: number): Float64Array {
  const { tree, weights } = scale
  const letters = new Float64Array(text.length)
  const { entries, starts, ends } = runsOf(scale, text)
  for (let each = 0; each < entries.length; each += 1) {
    const entry = entries[each]!
    let i = tree.fromAt(entry)
    const last = i + tree.countAt(entry)
    // In the order of the codes, each at most once.
    while (i < last && codeIn(weights[i]!) < code) i += 1
    if (i === last || codeIn(weights[i]!) !== code) continue
    const share = stepsIn(weights[i]!) / (ends[each]! - starts[each]!)
    for (let at = starts[each]!; at < ends[each]!; at += 1) letters[at]! += share
  }
  return letters
}
