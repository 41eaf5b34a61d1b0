import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { findPostmaster } from './postmaster.ts'
import { startPostgres } from './start.ts'
import { ask, otherProcess } from './start.factory.ts'

const base = await mkdtemp(join(tmpdir(), 'uketome-postgres-test-'))
const folder = join(base, 'postgres')
const runningNow = () => findPostmaster(join(folder, 'cluster'))
afterAll(() => rm(base, { recursive: true, force: true }))

describe('埋め込みの PostgreSQL', () => {
  it('空の場所で二人が同時に始めても争わず、最後に去る人が止める', async () => {
    const both = await Promise.all([startPostgres({ folder }), startPostgres({ folder })])
    expect(both.map((one) => one.adopted).toSorted()).toEqual([false, true])
    expect(both[0].url).toBe(both[1].url)
    await both[0].stop()
    expect(await ask(both[1].url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    await both[1].stop()
    await expect(ask(both[1].url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED|ENOENT/)
  })

  it('二人が同時に去っても、動いたまま置き去りにしない', async () => {
    const both = await Promise.all([startPostgres({ folder }), startPostgres({ folder })])
    await Promise.all(both.map((one) => one.stop()))
    expect(await runningNow()).toBeUndefined()
  })

  it('ほかの人が印のファイルを書きかけているあいだは、あきらめずに待つ', async () => {
    const mark = join(folder, 'cluster', 'postmaster.pid')
    await writeFile(mark, '')
    const starting = startPostgres({ folder })
    await sleep(400)
    await rm(mark)
    const started = await starting
    expect(await ask(started.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    await started.stop()
  })

  it('止めて、同じ住所で、もう一度すばやく起こす', async () => {
    const first = await startPostgres({ folder })
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS n')
    await first.stop()
    const before = performance.now()
    const second = await startPostgres({ folder })
    // About 150 ms on an idle machine; the tests share theirs.
    expect(performance.now() - before).toBeLessThan(2000)
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
    expect(second.url).toBe(first.url)
    await second.stop()
    expect(await runningNow()).toBeUndefined()
  })

  it('日本語を UTF-8 で持ち、書き込みを確実に保ち、見知らぬ人を入れない', async () => {
    const { url, stop } = await startPostgres({ folder })
    const asked = `SELECT current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
      datlocale AS locale, datctype AS ctype, upper('ａ') AS wide
      FROM pg_database WHERE datname = current_database()`
    const told = { encoding: 'UTF8', fsync: 'on', locale: 'C.UTF-8', ctype: 'C.UTF-8', wide: 'Ａ' }
    expect(await ask(url, asked)).toEqual([told])
    const stranger = new URL(url)
    stranger.password = 'guess'
    await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
    const secret = await stat(join(folder, 'cluster', 'uketome-password'))
    expect(secret.mode & 0o777).toBe(0o600)
    await stop()
  })

  it('SIGTERM を受けた持ち主が、きちんと止めてから終わる', async () => {
    const other = otherProcess(folder, 'process.once("SIGTERM", () => server.stop())')
    await other.started
    other.child.kill('SIGTERM')
    expect(await other.ended).toEqual({ code: 0, signal: null })
    expect(await runningNow()).toBeUndefined()
    expect(await readFile(join(folder, 'server.log'), 'utf8')).toMatch(
      /database system is shut down\n$/,
    )
  })

  it('持ち主が kill -9 されて残った PostgreSQL を引きとり、止められる', async () => {
    await otherProcess(folder, 'process.kill(process.pid, "SIGKILL")').ended
    expect(await runningNow()).toMatchObject({ ready: true })
    const heir = await startPostgres({ folder })
    expect(heir.adopted).toBe(true)
    await heir.stop()
    expect(await runningNow()).toBeUndefined()
  })

  it('PostgreSQL が kill -9 されたら、同じ住所で起こし直す', async () => {
    const said: string[] = []
    const server = await startPostgres({ folder, log: (ja) => said.push(ja) })
    process.kill((await runningNow())?.pid ?? 0, 'SIGKILL')
    while (!said.includes('データベースが戻りました。')) await sleep(20)
    expect(await ask(server.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
    await server.stop()
    expect(await runningNow()).toBeUndefined()
  })

  it('マシンごと落ちたあと、番号が他人のものになっていても始められる', async () => {
    const stale = `${process.pid}\n${join(folder, 'cluster')}\n1\n5432\n\n127.0.0.1\n\nready\n`
    await writeFile(join(folder, 'cluster', 'postmaster.pid'), stale)
    const server = await startPostgres({ folder })
    expect(server.adopted).toBe(false)
    await server.stop()
  })

  it('いつものポートがふさがっていたら、別のポートで始める', async () => {
    const other = await startPostgres({ durable: false })
    await writeFile(join(folder, 'port'), new URL(other.url).port)
    const server = await startPostgres({ folder })
    expect(new URL(server.url).port).not.toBe(new URL(other.url).port)
    await Promise.all([server.stop(), other.stop()])
  })
})

describe('始められないときは、何をすればよいかを言う', () => {
  it('別の版のデータ', async () => {
    const old = join(base, 'old')
    await mkdir(join(old, 'cluster'), { recursive: true })
    await writeFile(join(old, 'cluster', 'PG_VERSION'), '17\n')
    await expect(startPostgres({ folder: old })).rejects.toMatchObject({ code: 'wrong-version' })
  })

  it('フォルダーのはずの所にファイルがある', async () => {
    await writeFile(join(base, 'file'), '')
    const below = join(base, 'file', 'postgres')
    await expect(startPostgres({ folder: below })).rejects.toMatchObject({ code: 'unwritable' })
  })

  it('なくなったパスワード', async () => {
    const file = join(folder, 'cluster', 'uketome-password')
    const kept = await readFile(file, 'utf8')
    await rm(file)
    await expect(startPostgres({ folder })).rejects.toMatchObject({ code: 'password-lost' })
    await writeFile(file, kept, { mode: 0o600 })
    const server = await startPostgres({ folder })
    expect(server.adopted).toBe(true)
    await server.stop()
  })
})
