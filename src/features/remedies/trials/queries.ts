import type { Tx } from '#platform/db/database.ts'
import { memberNames, type Scope } from '#features/access/door.ts'
import { linesById } from '#features/complaints/door.ts'
import { trialOption, trialState, trialSums, type Trial, type TrialLine } from './contract.ts'

/** A trial as a step of it needs it. */
export type Running = Trial & {
  readonly fromNumber: number
  readonly lastId: string | null
  readonly by: string
}

export async function trialNow(tx: Tx, scope: Scope): Promise<Running | null> {
  const row = await tx.selectFrom('remedies_trials').selectAll().executeTakeFirst()
  if (!row) return null
  const names = await memberNames(tx, scope)
  return {
    id: row.id,
    revision: row.revision,
    fromNumber: row.from_number,
    from: row.from_day,
    until: row.until_day,
    onDay: row.on_day,
    state: trialState.parse(row.state),
    total: row.total,
    looked: row.looked,
    changed: row.changed,
    sums: trialSums.parse(row.sums),
    lastId: row.last_id,
    at: row.started_at,
    by: row.started_by,
    byName: names.get(row.started_by.replace('member:', '')) ?? '',
  }
}

export function toTrial({ fromNumber: _, lastId: __, by: ___, ...trial }: Running): Trial {
  return trial
}

/** A page of what was found, after so many. */
export async function casesOf(
  tx: Tx,
  asked: { after: number; limit: number },
): Promise<{ cases: TrialLine[]; next: number | null; total: number }> {
  const found = await tx
    .selectFrom('remedies_trial_cases')
    .where('place', '>', asked.after)
    .orderBy('place')
    .limit(asked.limit + 1)
    .selectAll()
    .execute()
  const rows = found.slice(0, asked.limit)
  const named = await linesById(
    tx,
    rows.map(({ complaint_id: complaintId }) => complaintId),
  )
  const cases = rows.map((row) => {
    const { number = '', subject = '' } = named.get(row.complaint_id) ?? {}
    const options = {
      gained: trialOption.array().parse(row.gained),
      lost: trialOption.array().parse(row.lost),
    }
    return { id: String(row.place), complaintId: row.complaint_id, number, subject, ...options }
  })
  const next = found.length > rows.length ? (rows.at(-1)?.place ?? null) : null
  return { cases, next, total: await countCases(tx) }
}

async function countCases(tx: Tx): Promise<number> {
  const { total } = await tx
    .selectFrom('remedies_trial_cases')
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}
