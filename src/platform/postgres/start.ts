import { realpath, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { bringUp, type Log, type Running, type Starter } from './bring-up.ts'
import { hasSocket, placesIn, prepareFolder, readPassword, superuser } from './cluster.ts'
import { tell, untilGone } from './postmaster.ts'
import { PostgresProblem } from './problems.ts'
import { dropOnExit, throwawayFolder } from './throwaway.ts'

export type EmbeddedPostgres = {
  /** As the superuser, on the database "uketome". */
  readonly url: string
  /** True when a server that was already running is used. */
  readonly adopted: boolean
  /** Fast shutdown, unless another process still uses the server. May be called twice. */
  readonly stop: () => Promise<void>
}

type Options =
  | { /** <UKETOME_DATA>/postgres; made when missing. */ folder: string; durable?: true; log?: Log }
  /** For tests: in a tmp folder of its own, never synced to disk, gone afterwards. */
  | { durable: false; log?: Log }

/**
 * The PostgreSQL inside node_modules, started on `folder` or found running there. Should it die, it is
 * brought back under the same address. Throws a PostgresProblem that says what to do.
 */
export async function startPostgres(options: Options): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {})
  if (options.durable !== false) return run(await starterOn(options.folder, true, log))
  const folder = await throwawayFolder()
  const server = await run(await starterOn(folder, false, log))
  const keep = dropOnExit(folder, server.pid)
  return {
    ...server,
    stop: async () => {
      await server.stop()
      keep()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function starterOn(folder: string, durable: boolean, log: Log): Promise<Starter> {
  await prepareFolder(folder)
  return { places: placesIn(await realpath(folder)), durable, log }
}

async function run(starter: Starter) {
  let running = await bringUp(starter)
  let stopping: Promise<void> | undefined
  let reviving: Promise<void> | undefined
  const watch = () =>
    running.keeper.onLost(() => {
      reviving = revive(starter, () => stopping !== undefined).then((again) => {
        if (again) running = again
        watch()
      })
    })
  watch()
  return {
    url: await urlOf(starter, running),
    adopted: running.adopted,
    pid: running.pid,
    stop: () =>
      (stopping ??= (async () => {
        await reviving
        await running.keeper.leave(() => turnOff(running.pid))
      })()),
  }
}

async function revive({ log, ...starter }: Starter, isStopping: () => boolean) {
  log('データベースが止まりました。起こし直しています…', 'The database stopped. Starting it again…')
  while (!isStopping()) {
    try {
      const running = await bringUp({ ...starter, log })
      log('データベースが戻りました。', 'The database is back.')
      return running
    } catch (error) {
      if (error instanceof PostgresProblem) log(error.ja, error.en)
      else throw error
      await sleep(3000)
    }
  }
  return undefined
}

async function turnOff(pid: number): Promise<void> {
  tell(pid, 'SIGINT')
  if (await untilGone(pid, 20_000)) return
  tell(pid, 'SIGQUIT')
  await untilGone(pid, 5_000)
}

async function urlOf({ places }: Starter, { port }: Running): Promise<string> {
  const password = encodeURIComponent(await readPassword(places))
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/${superuser}`
  // Its clients prefer the host that is named last; who knows only addresses finds it at the first.
  return (await hasSocket(places, port)) ? `${url}?host=${encodeURIComponent(places.cluster)}` : url
}
