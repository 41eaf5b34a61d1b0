/**
 * Learns what every run of letters says for every cue, wording rule and point of a letter, and writes it beside what
 * reads it: `npm run learn`, or `npm run learn -- cues`. With `--aside` every fifth sentence is kept aside instead,
 * nothing is written, and it is said how those are read.
 */
import { hash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { parseArgs } from 'node:util'
import type { Example } from './learn/examples.ts'
import { packed } from './learn/packed.ts'
import { countsOf, rowsOf, type Runs, runsWorthKnowing } from './learn/rows.ts'
import { type Plane, type Rows, separate } from './learn/separate.ts'
import { type Subject, subjects } from './learn/subjects.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { aside: { type: 'boolean', default: false } },
})
/** A run that fewer texts hold says nothing about the next one. */
const leastTexts = 3

for (const subject of subjects)
  if (positionals.length === 0 || positionals.includes(subject.name))
    await (options.aside ? tryOut(subject) : writeDown(subject))

async function writeDown(subject: Subject): Promise<void> {
  const { runs, planes } = learn(subject, subject.examples())
  const source = packed(subject.digest(), runs, planes)
  await writeFile(fileURLToPath(subject.to), source)
  const size = (gzipSync(source).length / 1000).toFixed(0)
  console.log(`${subject.name}: ${runs.names.length} runs, ${size} kB gzipped`)
}

async function tryOut(subject: Subject): Promise<void> {
  const isAside = ({ text }: Example) =>
    Number.parseInt(hash('md5', text).slice(0, 6), 16) % 5 === 0
  const examples = subject.examples()
  const aside = examples.filter(isAside)
  const learnt = learn(
    subject,
    examples.filter((each) => !isAside(each)),
  )
  const found = scored(subject, aside, learnt)
  const f1 = (2 * found.hit) / (2 * found.hit + found.extra + found.missed)
  console.log(`${subject.name}: ${aside.length} kept aside, F1 ${f1.toFixed(3)}`, found)
}

/** What is kept of several planes is what they agree on. */
function meanOf(planes: readonly Plane[]): Plane {
  const mean = (at: (plane: Plane) => number) =>
    planes.reduce((sum, plane) => sum + at(plane), 0) / planes.length
  const weights = Float64Array.from(planes[0]!.weights, (_, run) => mean((p) => p.weights[run]!))
  return { weights, bias: mean(({ bias }) => bias) }
}

type Learnt = { readonly runs: Runs; readonly planes: Readonly<Record<string, Plane>> }

function learn({ codes, draws, shift }: Subject, alone: readonly Example[]): Learnt {
  const drawn = draws(alone)
  const examples = [...alone, ...drawn.flat()]
  const drawOf = [...alone.map(() => null), ...drawn.flatMap((own, draw) => own.map(() => draw))]
  const counts = countsOf(examples.map(({ text }) => text))
  console.log(`${alone.length} sentences, ${examples.length} with joined ones`)
  const runs = runsWorthKnowing(counts, leastTexts)
  const rows = rowsOf(counts, runs)
  const planes = codes.map((code) => {
    const each = drawn.map((_, draw) => {
      const sides = examples.map((example, at) =>
        (drawOf[at] ?? draw) === draw ? example.carries(code) : null,
      )
      return separate(rows, runs.names.length, sides)
    })
    const { weights, bias } = meanOf(each)
    return [code, { weights, bias: bias + shift(code) }] as const
  })
  return { runs, planes: Object.fromEntries(planes) }
}

function scored({ codes }: Subject, examples: readonly Example[], { runs, planes }: Learnt) {
  const rows = rowsOf(countsOf(examples.map(({ text }) => text)), runs)
  const found = { hit: 0, extra: 0, missed: 0 }
  for (const code of codes)
    for (const [text, { carries }] of examples.entries()) {
      const [isCarried, isFound] = [carries(code), sumOf(rows, planes[code]!, text) > 0]
      if (isCarried === null) continue
      if (isFound) found[isCarried ? 'hit' : 'extra'] += 1
      else if (isCarried) found.missed += 1
    }
  return found
}

function sumOf({ from, runs, values }: Rows, { weights, bias }: Plane, text: number): number {
  let sum = bias
  for (let i = from[text]!; i < from[text + 1]!; i += 1) sum += weights[runs[i]!]! * values[i]!
  return sum
}
