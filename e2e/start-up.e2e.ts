import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startNode } from './node.ts'

const folder = await mkdtemp(join(tmpdir(), 'uketome-start-up-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

it('空の場所から始め、お試しの会社を作り、止め、二度めは何も作らずにすぐ始まる', async () => {
  const first = await startNode({ UKETOME_DATA: folder })
  expect(first.logs()).toContain(first.url)
  expect((await fetch(first.url)).status).toBe(200)
  await first.stop()
  expect(first.logs()).toContain('データベースを準備しています')
  const second = await startNode({ UKETOME_DATA: folder })
  expect(second.logs()).toContain(second.url)
  expect(second.logs()).not.toMatch(/準備しています|作っています/)
  await second.stop()
})

it('kill -9 されたあとも、残ったデータベースを引きとって始められる', async () => {
  const killed = await startNode({ UKETOME_DATA: folder })
  await killed.kill()
  const heir = await startNode({ UKETOME_DATA: folder })
  expect((await fetch(heir.url)).status).toBe(200)
  await heir.stop()
})

it('ポートがふさがっていたら、どうすればよいかを言って終わる', async () => {
  const node = await startNode({ UKETOME_DATA: folder })
  const other = startNode({ UKETOME_DATA: folder, PORT: new URL(node.url).port })
  await expect(other).rejects.toThrow(/PORT=/)
  expect((await fetch(`${node.url}/api/health`)).status).toBe(200)
  await node.stop()
})

it('見張りだけを動かすときも、組み立てたものから始まり、合図で終わる', async () => {
  const child = spawn(process.execPath, ['scripts/uketome.js', 'worker'], {
    cwd: join(import.meta.dirname, '..'),
    env: { PATH: process.env['PATH'], UKETOME_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const ended = once(child, 'close')
  const begun = () => expect.poll(() => said.join(''), { timeout: 60_000 })
  await begun().toContain('見張りを始めました')
  const below = ['--ppid', String(child.pid), '-o', 'args=']
  expect(execFileSync('ps', below, { encoding: 'utf8' })).toContain('dist/server/cli.js worker')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})
