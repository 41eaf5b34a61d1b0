import type { Tx } from '#platform/db/database.ts'
import { memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { lookFor, type Surroundings } from '#features/assignment/door.ts'
import { openPromisesOf } from '#features/commitments/door.ts'
import { linesById, openOf, recordOf } from '#features/complaints/door.ts'
import { requestsTo } from '../queries.ts'
import { receiverFor, type Seen } from '../rules.ts'
import { seenNow } from '../routing/queries.ts'
import { transferred, type Transfer, type Transferable } from './contract.ts'

type Asked = { readonly memberId: string; readonly now: string }
type Line = Pick<Transferable, 'number' | 'subject' | 'customerName'>
type Load = { readonly open: number; readonly load: number }

/** Everything they have. A promise inside their own complaint goes along with the complaint. */
export async function transferablesOf(
  tx: Tx,
  scope: Scope,
  around: Surroundings,
  asked: Asked,
): Promise<Transferable[]> {
  const { memberId, now } = asked
  const open = await openOf(tx, [memberId])
  const promises = await openPromisesOf(tx, scope, memberId, now)
  const requests = await requestsTo(tx, memberId)
  const ids = [
    ...open.map(({ id }) => id),
    ...[...promises, ...requests].map((each) => each.complaintId),
  ]
  const known = await linesById(tx, ids)
  const line = (id: string): Line =>
    known.get(id) ?? { number: '', subject: '', customerName: null }
  const chosen = new Map<string, Pick<Transferable, 'toId' | 'toName' | 'because'>>()
  const promised = new Map<string, Load>()
  for (const id of [...new Set(ids)]) {
    const suggestion = await suggested(tx, scope, around, {
      complaintId: id,
      memberId,
      now,
      promised,
    })
    chosen.set(id, suggestion)
    if (suggestion.toId) {
      const { open: more, load } = promised.get(suggestion.toId) ?? { open: 0, load: 0 }
      promised.set(suggestion.toId, { open: more + 1, load: load + 1 })
    }
  }
  const nobody = { toId: null, toName: null, because: [] }
  const of = (complaintId: string) => ({
    complaintId,
    ...line(complaintId),
    ...(chosen.get(complaintId) ?? nobody),
  })
  const leads = await leaderFor(tx, scope, asked)
  return [
    ...open.map(({ id }) => ({
      kind: 'complaint' as const,
      id,
      words: null,
      dueAt: null,
      ...of(id),
    })),
    ...promises.map(({ id, words, dueAt, complaintId }) => ({
      kind: 'promise' as const,
      id,
      words,
      dueAt,
      ...of(complaintId),
    })),
    ...requests.map(({ id, reason, callBack, complaintId }) => ({
      kind: 'request' as const,
      id,
      words: reason,
      dueAt: callBack?.untilAt ?? null,
      ...of(complaintId),
      ...leads,
    })),
  ]
}

async function suggested(
  tx: Tx,
  scope: Scope,
  around: Surroundings,
  asked: Asked & { complaintId: string; promised: ReadonlyMap<string, Load> },
) {
  const { complaintId, memberId: except, now, promised } = asked
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return { toId: null, toName: null, because: [] }
  const { chosen } = await lookFor(tx, scope, around, {
    complaintId,
    record,
    now,
    except,
    promised,
  })
  return {
    toId: chosen?.memberId ?? null,
    toName: chosen?.name ?? null,
    because: [...(chosen?.because ?? [])],
  }
}

/** Requests for somebody in charge go to somebody in charge. */
async function leaderFor(tx: Tx, scope: Scope, { memberId, now }: Asked) {
  const members = await membersOf(tx, scope.organisationId)
  const seen: Seen = await seenNow(tx, scope, members, now)
  const to = receiverFor(members, seen, { askedById: memberId })
  return {
    toId: to?.member.id ?? null,
    toName: to?.member.name ?? null,
    because: [...(to?.because ?? [])],
  }
}

export async function transfersOf(
  tx: Tx,
  scope: Scope,
  asked: { since: string; id?: string; fromId?: string | undefined },
): Promise<Transfer[]> {
  const rows = await tx
    .selectFrom('escalation_transfers')
    .$if(asked.id !== undefined, (all) => all.where('id', '=', asked.id ?? ''))
    .$if(asked.fromId !== undefined, (all) => all.where('from_id', '=', asked.fromId ?? ''))
    .where('made_at', '>=', asked.since)
    .selectAll()
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute()
  const names = await memberNames(tx, scope)
  return rows.map((row) => ({
    id: row.id,
    fromId: row.from_id,
    fromName: names.get(row.from_id) ?? '',
    reason: row.reason,
    madeAt: row.made_at,
    madeByName: names.get(row.made_by) ?? '',
    undoneAt: row.undone_at,
    items: transferred.array().parse(row.items),
  }))
}
