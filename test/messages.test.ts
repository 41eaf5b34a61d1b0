import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { knownCodes } from '#app/sentences.ts'

const source = join(import.meta.dirname, '..', 'src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(source, path), 'utf8') }))
const code = '[a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*'

const refused = new Set(
  files.flatMap(({ text }) =>
    all(text, new RegExp(`\\brefuse\\(\\s*'[a-z-]+',\\s*'(${code})'`, 'g')),
  ),
)
const events = new Set(
  files
    .filter(({ path }) => path.endsWith('contract.ts'))
    .flatMap(({ text }) => all(text, new RegExp(`^ {2}'(${code})':`, 'gm'))),
)

describe.each(['ja', 'en'] as const)('%s の文言', (language) => {
  it('断りのコードには、どれも一文がある', () => {
    expect(refused.size).toBeGreaterThan(20)
    expect(knownCodes('refusals', language)).toEqual(expect.arrayContaining([...refused]))
  })

  it('起きたことには、どれも一文がある', () => {
    expect(events.size).toBeGreaterThan(20)
    expect(knownCodes('events', language)).toEqual(expect.arrayContaining([...events]))
  })
})

it('だれも使わない一文は残さない', () => {
  const elsewhere = files
    .filter(({ path }) => !path.endsWith('messages.ts'))
    .map(({ text }) => text)
  const known = [...knownCodes('refusals', 'ja'), ...knownCodes('events', 'ja')]
  const unused = known.filter((each) => !elsewhere.some((text) => text.includes(`'${each}'`)))
  expect(unused).toEqual([])
})

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((found) => found[1] ?? '')
}
