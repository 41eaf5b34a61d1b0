import type pg from 'pg'
import type { FixedClock } from '#kernel/clock.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Log } from '#platform/log.ts'

/**
 * Runs every queued job up to the clock's present in the order of its time, with the clock standing at that time,
 * so that a promise of last month is found broken last month. Only for a clock that can be moved.
 */
export async function timersUntil(
  pool: pg.Pool,
  jobs: JobTable,
  clock: FixedClock,
  log: Log,
): Promise<void> {
  const until = clock.now()
  for (;;) {
    const { rows } = await pool.query<{
      id: string
      task: string
      payload: unknown
      runAt: string
    }>(
      `select j.id, t.identifier as task, j.payload, j.run_at as "runAt"
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where j.run_at <= $1 or j.run_at between now() - interval '1 hour' and now() + interval '1 second'
        order by j.run_at, j.id limit 1`,
      [until.toString()],
    )
    const job = rows[0]
    if (!job) break
    const at = Temporal.Instant.from(job.runAt)
    const isTimed = Temporal.Instant.compare(at, until) <= 0
    if (isTimed) clock.advance(clock.now().until(at))
    await jobs[job.task]?.(isRecord(job.payload) ? job.payload : {}, log)
    await pool.query('select graphile_worker.complete_jobs(array[$1::bigint])', [job.id])
    clock.advance(clock.now().until(until))
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
