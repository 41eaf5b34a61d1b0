import { Logger, run, type Runner, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from '../log.ts'
import type { JobTable } from './queue.ts'

/** Runs queued jobs until stopped. `crontab` lines as graphile-worker reads them, in UTC. */
export async function startWorker(
  pool: pg.Pool,
  jobs: JobTable,
  options: { log: Log; crontab: string; concurrency?: number },
): Promise<{ stop(): Promise<void> }> {
  const runner: Runner = await run({
    pgPool: pool,
    taskList: tasks(jobs, options.log),
    crontab: options.crontab,
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: toLogger(options.log),
  })
  return {
    async stop() {
      await runner.stop()
    },
  }
}

function tasks(jobs: JobTable, log: Log): TaskList {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, work]) => [
      name,
      async (payload: unknown) => work(isRecord(payload) ? payload : {}, log),
    ]),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function toLogger(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error') log.error(meta ?? {}, message)
    else if (level === 'warning') log.warn(meta ?? {}, message)
    else log.debug({}, message)
  })
}
