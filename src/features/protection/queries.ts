import { sql } from 'kysely'
import type { ChainEntry } from '#kernel/chain.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Scope } from '#features/access/door.ts'
import { nameOf } from '#features/complaints/door.ts'
import { protectionEvents, type ProtectionRecord } from './contract.ts'
import { foldProtection, type ProtectionEvent, type Written } from './rules.ts'
import type { ClockKind, HeldClock, HeldFile } from './store.ts'

export async function fileOf(tx: Tx, complaintId: string): Promise<HeldFile | undefined> {
  return tx
    .selectFrom('protection_files')
    .where('complaint_id', '=', complaintId)
    .select(['id', 'complaint_id as complaintId', 'head', 'head_hash as headHash'])
    .select(['keep_until as keepUntil', 'decision_due_since as decisionDueSince'])
    .select('erased_at as erasedAt')
    .executeTakeFirst()
}

/** The chain of a file, so that it can be hashed again. */
export async function chainOf(
  tx: Tx,
  { organisationId }: Scope,
  fileId: string,
): Promise<(ChainEntry & { readonly commandId: string })[]> {
  const rows = await tx
    .selectFrom('protection_entries')
    .where('file_id', '=', fileId)
    .select(['sequence', 'id', 'command_id as commandId', 'type', 'at', 'by'])
    .select(['payload', 'salt', 'commitment', 'previous', 'hash'])
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({ ...row, organisationId, complaintId: fileId }))
}

/** What the entries say that still have their words. */
export function readable(
  entries: readonly Pick<ChainEntry, 'type' | 'payload' | 'at' | 'by'>[],
  names: ReadonlyMap<string, string>,
): Written[] {
  return entries.flatMap(({ type, payload, at, by }) => {
    const event = eventOf(type, payload)
    return event ? [{ ...event, at, byName: nameOf(by, names) }] : []
  })
}

function eventOf(type: string, payload: unknown): ProtectionEvent | null {
  if (!isType(type)) return null
  const read = protectionEvents[type].safeParse(payload)
  return read.success ? ({ type, payload: read.data } as ProtectionEvent) : null
}

function isType(type: string): type is keyof typeof protectionEvents {
  return type in protectionEvents
}

export async function recordIn(
  tx: Tx,
  scope: Scope,
  fileId: string,
  names: ReadonlyMap<string, string>,
): Promise<ProtectionRecord> {
  const chain = await chainOf(tx, scope, fileId)
  return { ...foldProtection(readable(chain, names)), head: chain.length }
}

export async function isDone(tx: Tx, { organisationId }: Scope, commandId: string) {
  const row = await tx
    .selectFrom('protection_entries')
    .where('organisation_id', '=', organisationId)
    .where('command_id', '=', commandId)
    .select('sequence')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const kinds: readonly ClockKind[] = ['accusation', 'removal', 'keeping']

/** Clocks that run, nearest first; without an id all of them. */
export async function runningClocks(tx: Tx, id?: string): Promise<HeldClock[]> {
  const rows = await tx
    .selectFrom('protection_clocks')
    .where('settled_at', 'is', null)
    .$if(id !== undefined, (all) => all.where('id', '=', id ?? ''))
    .select(['id', 'file_id as fileId', 'complaint_id as complaintId', 'kind', 'warned'])
    .select('due_on as dueOn')
    .orderBy('due_on')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.flatMap(({ kind, ...row }) => {
    const known = kinds.find((each) => each === kind)
    return known ? [{ ...row, kind: known }] : []
  })
}

/** What holds on that day for this complaint, and for any other of the same customer. */
export async function instructionsFor(
  tx: Tx,
  complaintId: string,
  today: string,
): Promise<{ id: string; words: string }[]> {
  return tx
    .selectFrom('protection_instructions as instruction')
    .innerJoin('complaints as there', 'there.id', 'instruction.complaint_id')
    .innerJoin('complaints as here', (join) =>
      join.on((on) =>
        on.or([
          on('here.id', '=', on.ref('there.id')),
          on('here.customer_id', '=', on.ref('there.customer_id')),
        ]),
      ),
    )
    .where('here.id', '=', complaintId)
    .where('instruction.ended_at', 'is', null)
    .where(sql<boolean>`coalesce(instruction.until >= ${today}::date, true)`)
    .select(['instruction.id', 'instruction.words'])
    .orderBy('instruction.id')
    .execute()
}

export async function screensOf(
  tx: Tx,
  fileId: string,
): Promise<
  { id: string; postId: string; name: string; type: string; sha256: string; bytes: Buffer }[]
> {
  return tx
    .selectFrom('protection_screens')
    .where('file_id', '=', fileId)
    .select(['id', 'post_id as postId', 'name', 'type', 'sha256', 'bytes'])
    .orderBy('id')
    .execute()
}
