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
    // What was committed is heard before any timer.
    await jobs['complaints.hear']?.({}, log)
    const job = await nextJob(pool, until)
    if (!job) return
    if (!job.isImmediate) clock.advance(clock.now().until(Temporal.Instant.from(job.runAt)))
    await jobs[job.task]?.(isRecord(job.payload) ? job.payload : {}, log)
    await pool.query('select graphile_worker.complete_jobs(array[$1::bigint])', [job.id])
    clock.advance(clock.now().until(until))
  }
}

type Queued = { id: string; task: string; payload: unknown; runAt: string; isImmediate: boolean }

/** Also where it took the place of an earlier one: then that was made at another time, and this one changed it. */
const atOnce = 'run_at in (created_at, updated_at)'

/** Takes the key off, as a worker does: a job that queues itself again must not replace the one that runs. */
async function nextJob(pool: pg.Pool, until: Temporal.Instant): Promise<Queued | undefined> {
  const { rows } = await pool.query<Queued>(
    `with due as (
       select id, run_at from graphile_worker._private_jobs
        where run_at <= $1 or ${atOnce} order by ${atOnce} desc, run_at, id limit 1)
     update graphile_worker._private_jobs j set key = null from due, graphile_worker._private_tasks t
      where j.id = due.id and t.id = j.task_id
     returning j.id, t.identifier as task, j.payload, j.run_at as "runAt",
       j.run_at in (j.created_at, j.updated_at) as "isImmediate"`,
    [until.toString()],
  )
  return rows[0]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
