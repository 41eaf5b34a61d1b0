import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { type Account, asUser, findAccount, waysAroundRoot } from './account.ts'
import { binariesBelow, findBinaries } from './binaries.ts'
import { makeClusterOnce, type Places, placesIn } from './cluster.ts'
import { findPostmaster, tell, untilGone } from './postmaster.ts'
import { launch } from './server.ts'
import { otherProcess } from './start.factory.ts'

const run = promisify(execFile)
const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }
const base = await mkdtemp(join(tmpdir(), 'uketome-account-test-'))
await chmod(base, 0o755)
afterAll(() => rm(base, { recursive: true, force: true }))

/** How to be that number from here, without leaving a 0700 home where one can help it. */
async function waysToBe(uid: number): Promise<string[][]> {
  const tried = [
    [],
    ['unshare', '--user', `--map-user=${uid}`, `--map-group=${uid}`, '--'],
    ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--'],
  ]
  const works = await Promise.all(
    tried.map(async (prefix) => {
      const [file, ...args] = [...prefix, 'id', '-u']
      const said = await run(file, args).catch(() => ({ stdout: '' }))
      return said.stdout.trim() === String(uid)
    }),
  )
  return tried.filter((_, at) => works[at])
}

describe.each([
  ['一般の利用者', isRoot ? 65534 : (process.getuid?.() ?? 0)],
  ['root', 0],
])('%s として', async (name, uid) => {
  const [prefix] = await waysToBe(uid)
  if (!prefix) {
    // A machine without user namespaces where we are not root: nobody here can be root at all.
    it('この利用者にはなれない', () => expect([isRoot, uid]).toEqual([false, 0]))
    return
  }

  it(`${name}が自分の 0700 のフォルダーで始め、止められる`, async () => {
    const home = join(base, `home-${uid}`)
    await mkdir(home, { mode: 0o700 })
    if (prefix[0] === 'setpriv') await run('chown', [String(uid), home])
    const other = otherProcess(join(home, 'postgres'), 'await server.stop()', prefix)
    expect(await other.ended, other.complaints()).toEqual({ code: 0, signal: null })
  })

  it(`${name}が始めて kill -9 されたあと、次の人が引きとる`, async () => {
    const folder = join(base, `home-${uid}`, 'postgres')
    await otherProcess(folder, 'process.kill(process.pid, "SIGKILL")', prefix).ended
    const next = 'if (!server.adopted) process.exitCode = 3; await server.stop()'
    const heir = otherProcess(folder, next, prefix)
    expect(await heir.ended, heir.complaints()).toEqual({ code: 0, signal: null })
    expect(await findPostmaster(join(folder, 'cluster'))).toBeUndefined()
  })

  if (uid === 0) return
  it('書き込めないフォルダーでは、どうすればよいかを言う', async () => {
    const closed = await roomFor('closed-to-you')
    await chmod(closed, 0o500)
    const other = otherProcess(join(closed, 'postgres'), '', prefix)
    expect(await other.ended).toMatchObject({ code: 1 })
    expect(other.complaints()).toMatch(/closed-to-you\/postgres に書き込めません.*UKETOME_DATA/)
  })
})

if (isRoot) {
  describe('root で始めたとき、代わりに動かす人を順に試す', () => {
    it('まず名前空間、次に nobody、写した実行ファイル、最後に通行証', async () => {
      const folder = await roomFor('order')
      const ways = await waysAroundRoot(folder)
      expect(ways.map((way) => way.how)).toEqual(['namespace', 'spawn', 'copy', 'pass'])
    })

    it('データの持ち主がもういれば、その人に任せる', async () => {
      const folder = await roomFor('owned')
      await run('chown', ['1234:1234', folder])
      expect((await waysAroundRoot(folder)).map((way) => way.owner.uid)).toEqual([1234, 1234, 1234])
    })

    it('だれかのフォルダーの中なら、nobody より先にその人を試す', async () => {
      const folder = await roomFor('inside/postgres')
      await run('chown', ['1234:1234', join(base, 'inside')])
      expect((await waysAroundRoot(folder)).map((way) => way.owner.uid)).toEqual([
        0, 1234, 1234, 1234, 65534, 65534, 65534,
      ])
    })

    it('実行ファイルが通れない所にあれば、写して nobody として動かす', async () => {
      const locked = join(base, 'locked')
      await cp(findBinaries().native, join(locked, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
      })
      await chmod(locked, 0o700)
      const places = placesIn(await roomFor('copied'))
      const account = await findAccount(
        places.folder,
        binariesBelow(join(locked, 'native')),
        async () => asUser(nobody),
      )
      expect(account.binaries.native).toBe(join(places.folder, 'binaries-18'))
      expect(await userWhoRuns(places, account)).toBe(nobody.uid)
    })

    it('データまで root の 0700 のフォルダーの中なら、通り抜ける力だけを持たせて nobody として動かす', async () => {
      const places = placesIn(await roomFor('home-of-root/postgres'))
      await chmod(join(base, 'home-of-root'), 0o700)
      const account = await findAccount(places.folder, findBinaries(), async () => asUser(nobody))
      expect(account.prefix[0]).toBe('setpriv')
      expect(await userWhoRuns(places, account)).toBe(nobody.uid)
    })

    it('どれもだめなら、試したことを並べて、どうすればよいかを言う', async () => {
      const folder = await roomFor('closed/postgres')
      await chmod(join(base, 'closed'), 0o700)
      const tried = findAccount(folder, findBinaries(), async () => asUser(nobody).slice(0, 2))
      await expect(tried).rejects.toMatchObject({
        code: 'no-account',
        ja: expect.stringMatching(/uid 65534: [\s\S]*uid 65534, binaries copied: /),
      })
    })
  })
}

/** Makes a cluster, starts it, looks whose it is, and stops it. */
async function userWhoRuns(places: Places, account: Account): Promise<number> {
  await makeClusterOnce(places, account, false, () => {})
  expect(await launch(places, account, false, () => {})).toBe('ready')
  const pid = (await findPostmaster(places.cluster))?.pid ?? 0
  const { uid } = await stat(`/proc/${pid}`)
  tell(pid, 'SIGINT')
  expect(await untilGone(pid, 10_000)).toBe(true)
  return uid
}

async function roomFor(name: string): Promise<string> {
  const folder = join(base, name)
  await mkdir(folder, { recursive: true })
  return folder
}
