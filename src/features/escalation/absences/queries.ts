import type { Tx } from '#platform/db/database.ts'
import { memberNames, membersOf, type Scope } from '#features/access/door.ts'
import { lookFor, type Surroundings } from '#features/assignment/door.ts'
import { openPromisesOf } from '#features/commitments/door.ts'
import { linesById, openOf, recordOf } from '#features/complaints/door.ts'
import { labelsWaiting } from '#features/remedies/approvals/door.ts'
import type { Commitment } from '#features/commitments/contract.ts'
import { requestsTo, type Held } from '../queries.ts'
import { receiverFor, type Seen } from '../rules.ts'
import { seenNow } from '../routing/queries.ts'
import { transferred, type Transfer, type Transferable } from './contract.ts'

type Asked = { readonly memberId: string; readonly now: string }
type Line = Pick<Transferable, 'number' | 'subject' | 'customerName'>
type Load = { readonly open: number; readonly load: number }

type Suggestion = Pick<Transferable, 'toId' | 'toName' | 'because' | 'routedBecause'>
const unspoken = { words: null, dueAt: null }
const noApprovals = { approvals: [] }
const nobody: Suggestion = { toId: null, toName: null, because: [], routedBecause: [] }

/** Everything they have: complaints, promises (also in complaints of others), requests that lie with them. */
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
  const complaints = open.map(({ id }) => ({ id, complaintId: id, ...unspoken }))
  const ids = [...complaints, ...promises, ...requests].map((each) => each.complaintId)
  const known = await linesById(tx, ids)
  const waiting = await labelsWaiting(tx, ids)
  const chosen = await suggestions(tx, scope, around, { ...asked, ids: [...new Set(ids)] })
  const leads = requests.length > 0 ? await leaderFor(tx, scope, asked) : nobody
  const line = (complaintId: string): Line & Suggestion => ({
    ...(known.get(complaintId) ?? { number: '', subject: '', customerName: null }),
    ...(chosen.get(complaintId) ?? nobody),
  })
  const owned = (id: string) => ({ kind: 'complaint' as const, approvals: waiting.get(id) ?? [] })
  return [
    ...complaints.map((each) => ({ ...owned(each.id), ...each, ...line(each.id) })),
    ...promises.map((each) => ({ ...promised(each), ...line(each.complaintId) })),
    ...requests.map((each) => ({ ...asking(each), ...line(each.complaintId), ...leads })),
  ]
}

function promised({ id, complaintId, words, dueAt }: Commitment) {
  return { kind: 'promise' as const, id, complaintId, words, dueAt, ...noApprovals }
}

function asking({ id, complaintId, reason: words, callBack }: Held) {
  const dueAt = callBack?.untilAt ?? null
  return { kind: 'request' as const, id, complaintId, words, dueAt, ...noApprovals }
}

/** One after the other: what somebody is to get counts when the next is looked for. */
async function suggestions(
  tx: Tx,
  scope: Scope,
  around: Surroundings,
  { ids, ...asked }: Asked & { ids: readonly string[] },
): Promise<Map<string, Suggestion>> {
  const chosen = new Map<string, Suggestion>()
  const promised = new Map<string, Load>()
  for (const complaintId of ids) {
    const found = await suggested(tx, scope, around, { ...asked, complaintId, promised })
    chosen.set(complaintId, found)
    const { open, load } = promised.get(found.toId ?? '') ?? { open: 0, load: 0 }
    if (found.toId) promised.set(found.toId, { open: open + 1, load: load + 1 })
  }
  return chosen
}

async function suggested(
  tx: Tx,
  scope: Scope,
  around: Surroundings,
  asked: Asked & { complaintId: string; promised: ReadonlyMap<string, Load> },
) {
  const { complaintId, memberId: except, now, promised } = asked
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return nobody
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
    routedBecause: [],
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
    because: [],
    routedBecause: [...(to?.because ?? [])],
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
