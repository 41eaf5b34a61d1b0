import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { openPool } from '../db/pool.ts'
import { silentLog } from '../log.ts'
import { startWorker } from './worker.ts'

const { url } = await testDatabase()
const pool = openPool(url, silentLog)
afterAll(() => pool.end())

const done: string[] = []
const jobs = {
  tell: async ({ what }: Record<string, unknown>) => void done.push(String(what)),
  'take-long': async ({ what }: Record<string, unknown>) => {
    await sleep(12_000)
    done.push(String(what))
  },
}
const start = () => startWorker(pool, jobs, { log: silentLog, crontab: '' })
const enqueue = (task: string, what: string) =>
  pool.query('select graphile_worker.add_job($1, $2::json)', [task, JSON.stringify({ what })])

it('殺されたワーカーの手にあった仕事は、生きているワーカーが数秒で引き継ぐ', async () => {
  await enqueue('tell', '残された仕事')
  await pool.query(
    `update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now() - interval '1 minute'`,
  )
  const worker = await start()
  await expect.poll(() => done).toEqual(['残された仕事'])
  await worker.stop()
})

it('長くかかっていても、生きているワーカーの仕事は取り上げない', async () => {
  done.length = 0
  const workers = [await start(), await start()]
  await enqueue('take-long', '長い仕事')
  await expect.poll(() => done).toEqual(['長い仕事'])
  await sleep(6_000)
  expect(done).toEqual(['長い仕事'])
  await Promise.all(workers.map((worker) => worker.stop()))
}, 120_000)
