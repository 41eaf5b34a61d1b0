import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { calendarOf, inside, type May, type Scope } from '#features/access/door.ts'
import { change, changeTogether, type Command, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { companyWordsOf } from '#features/language/company-words/door.ts'
import { shown } from '../asking/actions.ts'
import type { Approval } from '../approvals/contract.ts'
import { benchOf, heldApproval, limitsOf, type HeldApproval } from '../approvals/queries.ts'
import { areAlike, standingOf } from '../approvals/rules.ts'
import { saveDecision } from '../approvals/store.ts'
import { whyNotSayable } from './rules.ts'

type Order = Omit<Command, 'complaintId'>
type Deciding = May<'remedies.decide'>
type Settled = Promise<Result<{ approval: Approval }>>
type Moment = Pick<Situation, 'tx' | 'at'>
type Granting = { amountYen?: number | undefined; condition?: string | undefined }

export function grant(
  ports: Ports,
  may: Deciding,
  approvalId: string,
  order: Order & Granting,
): Settled {
  return onApproval(ports, may, approvalId, order, (situation, held) =>
    situation.record.closing
      ? refuse('blocked', 'remedies.complaint-closed', {})
      : granted(situation, may, held, order),
  )
}

async function granted(
  { tx, at }: Moment,
  scope: Scope,
  held: HeldApproval,
  { amountYen, condition }: Granting,
): Promise<Result<ComplaintEvent[]>> {
  const standing = await mayDecide(tx, scope, held, at)
  if (!standing.ok) return standing
  const amount = grantedOf(held, amountYen)
  if (!amount.ok) return amount
  const { holdsDays } = await limitsOf(tx)
  const { by, onBehalfOf, onBehalfOfName } = standing.value
  const holdsUntil = Temporal.Instant.from(at)
    .add({ hours: holdsDays * 24 })
    .toString()
  const made = { state: 'granted' as const, at, by, onBehalfOf, holdsUntil }
  await saveDecision(tx, held.id, {
    ...made,
    amountYen: amount.value,
    condition: condition ?? null,
  })
  const { label } = held.asked
  const told = { approvalId: held.id, label, amountYen: amount.value, onBehalfOfName }
  return ok([
    { type: 'remedies.approval-granted', payload: { ...told, condition: condition ?? null } },
  ])
}

/** What is asked, or less of it; a full refund is full or it is none. */
function grantedOf(
  { amountYen: most, asked }: HeldApproval,
  wanted?: number,
): Result<number | null> {
  if (wanted === undefined || wanted === most) return ok(most)
  if (most === null || wanted > most)
    return refuse('invalid', 'remedies.approval-more', { label: asked.label, mostYen: most ?? 0 })
  return asked.kind === 'refund'
    ? refuse('invalid', 'remedies.amount-not-full', { label: asked.label, maxYen: most })
    : ok(wanted)
}

/** Why not: in words that the operator can say. They are read like a letter before they are kept. */
export function decline(
  ports: Ports,
  may: Deciding,
  approvalId: string,
  { words, ...order }: Order & { words: string },
): Settled {
  return onApproval(ports, may, approvalId, order, async ({ tx, at }, held) => {
    const standing = await mayDecide(tx, may, held, at)
    if (!standing.ok) return standing
    const calendar = await calendarOf(tx, may)
    // About a text it is a suggestion to its writer; anything else is said to the customer as it stands.
    const why =
      held.what === 'words' ? [] : whyNotSayable(words, at, await companyWordsOf(tx, may), calendar)
    if (why.length > 0) return refuse('invalid', 'remedies.approval-words', { why })
    const { by, onBehalfOf, onBehalfOfName } = standing.value
    await saveDecision(tx, held.id, { state: 'refused', at, by, onBehalfOf, words })
    const told = { approvalId: held.id, label: held.asked.label, words, onBehalfOfName }
    return ok([{ type: 'remedies.approval-refused', payload: told }])
  })
}

export function takeBack(
  ports: Ports,
  may: May<'remedies.ask'>,
  approvalId: string,
  { reason, ...order }: Order & { reason: string },
): Settled {
  return onApproval(ports, may, approvalId, order, async ({ tx, at }, held) => {
    if (held.askedById !== may.viewer?.memberId)
      return refuse('forbidden', 'remedies.approval-not-yours', {})
    await saveDecision(tx, held.id, { state: 'withdrawn', at, by: held.askedById })
    const told = { approvalId: held.id, label: held.asked.label, reason }
    return ok([{ type: 'remedies.approval-withdrawn', payload: told }])
  })
}

/** Several alike in one go: all of them as they were seen, or none. */
export function grantTogether(
  ports: Ports,
  may: Deciding,
  { id, approvalIds, sumYen }: { id: string; approvalIds: readonly string[]; sumYen: number },
): Promise<Result<{ granted: string[] }>> {
  const type = 'remedies.approval-granted'
  const wanted = [...new Set(approvalIds)].toSorted()
  const complaintIds = async (tx: Tx) => [
    ...new Set((await several(tx, wanted)).map(({ complaintId }) => complaintId)),
  ]
  const command = { id, type, complaintIds, lock: `approvals:${may.organisationId}` } as const
  return changeTogether(ports, may, command, async (moment) => {
    const held = await several(moment.tx, wanted)
    if (held.length < wanted.length) return refuse('missing', 'remedies.approval-missing', {})
    if (!areAlike(held.map(({ asked, what, needs }) => ({ ...asked, what, needs }))))
      return refuse('invalid', 'remedies.approvals-unlike', {})
    const sum = held.reduce((yen, { amountYen }) => yen + (amountYen ?? 0), 0)
    if (sum !== sumYen) return refuse('conflict', 'remedies.approvals-sum', { sumYen: sum })
    return eachGranted(moment, may, held)
  }).then((done) => (done.ok ? ok({ granted: wanted }) : done))
}

async function eachGranted(
  moment: Moment,
  may: Deciding,
  several: readonly HeldApproval[],
): Promise<Result<Map<string, ComplaintEvent[]>>> {
  const events = new Map<string, ComplaintEvent[]>()
  for (const held of several) {
    const no = whyOver(held, moment.at)
    if (no) return no
    const done = await granted(moment, may, held, {})
    if (!done.ok) return done
    events.set(held.complaintId, [...(events.get(held.complaintId) ?? []), ...done.value])
  }
  return ok(events)
}

async function several(tx: Tx, ids: readonly string[]): Promise<HeldApproval[]> {
  const found = await Promise.all(ids.map((id) => heldApproval(tx, id)))
  return found.filter((each) => each !== undefined)
}

async function mayDecide(tx: Tx, scope: Scope, held: HeldApproval, at: string) {
  const { viewer } = scope
  if (!viewer) return refuse('forbidden', 'remedies.approval-nobody', {})
  const { members, delegations, day } = await benchOf(tx, scope, at)
  const decider = { id: viewer.memberId, roles: viewer.roles }
  const standing = standingOf(held, decider, members, delegations, day)
  if (!standing.ok) return standing
  const { onBehalfOf } = standing.value
  const onBehalfOfName = members.find(({ id }) => id === onBehalfOf)?.name ?? null
  return ok({ by: viewer.memberId, onBehalfOf, onBehalfOfName })
}

function whyOver({ state, expiresAt, asked: { label } }: HeldApproval, at: string) {
  if (state !== 'asked') return refuse('conflict', 'remedies.approval-over', { label, state })
  const isOver = Temporal.Instant.compare(expiresAt, at) <= 0
  return isOver ? refuse('conflict', 'remedies.approval-over', { label, state: 'expired' }) : null
}

async function onApproval(
  ports: Ports,
  scope: Scope,
  approvalId: string,
  order: Order,
  decide: (
    situation: Situation,
    held: HeldApproval,
  ) => Result<ComplaintEvent[]> | Promise<Result<ComplaintEvent[]>>,
): Settled {
  const before = await inside(ports.db, scope, (tx) => heldApproval(tx, approvalId))
  if (!before) return refuse('missing', 'remedies.approval-missing', {})
  const command = { complaintId: before.complaintId, id: order.id, basedOn: order.basedOn }
  const done = await change(ports, scope, command, async (situation) => {
    // Read again: between the look and the lock somebody else may have decided.
    const held = await heldApproval(situation.tx, approvalId)
    if (!held) return refuse('missing', 'remedies.approval-missing', {})
    return whyOver(held, situation.at) ?? decide(situation, held)
  })
  return done.ok ? shown(ports, scope, approvalId) : done
}
