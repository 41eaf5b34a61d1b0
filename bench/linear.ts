/**
 * Do the three judges take twice the time for twice the text? `node bench/linear.ts [letters]`. 2.0 is linear,
 * 4.0 would be quadratic; the shapes are the ones that lead patterns astray.
 */
import { findPromises, lint, listen } from '../src/features/language/rules.ts'
import { stories } from '../test/cast.ts'

const letters = Number(process.argv[2] ?? 10_000)
const prose = stories.map(({ words }) => words).join('')
const shapes = {
  prose,
  'no marks': prose.replaceAll(/[。、「」\n]/gu, ''),
  'one letter': 'あ',
  dates: '明日の17時までに',
  apologies: '申し訳ございません',
  'opening quotes': '「',
  digits: '1',
  'voice marks': 'か゛',
  accents: 'あ\u0301\u0301\u0301',
  'mail addresses': 'a@a.',
}
const judges = {
  listen: (text: string) => listen({ speaker: 'customer', text }),
  lint: (text: string) => lint({ kind: 'mail', text }),
  promises: (text: string) => findPromises({ now: '2026-11-24T10:00:00+09:00', text }),
}

for (const [shape, words] of Object.entries(shapes)) {
  const ratios = Object.entries(judges).map(([name, judge]) => {
    const [once, twice] = [letters, letters * 2].map((n) => time(judge, fill(words, n)))
    return `${name} ${((twice ?? 0) / (once ?? 1)).toFixed(1)} (${once?.toFixed(0)} ms)`
  })
  console.log(`${shape.padEnd(15)} ${ratios.join('   ')}`)
}

function fill(words: string, n: number): string {
  return words.repeat(Math.ceil(n / words.length)).slice(0, n)
}

/** The best of three, in milliseconds. */
function time(judge: (text: string) => unknown, text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const from = performance.now()
    judge(text)
    return performance.now() - from
  })
  return Math.min(...times)
}
