import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Log } from '../log.ts'

/** Something to do later, queued in the transaction that causes it: it is done if and only if that commits. */
export type Job = {
  readonly task: string
  readonly payload: { readonly organisationId: string } & Record<string, unknown>
  /** ISO instant; at once when left out. A later job with the same key replaces the earlier one. */
  readonly runAt?: string
  readonly key?: string
  /** Jobs of one queue run one after the other. */
  readonly queue?: string
}

export async function enqueue(tx: Tx, job: Job): Promise<void> {
  await sql`select uketome_enqueue(${job.task}, ${JSON.stringify(job.payload)}::json,
    ${job.runAt ?? null}::timestamptz, ${job.key ?? null}, ${job.queue ?? null})`.execute(tx)
}

export async function cancelJob(tx: Tx, key: string): Promise<void> {
  await sql`select uketome_cancel(${key})`.execute(tx)
}

/** task name → what to do. One table per room, in its jobs.ts. */
export type JobTable = {
  readonly [task: string]: (payload: Record<string, unknown>, log: Log) => Promise<void>
}
