import type { Tx } from '#platform/db/database.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Scope } from '#features/access/door.ts'
import type { CallBack, EscalationRequest } from './contract.ts'

type Asked = Pick<
  EscalationRequest,
  'id' | 'complaintId' | 'kind' | 'mode' | 'reason' | 'person'
> & {
  organisationId: string
  askedAt: string
  askedById: string | null
  toId: string | null
  deskId: string | null
  because: EscalationRequest['because']
  callBack: (CallBack & { commitmentId: string | null }) | null
}

export async function insertRequest(tx: Tx, request: Asked): Promise<void> {
  await tx
    .insertInto('escalation_requests')
    .values({
      id: request.id,
      organisation_id: request.organisationId,
      complaint_id: request.complaintId,
      kind: request.kind,
      mode: request.mode,
      state: 'asked',
      reason: request.reason,
      person: request.person,
      asked_at: request.askedAt,
      asked_by: request.askedById,
      to_id: request.toId,
      desk_id: request.deskId,
      because: JSON.stringify(request.because),
      call_back: request.callBack && JSON.stringify(request.callBack),
    })
    .execute()
}

export async function markSeen(tx: Tx, id: string, byId: string, at: string): Promise<void> {
  await tx
    .updateTable('escalation_requests')
    .set({ state: 'seen', seen_at: at, seen_by: byId, up_at: null })
    .where('id', '=', id)
    .execute()
}

export async function markOver(
  tx: Tx,
  id: string,
  over: {
    state: 'accepted' | 'returned' | 'withdrawn'
    at: string
    seen?: { byId: string; at: string }
    answer?: string
  },
): Promise<void> {
  const seen = over.seen ? { seen_by: over.seen.byId, seen_at: over.seen.at } : {}
  const answer = over.answer ?? null
  await tx
    .updateTable('escalation_requests')
    .set({ state: over.state, ended_at: over.at, up_at: null, answer, ...seen })
    .where('id', '=', id)
    .execute()
}

/** With exactly one: a member, else a desk, else (both null) whoever leads. */
export type Holder =
  | { readonly toId: string; readonly because: EscalationRequest['because'] }
  | { readonly toId: null; readonly deskId: string | null }

/** Nobody has seen it there yet; who had it until now is kept, so that whoever asked sees it has moved. */
export async function passOn(tx: Tx, id: string, holder: Holder): Promise<void> {
  const { toId } = holder
  const because = 'because' in holder ? holder.because : []
  await tx
    .updateTable('escalation_requests')
    .set(({ ref }) => ({
      passed_by: ref('to_id'),
      to_id: toId,
      desk_id: 'deskId' in holder ? holder.deskId : null,
      because: JSON.stringify(because),
      state: 'asked',
      seen_at: null,
      seen_by: null,
      ...(toId ? {} : { up_at: null }),
    }))
    .where('id', '=', id)
    .execute()
}

export async function saveSetting(
  tx: Tx,
  { organisationId, viewer }: Scope,
  setting: { id: string; part: 'routes' | 'bodies'; content: unknown; at: string },
): Promise<void> {
  const { id, part, at } = setting
  await tx
    .insertInto('escalation_settings')
    .values({
      id,
      organisation_id: organisationId,
      part,
      content: JSON.stringify(setting.content),
      changed_at: at,
      changed_by: viewer?.memberId ?? '',
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export type Ladder = {
  readonly organisationId: string
  readonly complaintId: string
  readonly requestId: string
  /** Counts every ring, so that each is one command. */
  readonly step: number
  readonly round: number
  readonly minutes: number
  readonly tried: readonly string[]
}

/** A timer that rings for a request somebody has looked at does nothing: none needs to be taken back. */
export async function setTimer(tx: Tx, ladder: Ladder, runAt: string): Promise<void> {
  const key = `escalation:${ladder.requestId}:${ladder.step}`
  await enqueue(tx, { task: 'escalation.move-up', payload: { ...ladder }, runAt, key })
  await tx
    .updateTable('escalation_requests')
    .set({ up_at: runAt })
    .where('id', '=', ladder.requestId)
    .execute()
}

/** After an erasure the reasons are gone; when and by whom it was asked for stays. */
export async function forgetReasons(tx: Tx, complaintId: string): Promise<void> {
  await tx
    .updateTable('escalation_requests')
    .set({ reason: '（消去済み）', person: null, call_back: null, answer: null })
    .where('complaint_id', '=', complaintId)
    .execute()
}
