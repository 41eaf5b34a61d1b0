/**
 * Learns what every run of letters says for every cue, and writes src/features/language/cues/weights.json:
 * `npm run learn`. `npm run learn -- --aside` keeps every fifth sentence aside instead, writes nothing and says
 * how those are read; `--least N` says in how many texts a run must stand.
 */
import { hash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseArgs } from 'node:util'
import { criticalCues, type CueCode, cueCodes } from '#features/language/cues/codes.ts'
import { digestOf, type Labelled, sentencesToLearnFrom } from '#test/cue-sentences.ts'
import { carries, type Example, examplesOf, joined } from './learn/examples.ts'
import { packed } from './learn/packed.ts'
import { countsOf, rowsOf, type Runs, runsWorthKnowing } from './learn/rows.ts'
import { type Plane, type Rows, separate } from './learn/separate.ts'

const { values: options } = parseArgs({
  options: {
    aside: { type: 'boolean', default: false },
    least: { type: 'string', default: '3' },
    to: {
      type: 'string',
      default: join(import.meta.dirname, '../src/features/language/cues/weights.json'),
    },
  },
})

/** A false alarm costs a glance; a critical cue that is overheard costs more than that. */
const earlier = 0.2
/** Joined examples make what is half said weigh a little too much. */
const later = 0.05
const isCritical = (code: CueCode) => criticalCues.some((critical) => critical === code)

const sentences = sentencesToLearnFrom()
const isAside = ({ text }: Labelled) => Number.parseInt(hash('md5', text).slice(0, 6), 16) % 5 === 0
if (options.aside)
  report(sentences.filter(isAside), learn(sentences.filter((each) => !isAside(each))))
else {
  const { runs, planes } = learn(sentences)
  const source = packed(digestOf(sentences), runs, planes)
  await writeFile(options.to, source)
  console.log(
    `${runs.names.length} runs, ${(gzipSync(source).length / 1000).toFixed(0)} kB gzipped`,
  )
}

function learn(from: readonly Labelled[]): { runs: Runs; planes: Plane[] } {
  const alone = examplesOf(from)
  const examples = [...alone, ...joined(alone, Math.round(alone.length * 0.4))]
  const counts = countsOf(examples.map(({ text }) => text))
  console.log(`${alone.length} sentences, ${examples.length} with joined ones`)
  const runs = runsWorthKnowing(counts, Number(options.least))
  return { runs, planes: planesFor(examples, rowsOf(counts, runs), runs) }
}

function planesFor(examples: readonly Example[], rows: Rows, { names }: Runs): Plane[] {
  return cueCodes.map((code) => {
    const sides = examples.map((example) => carries(example, code))
    const { weights, bias } = separate(rows, names.length, sides)
    return { weights, bias: isCritical(code) ? bias + earlier : bias - later }
  })
}

function report(
  aside: readonly Labelled[],
  { runs, planes }: { runs: Runs; planes: Plane[] },
): void {
  const examples = examplesOf(aside)
  const rows = rowsOf(countsOf(examples.map(({ text }) => text)), runs)
  const total = { hit: 0, extra: 0, missed: 0 }
  for (const [cue, code] of cueCodes.entries()) {
    const { weights, bias } = planes[cue]!
    for (const [text, example] of examples.entries()) {
      const carried = carries(example, code)
      if (carried === null) continue
      let sum = bias
      for (let i = rows.from[text]!; i < rows.from[text + 1]!; i += 1)
        sum += weights[rows.runs[i]!]! * rows.values[i]!
      if (sum > 0 && carried) total.hit += 1
      else if (sum > 0) total.extra += 1
      else if (carried) total.missed += 1
    }
  }
  const f1 = (2 * total.hit) / (2 * total.hit + total.extra + total.missed)
  console.log(`aside ${examples.length} sentences: F1 ${f1.toFixed(3)}`, total)
}
