import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rules } from '../../src/features/language/wording/lint.ts'
import preset, * as published from './preset.ts'
import type * as promised from './published.d.ts'
import { renewed } from './readme.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const require = createRequire(import.meta.url)
const textlint = require.resolve('textlint/bin/textlint.js')
const run = promisify(execFile)
let desk: string

// Packed as it would be published, installed where nothing of this repository is at hand.
beforeAll(async () => {
  desk = await mkdtemp(join(tmpdir(), 'uketome-textlint-'))
  await run('npm', ['pack', '--pack-destination', desk], { cwd: here('.') })
  await write('package.json', '{"private":true}')
  const flags = ['--offline', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund']
  await run('npm', ['install', ...flags, './textlint-rule-preset-uketome-0.1.0.tgz'], { cwd: desk })
  await write('.textlintrc.json', '{"rules":{"preset-uketome":true}}')
}, 240_000)
afterAll(() => rm(desk, { recursive: true, force: true }))

type Message = { ruleId: string; severity: number; line: number; column: number; fix?: object }
const write = (name: string, text: string) => writeFile(join(desk, name), text)

async function cli(...flags: string[]): Promise<string> {
  const modules = ['--rules-base-directory', join(desk, 'node_modules')]
  const done = run(process.execPath, [textlint, ...modules, ...flags], { cwd: desk })
  // textlint ends with 1 where it finds errors.
  return (await done.catch((error: { stdout: string }) => error)).stdout
}

async function findings(...flags: string[]): Promise<string[][]> {
  const files: { messages: Message[] }[] = JSON.parse(await cli('--format', 'json', ...flags))
  return files.map(({ messages }) =>
    messages.map(
      ({ ruleId, severity, line, column }) =>
        `${line}:${column} ${ruleId.replace('uketome/', '')} ${severity}`,
    ),
  )
}

const letter = `了解しました。とりあえず、後日ご連絡します！

「絶対に許さない」とのお言葉、お客様がおっしゃられたとおりでございます。
`
const markdown = `# お返事

> 二度と買わない。絶対にだ！

- **絶対に**忘れません。
- とり**あえず**お調べします。\`了解です\`
`

it('.txt と .md を読み、直せるところを直す。Markdown の引用とコードは読まない', async () => {
  await write('answer.md', markdown)
  await write('letter.txt', letter)
  expect(await findings('answer.md', 'letter.txt')).toEqual([
    ['5:5 absolute-promise 2', '6:3 vague-promise 1', '6:3 casual 1'],
    ['1:1 casual 1', '1:8 casual 1', '1:14 vague-promise 1', '1:22 emoji 1', '3:20 keigo 1'],
  ])
  await cli('--fix', 'answer.md', 'letter.txt')
  expect(await readFile(join(desk, 'answer.md'), 'utf8')).toBe(markdown)
  expect(await readFile(join(desk, 'letter.txt'), 'utf8')).toBe(
    letter
      .replace('了解しました。', '承知いたしました。')
      .replace('とりあえず', 'まず')
      .replace('！', '。'),
  )
})

it('重さ・種類・許す言葉・止める規則を選べる', async () => {
  await write('reply.txt', '田中様、了解しました。とりあえず確認します！\n')
  const rules = {
    'preset-uketome': {
      emoji: false,
      casual: { allow: ['了解', '/とり[あい]えず/'] },
      'vague-promise': { severity: 'info' },
      'private-in-public': { kind: 'public-reply' },
    },
  }
  await write('some.json', JSON.stringify({ rules }))
  expect(await findings('-c', 'some.json', 'reply.txt')).toEqual([
    ['1:1 private-in-public 2', '1:12 vague-promise 3'],
  ])
  await write(
    'all.cjs',
    `const { configure } = require('textlint-rule-preset-uketome')
module.exports = { rules: { 'preset-uketome': configure({ kind: 'public-reply', off: ['emoji', 'vague-promise'], allow: ['了解しました'] }) } }`,
  )
  expect(await findings('-c', 'all.cjs', 'reply.txt')).toEqual([
    ['1:1 private-in-public 2', '1:12 casual 1'],
  ])
})

it('型・版・規則の名前は、家のものと同じ', async () => {
  const said: Pick<typeof promised, 'configure' | 'default'> = published
  expect(Object.keys(said.default.rules)).toEqual(rules.map(({ code }) => code))
  expect(published.configure({ promisedDues: [] })['unbacked-promise']).toEqual({
    promisedDues: [],
  })
  expect(preset.rulesConfig['unbacked-promise']).toBe(false)
  const versionOf = async (path: string) => JSON.parse(await readFile(here(path), 'utf8')).version
  expect(await versionOf('package.json')).toBe(await versionOf('../../package.json'))
})

it('README の規則は、規則の表から作られたまま', async () => {
  expect(await readFile(here('README.md'), 'utf8')).toBe(await renewed())
})
