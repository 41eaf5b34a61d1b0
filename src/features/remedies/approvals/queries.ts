import { sha256Hex } from '#kernel/hash.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Member } from '#features/access/contract.ts'
import { memberNames, membersOf, type Scope } from '#features/access/door.ts'
import {
  approvalState,
  asked,
  asks,
  authority,
  limits,
  type Approval,
  type Asked,
  type Delegation,
  type Hindrance,
  type Limits,
  type Openable,
} from './contract.ts'
import { hindranceFor, holdsOn, usualLimits } from './rules.ts'

/** The words an approval is for: of a text that differs in anything but its outer spaces it says nothing. */
export function textHash(text: string): string {
  return sha256Hex(text.trim().normalize('NFC').toWellFormed())
}

const columns = [
  'id',
  'complaint_id as complaintId',
  'what',
  'state',
  'needs',
  'asked',
  'text_hash as textHash',
  'amount_yen as amountYen',
  'asked_at as askedAt',
  'asked_by as askedById',
  'reminded_at as remindedAt',
  'expires_at as expiresAt',
  'decided_at as decidedAt',
  'decided_by as decidedById',
  'on_behalf_of as onBehalfOfId',
  'condition',
  'words',
  'holds_until as holdsUntil',
  'used_for as usedFor',
] as const

function approvals(tx: Tx) {
  return tx.selectFrom('remedies_approvals').select(columns)
}

type Row = Awaited<ReturnType<ReturnType<typeof approvals>['executeTakeFirstOrThrow']>>

export type HeldApproval = Omit<Row, 'what' | 'state' | 'needs' | 'asked'> &
  Pick<Approval, 'what' | 'state' | 'needs'> & { readonly asked: Asked }

function toHeld(row: Row): HeldApproval {
  const what = asks.find((each) => each === row.what) ?? 'remedy'
  return {
    ...row,
    what,
    state: approvalState.parse(row.state),
    needs: authority.parse(row.needs),
    asked: asked.parse(row.asked),
  }
}

export async function heldApproval(tx: Tx, id: string): Promise<HeldApproval | undefined> {
  const row = await approvals(tx).where('id', '=', id).executeTakeFirst()
  return row && toHeld(row)
}

/** complaint id → what waits for a decision there, by its label, soonest to expire first. */
export async function labelsWaiting(
  tx: Tx,
  complaintIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (complaintIds.length === 0) return new Map()
  const rows = await approvals(tx)
    .where('complaint_id', 'in', [...complaintIds])
    .where('state', '=', 'asked')
    .orderBy('expires_at')
    .execute()
  const byComplaint = Map.groupBy(rows.map(toHeld), ({ complaintId }) => complaintId)
  return new Map(
    [...byComplaint].map(([id, all]) => [id, all.map(({ asked: { label } }) => label)]),
  )
}

export async function waitingIn(tx: Tx, complaintId: string): Promise<HeldApproval[]> {
  const rows = await approvals(tx)
    .where('complaint_id', '=', complaintId)
    .where('state', '=', 'asked')
    .execute()
  return rows.map(toHeld)
}

export async function limitsOf(tx: Tx): Promise<Limits> {
  const row = await tx.selectFrom('remedies_settings').select('limits').executeTakeFirst()
  return row ? limits.parse(row.limits) : usualLimits
}

/** Those that have not ended, by name, from the one that begins first. */
export async function delegationsOf(tx: Tx, scope: Scope, day: string): Promise<Delegation[]> {
  const rows = await tx
    .selectFrom('remedies_delegations')
    .where('ended_at', 'is', null)
    .where('ends_on', '>=', day)
    .select([
      'id',
      'from_id as fromId',
      'to_id as toId',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'note',
    ])
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  const names = await memberNames(tx, scope)
  return rows.map((row) => ({
    ...row,
    fromName: names.get(row.fromId) ?? '',
    toName: names.get(row.toId) ?? '',
  }))
}

/** Does the company ask for a second person before words stand in public? */
export async function isApprovedInPublic(tx: Tx): Promise<boolean> {
  return (await limitsOf(tx)).publicBy !== 'nobody'
}

type PublicAsked = {
  readonly complaintId: string
  readonly textHash: string
  readonly state: Approval['state']
}

/** What was asked of these complaints for words in public, latest first; a text that is asked again counts once. */
export async function publicWordsAsked(
  tx: Tx,
  complaintIds: readonly string[],
  now: string,
): Promise<PublicAsked[]> {
  if (complaintIds.length === 0) return []
  const rows = await approvals(tx)
    .where('complaint_id', 'in', [...complaintIds])
    .where('what', '=', 'words')
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows
    .map(toHeld)
    .filter(({ asked: { opens } }) => opens.includes('public-reply'))
    .map((held) => ({
      complaintId: held.complaintId,
      textHash: held.textHash ?? '',
      state: heldUntil(held, now),
    }))
}

/** Granted words may be used for so many days only. */
function heldUntil(held: HeldApproval, now: string): Approval['state'] {
  const isOver = held.holdsUntil !== null && Temporal.Instant.compare(held.holdsUntil, now) <= 0
  return held.state === 'granted' && isOver ? 'expired' : stateAt(held, now)
}

/** Who could approve just this text or has decided about it; undefined when nobody was asked. */
export async function publicAskedOf(
  tx: Tx,
  scope: Scope,
  { complaintId, text, now }: { complaintId: string; text: string; now: string },
): Promise<Approval | undefined> {
  const rows = await approvals(tx)
    .where('complaint_id', '=', complaintId)
    .where('text_hash', '=', textHash(text))
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const held = rows.map(toHeld).find(({ asked: { opens } }) => opens.includes('public-reply'))
  const [shown] = held ? await shownApprovals(tx, scope, [held], now) : []
  return held && shown && { ...shown, state: heldUntil(held, now) }
}

/** Who could decide today, and with whose authority; read once for a whole list. */
export type Bench = {
  readonly members: readonly Member[]
  readonly delegations: readonly Delegation[]
  readonly day: string
}

export async function benchOf(tx: Tx, scope: Scope, now: string): Promise<Bench> {
  const day = tokyoDay(Temporal.Instant.from(now)).toString()
  const members = await membersOf(tx, scope.organisationId)
  const delegations = await delegationsOf(tx, scope, day)
  return { members, delegations: delegations.filter((each) => holdsOn(each, day)), day }
}

/** At most so many, in the order in which they have to be looked at. */
export async function queueOf(
  tx: Tx,
  scope: Scope,
  { show, limit, now }: { show: 'waiting' | 'decided'; limit: number; now: string },
): Promise<{ approvals: Approval[]; total: number; mine: number }> {
  const isWaiting = show === 'waiting'
  const chosen = approvals(tx).where('state', isWaiting ? '=' : '<>', 'asked')
  const ordered = isWaiting
    ? chosen.where('expires_at', '>', now).orderBy('expires_at').orderBy('id')
    : chosen.orderBy('decided_at', 'desc').orderBy('id')
  const rows = await ordered.limit(500).execute()
  const all = await shownApprovals(tx, scope, rows.map(toHeld), now)
  const own = all.filter(({ hindrance }) => hindrance === null)
  // What waits for the viewer first; of the others they may want to know.
  const sorted = isWaiting ? [...own, ...all.filter((each) => !own.includes(each))] : all
  return { approvals: sorted.slice(0, limit), total: all.length, mine: own.length }
}

export async function approvalsOfComplaint(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  now: string,
): Promise<Approval[]> {
  const rows = await approvals(tx)
    .where('complaint_id', '=', complaintId)
    .orderBy('asked_at', 'desc')
    .execute()
  return shownApprovals(tx, scope, rows.map(toHeld), now)
}

export async function shownApprovals(
  tx: Tx,
  scope: Scope,
  held: readonly HeldApproval[],
  now: string,
): Promise<Approval[]> {
  if (held.length === 0) return []
  const names = await memberNames(tx, scope)
  const bench = await benchOf(tx, scope, now)
  const complaints = await tx
    .selectFrom('complaints')
    .where('id', 'in', [...new Set(held.map(({ complaintId }) => complaintId))])
    .select(['id', 'number', 'customer_name', 'subject'])
    .execute()
  const byId = new Map(complaints.map((each) => [each.id, each]))
  return held.map((each) => {
    const complaint = byId.get(each.complaintId)
    return {
      ...each.asked,
      ...plain(each, names, now),
      complaintNumber: complaint?.number ?? '',
      customerName: complaint?.customer_name ?? null,
      subject: complaint?.subject ?? '',
      ...standing(each, scope, bench, now),
    }
  })
}

/** A question whose time is over has expired, also before the timer has said so. */
function stateAt({ state, expiresAt }: HeldApproval, now: string): Approval['state'] {
  const isOver = Temporal.Instant.compare(expiresAt, now) <= 0
  return state === 'asked' && isOver ? 'expired' : state
}

function plain(held: HeldApproval, names: ReadonlyMap<string, string>, now: string) {
  const { id, complaintId, what, needs, amountYen, askedAt, askedById } = held
  const { remindedAt, expiresAt, decidedAt, condition, words, holdsUntil } = held
  const nameOf = (memberId: string | null) =>
    memberId === null ? null : (names.get(memberId) ?? null)
  return {
    id,
    complaintId,
    what,
    needs,
    amountYen,
    askedAt,
    askedById,
    remindedAt,
    expiresAt,
    decidedAt,
    condition,
    words,
    holdsUntil,
    state: stateAt(held, now),
    askedByName: nameOf(askedById) ?? '',
    decidedByName: nameOf(held.decidedById),
    onBehalfOfName: nameOf(held.onBehalfOfId),
  }
}

function standing(
  held: HeldApproval,
  { viewer }: Scope,
  { members, delegations, day }: Bench,
  now: string,
): { hindrance: Hindrance | null; deciders: string[] } {
  const hindranceOf = (decider: Pick<Member, 'id' | 'roles'>) =>
    hindranceFor(held, decider, members, delegations, day)
  if (stateAt(held, now) !== 'asked') return { hindrance: 'decided', deciders: [] }
  const own = viewer ? hindranceOf({ id: viewer.memberId, roles: viewer.roles }) : 'beyond'
  const deciders = members
    .filter((member) => !member.isAway && typeof hindranceOf(member) !== 'string')
    .map(({ name, businessName }) => businessName ?? name)
  return { hindrance: typeof own === 'string' ? own : null, deciders }
}

/** Approvals of words that are granted and not used yet, for just this text. */
export async function openingFor(
  tx: Tx,
  { complaintId, text, at }: { complaintId: string; text: string; at: string },
): Promise<{ approvalId: string; label: string; opens: Openable[] }[]> {
  const rows = await approvals(tx)
    .where('complaint_id', '=', complaintId)
    .where('what', '=', 'words')
    .where('state', '=', 'granted')
    .where('text_hash', '=', textHash(text))
    .where('holds_until', '>', at)
    .execute()
  return rows.map(toHeld).map(({ id, asked: { label, opens } }) => ({
    approvalId: id,
    label,
    opens,
  }))
}

/** A text that somebody is asked about, with the one that was asked about before it. */
export type WordsAsked = {
  readonly complaintId: string
  readonly text: string
  readonly opens: readonly Openable[]
  readonly askedAt: string
  readonly before: { text: string; askedAt: string; byName: string } | null
}

export async function wordsAskedAbout(
  tx: Tx,
  scope: Scope,
  approvalId: string,
): Promise<WordsAsked | undefined> {
  const held = await heldApproval(tx, approvalId)
  const text = held?.asked.text ?? null
  if (!held || text === null) return undefined
  const { complaintId, askedAt } = held
  const earlier = await approvals(tx)
    .where('complaint_id', '=', complaintId)
    .where('what', '=', 'words')
    .where('asked_at', '<', askedAt)
    .orderBy('asked_at', 'desc')
    .execute()
  const last = earlier
    .map(toHeld)
    .find(({ asked: { text: said } }) => said !== null && said !== text)
  const names = await memberNames(tx, scope)
  const before = last && {
    text: last.asked.text ?? '',
    askedAt: last.askedAt,
    byName: names.get(last.askedById) ?? '',
  }
  return { complaintId, text, opens: held.asked.opens, askedAt, before: before ?? null }
}
