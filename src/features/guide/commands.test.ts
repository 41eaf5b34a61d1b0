import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { storyCommands } from './commands.ts'

const nobody = () => 'カスハラ対応のない物語です。'
const conduct = {
  take: nobody,
  look: () => {
    throw new Error(nobody())
  },
}
const commands = storyCommands({ letters: () => '文面のない物語です。', conduct })

const folder = await mkdtemp(join(tmpdir(), 'uketome-stories-'))
afterAll(() => rm(folder, { recursive: true }))

const good = `story: 上司を出せ
steps:
  - customer: 上司を出してください。
    expect: { play: 上司対応 }
`
const wrong = `story: 期待と違う
steps:
  - customer: 上司を出してください。
    expect: { play: 怒り }
`
const broken = `story: 書き間違い
steps:
  - costumer: 上司を出してください。
`

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

async function run(path: string, values: Record<string, string | boolean> = {}) {
  const [printed, complained]: [string[], string[]] = [[], []]
  const status = await commands
    .find(({ name }) => name === 'stories')
    ?.run({
      values,
      positionals: [path],
      stdin: process.stdin,
      now: '2026-11-24T10:00:00+09:00',
      print: (line) => void printed.push(line),
      complain: (line) => void complained.push(line),
    })
  return { status, printed, complained }
}

describe('uketome stories', () => {
  it('ファイル一つでも試せ、合図は言葉から聞き取り、通れば 0 で終わる', async () => {
    const { status, printed } = await run(await file('一つ.yaml', good))
    expect(status).toBe(0)
    expect(printed).toEqual(['✓ 上司を出せ', '', '1 passed, 0 failed'])
  })

  it('期待と違えば、ファイル名と行で違いを言い、1 で終わる', async () => {
    const { status, printed } = await run(await file('違う.yaml', wrong))
    expect(status).toBe(1)
    expect(printed[0]).toBe('✗ 期待と違う')
    expect(printed[1]).toContain(`${join(folder, '違う.yaml')}:3: 型は「怒り」のはずが`)
    expect(printed.at(-1)).toBe('0 passed, 1 failed')
  })

  it('--json なら、一つの JSON で答える', async () => {
    const { status, printed } = await run(await file('違う.yaml', wrong), { json: true })
    expect(status).toBe(1)
    expect(JSON.parse(printed.join(''))).toMatchObject({
      outcomes: [{ story: '期待と違う', passed: false, failures: [{ line: 3, step: 1 }] }],
    })
  })

  it('読めないファイルが一つでもあれば、ファイル名と行を言い、何も試さず 2 で終わる', async () => {
    await file('一つ.yaml', good)
    const path = await file('読めない.yaml', broken)
    const { status, printed, complained } = await run(folder)
    expect(status).toBe(2)
    expect(printed).toEqual([])
    expect(complained[0]).toContain(`${path}:3: 「costumer」という項目はありません。`)
  })

  it('型のフォルダが読めなければ、その行を言い、2 で終わる', async () => {
    const plays = await mkdtemp(join(tmpdir(), 'uketome-plays-'))
    await writeFile(join(plays, '01.yaml'), 'play: 名前だけ\n')
    const { status, complained } = await run(await file('一つ.yaml', good), { playbook: plays })
    await rm(plays, { recursive: true })
    expect(status).toBe(2)
    expect(complained[0]).toContain('01.yaml:1:')
  })

  it('物語のないフォルダは、何を置けばよいかを言い、2 で終わる', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'uketome-empty-'))
    const { status, complained } = await run(empty)
    await rm(empty, { recursive: true })
    expect(status).toBe(2)
    expect(complained).toEqual([
      `${empty} に、この型の言葉の物語がありません。*.yaml を置いてください。`,
    ])
  })

  it('ないフォルダは、ないと言い、2 で終わる', async () => {
    const { status, complained } = await run(join(folder, 'ない'))
    expect(status).toBe(2)
    expect(complained).toEqual([
      `${join(folder, 'ない')} が見つかりません。フォルダの名前を確かめてください。`,
    ])
  })
})
