import { EventEmitter } from 'node:events'
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from '../log.ts'
import type { JobTable } from './queue.ts'
import { watchSurvivors } from './survivors.ts'

/** Runs queued jobs until stopped. `crontab` lines as graphile-worker reads them, in UTC. */
export async function startWorker(
  pool: pg.Pool,
  jobs: JobTable,
  options: { log: Log; crontab: string; concurrency?: number },
): Promise<{ stop(): Promise<void> }> {
  const survivors = watchSurvivors(pool, options.log)
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => survivors.hold(worker.workerId))
  const runner: Runner = await run({
    events,
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
      await survivors.stop()
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
