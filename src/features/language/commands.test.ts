import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { longestText } from './contract.ts'
import { findPromises, lint, listen } from './rules.ts'

const now = '2026-11-24T10:00:00+09:00'

async function filtered(name: string, ...chunks: (string | Uint8Array)[]): Promise<unknown[]> {
  async function* stdin() {
    yield* chunks
  }
  const written: string[] = []
  const command = commands.find((each) => each.name === name)
  const code = await command?.run({
    values: { jsonl: true },
    positionals: [],
    stdin: stdin(),
    now,
    print: (line) => void written.push(line),
    complain: (line) => void written.push(line),
  })
  expect(code).toBe(0)
  return written.flatMap((lines) => lines.split('\n')).map((line) => JSON.parse(line))
}

const errorOf = (sentence: string) => ({ error: expect.stringContaining(sentence) })

describe('1行に1つの JSON を読み、1行に1つの JSON で答える', () => {
  it('三つの判定は、画面や HTTP と同じ答えを、同じ順番で返す', async () => {
    const said = { speaker: 'customer', text: '責任者を出してください' } as const
    const told = { speaker: 'operator', text: '承知いたしました' } as const
    expect(await filtered('listen', `${JSON.stringify(told)}\n${JSON.stringify(said)}\n`)).toEqual([
      listen(told),
      listen(said),
    ])
    const written = { kind: 'mail', text: '了解しました。', context: { firm: true } } as const
    expect(await filtered('lint', JSON.stringify(written))).toEqual([
      lint(written, written.context),
    ])
    const promised = { now, text: '明日の17時までにお電話いたします。' }
    const [promise] = findPromises(promised).promises
    expect(await filtered('promises', JSON.stringify(promised))).toEqual([
      {
        promises: [
          { words: promise?.words, due: '2026-11-25T17:00:00+09:00', precision: 'minute' },
        ],
      },
    ])
  })

  it('読めない行には理由を答え、次の行へ進む', async () => {
    const good = '{"speaker":"customer","text":"はい"}'
    const long = JSON.stringify({ speaker: 'customer', text: 'あ'.repeat(longestText + 1) })
    const lines = `\uFEFF${good}\r\n\n{\n[]\nnull\n"文"\n{"text":"は"}\n${long}\n`
    const bytes = new Uint8Array([0x22, 0x82, 0xa0, 0x22, 10])
    expect(await filtered('listen', lines, bytes, good)).toEqual([
      { cues: [] },
      errorOf('JSON'),
      errorOf('JSON'),
      errorOf('項目'),
      errorOf('項目'),
      errorOf('項目'),
      errorOf('項目'),
      errorOf('100,000字'),
      errorOf('UTF-8'),
      { cues: [] },
    ])
  })

  it('対になっていないサロゲートや NUL が入っていても、一行は一行', async () => {
    const line = String.raw`{"speaker":"customer","text":"\ud800責任者\u0000を出せ\n\u2028"}`
    expect(await filtered('listen', `${line}\n${line}`)).toHaveLength(2)
  })
})

describe('uketome の命令として', () => {
  const cli = fileURLToPath(new URL('../../app/cli.ts', import.meta.url))
  const start = () => spawn(process.execPath, [cli, 'listen', '--jsonl'])
  // Not read by a judge: what is tried here is the pipe.
  const line = '{}\n'

  it('遅い読み手を待ち、すべての行に答える', async () => {
    const child = start()
    child.stdin.end(line.repeat(20_000))
    await new Promise((resolve) => setTimeout(resolve, 300))
    let lines = 0
    for await (const chunk of child.stdout) lines += String(chunk).split('\n').length - 1
    expect(lines).toBe(20_000)
  })

  it('読み手が途中で去っても、静かに終わる', async () => {
    const child = start()
    let complaint = ''
    child.stderr.on('data', (chunk) => (complaint += chunk))
    child.stdin.on('error', () => undefined)
    child.stdin.write(line.repeat(5_000))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    child.stdin.write(line.repeat(50_000))
    child.stdin.end()
    const [code] = await once(child, 'close')
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
  })
})
