import { sql, type Selectable, type SqlBool } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import type { ComplaintsUtterances } from '#platform/db/schema.ts'
import type { Scope } from '#features/access/door.ts'
import { cue } from '#features/language/contract.ts'
import { complaintsEvents } from '../contract.ts'
import type { CaseRecord } from '../record/contract.ts'
import { recordOf } from '../record/queries.ts'
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
  return [...final, ...(await provisionalOf(tx, complaintId, null))]
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
  const record = await recordOf(tx, scope, complaintId)
  if (!record || record.closing) return record
  const since = now.subtract({ seconds: unsettledSeconds }).toString()
  return (await provisionalOf(tx, complaintId, since)).reduce(overhear, record)
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

async function provisionalOf(
  tx: Tx,
  complaintId: string,
  heardSince: string | null,
): Promise<Utterance[]> {
  const rows = await tx
    .selectFrom('complaints_utterances')
    .where('complaint_id', '=', complaintId)
    .where('state', '=', 'provisional')
    .where('text', '!=', '')
    .$if(heardSince !== null, (all) => all.where('heard_at', '>', heardSince ?? ''))
    .selectAll()
    .orderBy('said_at')
    .limit(50)
    .execute()
  return rows.map(fromRow)
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
