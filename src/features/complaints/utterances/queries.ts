import { sql, type Selectable, type SqlBool } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { ComplaintsUtterances } from '#platform/db/tables/complaints.ts'
import type { Scope } from '#features/access/door.ts'
import { cue } from '#features/language/contract.ts'
import { complaintsEvents } from '../contract.ts'
import type { CaseRecord } from '../record/contract.ts'
import { recordsOf } from '../record/queries.ts'
import type { Utterance } from './contract.ts'
import { overhear, unsettledSeconds } from './rules.ts'

/** Final words from the timeline and provisional ones, in the order they were said; the last `limit`. */
export async function utterancesOf(
  tx: Tx,
  complaintId: string,
  limit: number,
): Promise<Utterance[]> {
  const entries = await tx
    .selectFrom('complaints_timeline')
    .where('complaint_id', '=', complaintId)
    .where('type', '=', 'complaints.noted')
    .where(sql<SqlBool>`jsonb_exists(payload, 'utterance')`)
    .select('payload')
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  const final = entries.flatMap(({ payload }) => finalOf(payload)).toReversed()
  const provisional = await provisionalOf(tx, [complaintId], null)
  return [...final, ...(provisional.get(complaintId) ?? [])]
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(-limit)
}

/**
 * The record with what is being said right now: what the guide reads, so that it need not wait for the end of a
 * sentence. What a complaint is decided by stays the record itself.
 */
export async function recordAsHeard(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  now: Temporal.Instant,
): Promise<CaseRecord | undefined> {
  return (await recordsAsHeard(tx, scope, [complaintId], now)).get(complaintId)
}

/** Those of several, in as many queries as for one. */
export async function recordsAsHeard(
  tx: Tx,
  scope: Scope,
  complaintIds: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, CaseRecord>> {
  const records = await recordsOf(tx, scope, complaintIds)
  const open = [...records].flatMap(([id, { closing }]) => (closing ? [] : [id]))
  const since = now.subtract({ seconds: unsettledSeconds }).toString()
  for (const [id, words] of await provisionalOf(tx, open, since)) {
    const record = records.get(id)
    if (record) records.set(id, words.reduce(overhear, record))
  }
  return records
}

/** One utterance as it stands, whatever complaint it belongs to. */
export async function utteranceById(
  tx: Tx,
  id: string,
): Promise<{ complaintId: string; utterance: Utterance } | undefined> {
  const row = await tx
    .selectFrom('complaints_utterances')
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  if (!row) return undefined
  const entry = await tx
    .selectFrom('complaints_timeline')
    .where('organisation_id', '=', row.organisation_id)
    .where('command_id', '=', id)
    .select('payload')
    .executeTakeFirst()
  const [final] = finalOf(entry?.payload)
  return { complaintId: row.complaint_id, utterance: final ?? fromRow(row) }
}

/** Whether a complaint is open, and its head; held as it is until the words are kept. */
export async function standingOf(
  tx: Tx,
  complaintId: string,
): Promise<{ head: number; isClosed: boolean } | undefined> {
  const row = await tx
    .selectFrom('complaints')
    .where('id', '=', complaintId)
    .select(['head', 'closed_at'])
    .forShare()
    .executeTakeFirst()
  return row && { head: row.head, isClosed: row.closed_at !== null }
}

/** The first fifty of each complaint, in the order they were said. */
async function provisionalOf(
  tx: Tx,
  complaintIds: readonly string[],
  heardSince: string | null,
): Promise<Map<string, Utterance[]>> {
  if (complaintIds.length === 0) return new Map()
  const asked = sql<{ id: string }>`unnest(${[...complaintIds]}::uuid[])`
  const rows = await tx
    .selectFrom(asked.as<'asked'>(sql`asked(id)`))
    .crossJoinLateral((given) =>
      given
        .selectFrom('complaints_utterances')
        .whereRef('complaint_id', '=', 'asked.id')
        .where('state', '=', 'provisional')
        .where('text', '!=', '')
        .$if(heardSince !== null, (all) => all.where('heard_at', '>', heardSince ?? ''))
        .selectAll()
        .orderBy('said_at')
        .limit(50)
        .as('said'),
    )
    .selectAll('said')
    .orderBy('said.said_at')
    .execute()
  const all = Map.groupBy(rows, (row) => row.complaint_id)
  return new Map([...all].map(([id, words]) => [id, words.map(fromRow)]))
}

const state = z.enum(['provisional', 'final'])
const speaker = z.enum(['customer', 'operator'])

function fromRow(row: Selectable<ComplaintsUtterances>): Utterance {
  return {
    id: row.id,
    speaker: speaker.parse(row.speaker),
    text: row.text,
    at: row.said_at,
    state: state.parse(row.state),
    cues: z.array(cue).parse(row.cues),
    callId: null,
  }
}

function finalOf(payload: unknown): Utterance[] {
  const noted = complaintsEvents['complaints.noted'].safeParse(payload)
  if (!noted.success || !noted.data.utterance || noted.data.speaker === 'internal') return []
  const { speaker: who, text, cues, callId = null, utterance } = noted.data
  return [{ ...utterance, speaker: who, text, state: 'final', cues, callId }]
}
