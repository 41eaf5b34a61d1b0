import { commitmentOf, entryHash } from '#kernel/chain.ts'
import { sendAlong, type Tx } from '#platform/db/database.ts'
import { insertion } from '#platform/db/insertion.ts'
import type { Notice } from '#platform/realtime/hub.ts'
import { tellNodes } from '#platform/realtime/notices.ts'

export type Head = { readonly sequence: number; readonly hash: string }

export type NewEntry = {
  readonly id: string
  readonly type: string
  readonly payload: unknown
  readonly salt: string
  /** Codes of what was heard, when these are words that were overheard. */
  readonly cues?: readonly string[] | undefined
}

/** Whose chain it is, and which command at what time writes there. */
export type Chain = {
  readonly organisationId: string
  readonly complaintId: string
  readonly commandId: string
  readonly at: string
  readonly by: string
}

/** An entry as it lies in its chain, and the notice that goes to the screens. */
export type SealedEntry = { readonly row: SealedRow; readonly notice: Notice }
type SealedRow = ReturnType<typeof seal>['row']

/** The entries one after the other behind the head, and the new head. Writes nothing. */
export function sealEntries(
  chain: Chain,
  head: Head,
  entries: readonly NewEntry[],
): { readonly head: Head; readonly sealed: readonly SealedEntry[] } {
  let last = head
  const sealed = entries.map((entry) => {
    const next = seal(chain, last, entry)
    last = { sequence: next.row.sequence, hash: next.row.hash }
    return next
  })
  return { head: last, sealed }
}

function seal(
  { commandId, ...place }: Chain,
  head: Head,
  { id, type, payload, salt, cues }: NewEntry,
) {
  const sequence = head.sequence + 1
  const parts = { commitment: commitmentOf(payload, salt), previous: head.hash }
  const hash = entryHash({ ...place, id, sequence, type, ...parts })
  const { organisationId: organisation_id, complaintId: complaint_id, at, by } = place
  const named = { organisation_id, complaint_id, sequence, id, command_id: commandId, type, at, by }
  const row = { ...named, payload: JSON.stringify(payload), salt, ...parts, hash }
  const notice: Notice = { ...place, id, sequence, type, callId: callIn(payload), cues }
  return { row, notice }
}

/** Appends to one chain; the caller holds the lock on the complaint. Screens are told after the commit. */
export function appendEntries(tx: Tx, sealed: readonly SealedEntry[]): void {
  const rows = sealed.map(({ row }) => row)
  sendAlong(tx, insertion('complaints_timeline', rows))
  for (const { notice } of sealed) tellNodes(tx, notice)
}

/** Screens that show one call look at it again when it moves, whoever moved it. */
function callIn(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const callId: unknown = Reflect.get(payload, 'callId')
  return typeof callId === 'string' ? callId : undefined
}

/**
 * Takes the words of all entries but those of the spared types away, and the salts with them; the commitments stay,
 * so the chain still verifies.
 */
export async function eraseWords(
  tx: Tx,
  complaintId: string,
  spared: readonly string[],
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('complaints_timeline')
    .set({ payload: null, salt: null })
    .where('complaint_id', '=', complaintId)
    .where('type', 'not in', [...spared])
    .where('payload', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
