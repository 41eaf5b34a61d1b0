import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CueCode, WordingRule } from '../../src/features/language/contract.ts'
import * as judges from './judges.ts'
import type * as promised from './published.d.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const run = promisify(execFile)
let desk: string

// Packed as it would be published, installed where nothing of this repository is at hand.
beforeAll(async () => {
  desk = await mkdtemp(join(tmpdir(), 'uketome-judges-'))
  await run('npm', ['pack', '--pack-destination', desk], { cwd: here('.') })
  await writeFile(join(desk, 'package.json'), '{"private":true,"type":"module"}')
  const flags = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund']
  await run('npm', ['install', ...flags, './uketome-judges-0.1.0.tgz'], { cwd: desk })
}, 240_000)
afterAll(() => rm(desk, { recursive: true, force: true }))

const said =
  'ですから、責任者を出してください。明日の17時までに返事がなければ消費者センターに行きます。'
const written = '了解しました。後日ご連絡いたします。明日の17時までにお電話いたします。'
const now = '2026-11-24T10:00:00+09:00'

it('入れた先でも、同じ文に同じ答えを返す', async () => {
  await writeFile(
    join(desk, 'judge.js'),
    `import * as judges from 'uketome-judges'
    console.log(JSON.stringify([
      judges.listen({ speaker: 'customer', text: ${JSON.stringify(said)} }),
      judges.lint({ kind: 'mail', text: ${JSON.stringify(written)} }, { now: '${now}' }),
      judges.findPromises({ text: ${JSON.stringify(written)}, now: '${now}' }),
    ]))`,
  )
  const { stdout } = await run(process.execPath, ['judge.js'], { cwd: desk })
  const ours = [
    judges.listen({ speaker: 'customer', text: said }),
    judges.lint({ kind: 'mail', text: written }, { now }),
    judges.findPromises({ text: written, now }),
  ]
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(ours)))
  expect(ours.map((answer) => Object.values(answer).flat().length > 0)).toEqual([true, true, true])
})

it('型は、名前のとおりに約束している', () => {
  const codes: readonly [CueCode, WordingRule] = ['asks_supervisor', 'vague-promise']
  const told: readonly [promised.CueCode, promised.RuleName] = codes
  const back: readonly [CueCode, WordingRule] = told
  const listening: typeof promised.listen = judges.listen
  const linting: typeof promised.lint = judges.lint
  const finding: typeof promised.findPromises = judges.findPromises
  expect([back, listening, linting, finding]).toHaveLength(4)
})

it('README の例は、本当にそう答える', async () => {
  const readme = await readFile(here('README.md'), 'utf8')
  const [cue] = judges.listen({
    speaker: 'customer',
    text: 'ですから、責任者を出してください',
  }).cues
  const [finding] = judges.lint({ kind: 'mail', text: '後日ご連絡いたします。' }).findings
  const [promise] = judges.findPromises({
    text: '明日の17時までにお電話いたします。',
    now,
  }).promises
  expect(readme).toContain(
    `code: 'asks_supervisor', start: ${cue?.start}, end: ${cue?.end}, words: '責任者を出してください'`,
  )
  expect(readme).toContain(
    `rule: 'vague-promise', severity: 'warning', start: ${finding?.start}, end: ${finding?.end}`,
  )
  expect(promise).toMatchObject({ due: '2026-11-25T17:00:00+09:00', precision: 'minute' })
})
