import { setTimeout as sleep } from 'node:timers/promises'
import { findAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { makeClusterOnce, type Places, readPassword } from './cluster.ts'
import { joinServer, type Keeper } from './keeper.ts'
import { findPostmaster, type Postmaster, tell, untilGone } from './postmaster.ts'
import { explainError, hasCode, problems } from './problems.ts'
import { launch } from './server.ts'

/** One line for people, in Japanese and in English. */
export type Log = (ja: string, en: string) => void

export type Starter = { readonly places: Places; readonly durable: boolean; readonly log: Log }

export type Running = {
  readonly pid: number
  readonly port: number
  readonly adopted: boolean
  readonly keeper: Keeper
}

/** Uses the server that runs on the folder or starts one, also while others do the same. */
export async function bringUp(starter: Starter): Promise<Running> {
  const { places } = starter
  let adopted = true
  let silences = 0
  let collisions = 0
  for (;;) {
    const found = await findPostmaster(places.cluster)
    if (!found) {
      const launched = await startServer(starter).catch((error: unknown) => {
        throw explainError(error, places.folder)
      })
      if (launched === 'ready') adopted = false
      if (launched === 'port-taken' && ++collisions > 5) throw problems.portTaken()
      continue
    }
    const keeper = found.ready ? await tryToJoin(found, places) : undefined
    if (keeper) return { pid: found.pid, port: found.port, adopted, keeper }
    if (found.ready && ++silences > 30) await makeItStop(found)
    await sleep(found.ready ? 200 : 20)
  }
}

async function startServer({ places, durable, log }: Starter) {
  const account = await findAccount(places.folder, findBinaries())
  await makeClusterOnce(places, account, durable, () =>
    log(
      'データベースを準備しています（初回だけ、数秒です）…',
      'Preparing the database (first start only, a few seconds)…',
    ),
  )
  return launch(places, account, durable, () =>
    log(
      '前回の続きからデータベースを復旧しています。データは無事です…',
      'The database is recovering from where it was interrupted. Nothing is lost…',
    ),
  )
}

async function tryToJoin({ port }: Postmaster, places: Places): Promise<Keeper | undefined> {
  const password = await readPassword(places)
  return joinServer(port, password).catch((error: unknown) => {
    if (hasCode(error, '28P01')) throw problems.passwordLost(places.password)
    return undefined // starting, stopping or hanging: the caller looks again
  })
}

async function makeItStop({ pid, ours }: Postmaster): Promise<void> {
  if (ours) tell(pid, 'SIGINT')
  if (ours && (await untilGone(pid, 10_000))) return
  if (ours) tell(pid, 'SIGQUIT')
  if (!ours || !(await untilGone(pid, 5_000))) throw problems.notAnswering(pid)
}
