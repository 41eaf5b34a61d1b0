import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import { allSentences } from './cues/all.table.ts'
import { allTables } from './wording/all.table.ts'
import { findPromises, lint, listen } from './rules.ts'

const longest = 10_000
const known = [
  ...allSentences.map(({ text }) => text),
  ...allTables.flatMap(({ rows }) => rows.map(({ text }) => text)),
]
const marks = '「」『』（）()。、！？!?\n\r\t ・〜ー-゛゜ﾞﾟ\u0301\u200d\ufe0f\ud83d１2二十😊㍿髙'
const piece = fc.oneof(
  fc.constantFrom(...known),
  fc.constantFrom(...marks),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.integer({ min: 0, max: 0xff_ff }).map((unit) => String.fromCharCode(unit)),
)
const pieces = fc.array(piece, { minLength: 1, maxLength: 12 }).map((all) => all.join(''))
/** The same again and again is where patterns go astray. */
const long = fc
  .tuple(pieces, pieces)
  .map(([one, again]) => (one + again.repeat(longest)).slice(0, longest))

type Place = { readonly start: number; readonly end: number; readonly words?: string }

/** Everything the three judges point at that is not there. */
function misplaced(text: string): Place[] {
  const places: Place[] = [
    ...(['customer', 'operator'] as const).flatMap((speaker) => listen({ speaker, text }).cues),
    ...(['mail', 'letter', 'talk', 'public-reply'] as const).flatMap(
      (kind) => lint({ kind, text }).findings,
    ),
    ...findPromises({ now: '2026-11-24T10:00:00+09:00', text }).promises,
  ]
  return places.filter(
    ({ start, end, words = text.slice(start, end) }) =>
      start < 0 || end <= start || text.length < end || words !== text.slice(start, end),
  )
}

describe('どんな文字列でも', () => {
  it('三つの判定は止まらず、指す場所は文の中にあり、言葉はそこにある', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        expect(misplaced(text)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('一万字でも同じ', () => {
    fc.assert(
      fc.property(long, (text) => {
        expect(misplaced(text)).toEqual([])
      }),
      { numRuns: 8 },
    )
  })

  it('整えた文を、もう一度整えても変わらない', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, long), (text) => {
        const once = normalise(text)
        expect(normalise(once.text).text).toBe(once.text)
      }),
      { numRuns: 100 },
    )
  })
})

describe('三つの判定は、どこでも同じに動く', () => {
  const src = new URL('../../', import.meta.url)
  const resolved = (specifier: string, from: URL): URL =>
    specifier.startsWith('.') ? new URL(specifier, from) : new URL(specifier.replace(/^#/, ''), src)

  async function reached(entries: readonly URL[]): Promise<Map<string, string>> {
    const texts = new Map<string, string>()
    const waiting = [...entries]
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      if (texts.has(file.href)) continue
      const text = await readFile(fileURLToPath(file), 'utf8')
      texts.set(file.href, text)
      const imports = text.matchAll(/^(?:import|export) (?!type\b)[^'"]*?from '([^']+)'/gmu)
      for (const [, specifier = ''] of imports) {
        expect(specifier, file.href).toMatch(/^(?:\.|#kernel\/|#features\/language\/)/u)
        waiting.push(resolved(specifier, file))
      }
    }
    return texts
  }

  it('Node にも画面にも時計にも頼らない', async () => {
    const files = await reached([new URL('rules.ts', import.meta.url)])
    expect([...files.keys()].length).toBeGreaterThan(60)
    const surroundings =
      /\bnode:|\bprocess\b|\bglobalThis\b|\bwindow\.|\bdocument\.(?!ts)|\bnavigator\b|\bimport\(|\brequire\(|\bDate\b|Math\.random|Temporal\.Now|\bconsole\b|\bfetch\(/u
    for (const [file, text] of files) {
      const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '')
      expect(surroundings.exec(code)?.[0], file).toBeUndefined()
    }
  })
})
