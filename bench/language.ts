/** The three judges on a text of 600 characters, warm: `node bench/language.ts [runs]`. */
import { findPromises, lint, listen } from '../src/features/language/rules.ts'
import { stories } from '../test/cast.ts'

const runs = Number(process.argv[2] ?? 500)
const words = stories.flatMap(({ words, steps }) => [
  words,
  ...steps.flatMap((step) => (step.do === 'note' ? [step.text] : [])),
])
const text = words.join('').repeat(3)
const texts = Array.from({ length: 20 }, (_, index) => text.slice(index * 37, index * 37 + 600))

measure('listen', (each) => listen({ speaker: 'customer', text: each }))
measure('lint', (each) => lint({ kind: 'mail', text: each }))
measure('promises', (each) => findPromises({ now: '2026-11-24T10:00:00+09:00', text: each }))

function measure(name: string, judge: (text: string) => unknown) {
  for (const each of texts) judge(each)
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now()
    judge(texts[run % texts.length] ?? '')
    times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  const share = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(2)
  console.log(`${name}: p50 ${share(0.5)} ms, p99 ${share(0.99)} ms, n ${runs}`)
}
