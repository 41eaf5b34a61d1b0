import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, membersOf, type May, type Scope } from '#features/access/door.ts'
import { change, type Command, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { Channel } from '#features/complaints/contract.ts'
import { heldApproval } from '../approvals/queries.ts'
import { asApproved, rowFor } from '../approvals/rules.ts'
import { saveUse } from '../approvals/store.ts'
import { draw, whyNotFrom } from '../budgets/actions.ts'
import { isGoodwill } from '../budgets/rules.ts'
import type { FollowThrough, Offer, RemedyRule } from '../contract.ts'
import { sayOnceShown } from '../evidence/rules.ts'
import { feasibilityOf } from '../feasibility/queries.ts'
import { insertGrant, saveAnswer } from '../precedents/store.ts'
import { grantOf } from '../precedents/queries.ts'
import { remediesOf, rolesOf, tableOf } from '../queries.ts'
import { mayGrant, offerable, whyNotAgreed, type Offerable } from '../rules.ts'

type Order = Omit<Command, 'complaintId'>
type Changed = { head: number }

type Wanted = Order & {
  ruleId: string
  amountYen?: number | undefined
  words?: string | undefined
  feasibility?: string | undefined
  approvalId?: string | undefined
  onceShown?: boolean | undefined
}

/** The only way a remedy is offered; whoever adds a door goes through here. The command's id becomes the offer's. */
export async function offer(
  ports: Ports,
  may: May<'remedies.offer'>,
  complaintId: string,
  wanted: Wanted,
): Promise<Result<Changed & { offer: Offer }>> {
  const { id, basedOn } = wanted
  const done = await change(ports, may, { complaintId, id, basedOn }, (situation) =>
    decideOffer(situation, may, { ...wanted, complaintId }),
  )
  return done.ok ? madeOffer(ports, may, complaintId, id, done.value.head) : done
}

async function decideOffer(
  situation: Situation,
  scope: Scope,
  wanted: Placed,
): Promise<Result<readonly ComplaintEvent[]>> {
  const { tx, record, at } = situation
  const through = wanted.approvalId
    ? await throughApproval(situation, wanted, wanted.approvalId)
    : await throughTable(situation, scope, wanted)
  if (!through.ok) return through
  const { rule, amountYen, isException, tableVersion, awaits } = through.value
  const { id: offerId, complaintId, approvalId } = wanted
  const said = (await feasibilityOf(tx, complaintId)).find(({ ruleId }) => ruleId === rule.id)
  if (said && !said.isFeasible)
    return refuse('blocked', 'remedies.not-feasible', { label: rule.label, words: said.words })
  await replace(situation, rule.id)
  const { kind, label, clause, code: ruleCode } = rule
  const yen = isGoodwill(kind, isException) ? (amountYen ?? 0) : 0
  const drawn = yen > 0 ? await draw(tx, scope, { label, yen, at }) : ok({ budgetId: null })
  if (!drawn.ok) return drawn
  const made = { offerId, complaintId, kind, label, amountYen, at, ...drawn.value }
  await insertGrant(tx, scope, record, { ...made, approvalId: approvalId ?? null })
  const what = { offerId, ruleId: rule.id, ruleCode, kind, label, amountYen, clause }
  const feasibility = wanted.feasibility ?? said?.words ?? null
  const say = awaits === null ? rule.say : sayOnceShown(rule, awaits)
  const words = { words: wanted.words ?? say, feasibility, tableVersion }
  const by = approvalId === undefined ? {} : { approvalId }
  const on = awaits === null ? {} : { awaits }
  return ok([{ type: 'remedies.offered', payload: { ...what, ...words, ...by, ...on } }])
}

/** What was offered on condition gives way to the same without, also in the budget. */
async function replace({ tx, record }: Situation, wantedId: string): Promise<void> {
  for (const { offerId, ruleId, awaits } of record.offers)
    if (ruleId === wantedId && awaits !== undefined) await saveAnswer(tx, offerId, 'rejected')
}

type Placed = Wanted & { readonly complaintId: string }
type Through = Result<Offerable & { readonly isException: boolean; readonly tableVersion: number }>

async function throughTable(
  { tx, record, at }: Situation,
  scope: Scope,
  wanted: Wanted,
): Promise<Through> {
  const { number: tableVersion, rules } = await tableOf(tx)
  const gate = offerable(rules, record, at, rolesOf(scope), wanted)
  if (gate.ok) return ok({ ...gate.value, isException: false, tableVersion })
  const rule = rules.find(({ id }) => id === wanted.ruleId)
  return withThoseWhoMay(tx, scope, gate, rule)
}

/** What was granted for this case is a row of its own, once; everything else the gate asks is asked all the same. */
async function throughApproval(
  { tx, record, at }: Situation,
  wanted: Placed,
  approvalId: string,
): Promise<Through> {
  const held = await heldApproval(tx, approvalId)
  if (held?.complaintId !== wanted.complaintId || held.what !== 'remedy')
    return refuse('missing', 'remedies.approval-missing', {})
  const { asked, state, amountYen: granted, holdsUntil } = held
  const isOpen = state === 'granted' && holdsUntil !== null && holdsUntil > at
  if (!isOpen) return refuse('blocked', 'remedies.approval-not-open', { label: asked.label })
  if (wanted.ruleId !== (asked.ruleId ?? approvalId))
    return refuse('blocked', 'remedies.approval-other', { label: asked.label })
  const { number: tableVersion, rules } = await tableOf(tx)
  const rule =
    asked.ruleId === null
      ? rowFor(approvalId, asked, '')
      : rules.find(({ id }) => id === asked.ruleId)
  if (!rule) return refuse('blocked', 'remedies.no-rule', {})
  const gate = offerable([asApproved(rule, granted)], record, at, ['operator'], wanted)
  if (!gate.ok) return gate
  await saveUse(tx, approvalId, { at, usedFor: wanted.id })
  const { amountYen, awaits } = gate.value
  return ok({ rule, amountYen, awaits, isException: asked.isException, tableVersion })
}

/** "Beyond your authority" says by name who could. */
async function withThoseWhoMay(
  tx: Tx,
  scope: Scope,
  no: No,
  rule: RemedyRule | undefined,
): Promise<No> {
  if (no.refusal.code !== 'remedies.beyond-authority' || !rule) return no
  const members = await membersOf(tx, scope.organisationId)
  const who = members
    .filter(({ isAway, roles }) => !isAway && mayGrant(rule, roles))
    .map(({ name }) => name)
  const { label, grantedBy } = rule
  return refuse('forbidden', 'remedies.beyond-authority', { label, grantedBy, who })
}

async function madeOffer(
  ports: Ports,
  scope: Scope,
  complaintId: string,
  offerId: string,
  head: number,
): Promise<Result<Changed & { offer: Offer }>> {
  const now = ports.clock.now().toString()
  const remedies = await inside(ports.db, scope, (tx) => remediesOf(tx, scope, complaintId, now))
  const made = remedies?.offers.find(({ id }) => id === offerId)
  return made ? ok({ head, offer: made }) : refuse('conflict', 'complaints.command-reused', {})
}

type Answer = {
  readonly answer: 'accepted' | 'rejected' | 'considering'
  readonly words: string
  readonly until?: string | undefined
}

/** A customer may think again: the last answer counts, until there is an agreement. */
export async function answer(
  ports: Ports,
  may: May<'remedies.offer'>,
  complaintId: string,
  offerId: string,
  { answer, words, until, ...order }: Order & Answer,
): Promise<Result<Changed>> {
  return write(ports, may, { complaintId, ...order }, async ({ tx, record, at }) => {
    const offered = record.offers.find((each) => each.offerId === offerId)
    if (!offered) return refuse('missing', 'remedies.offer-missing', {})
    if (record.agreement) return refuse('conflict', 'remedies.already-agreed', {})
    const { label } = offered
    const isThinking = until !== undefined && answer === 'considering'
    if (isThinking && until < tokyoDay(Temporal.Instant.from(at)).toString())
      return refuse('invalid', 'remedies.until-past', { label })
    const no = await whyNotBound(tx, offerId, label, answer)
    if (no) return no
    await saveAnswer(tx, offerId, answer)
    const payload = { offerId, label, answer, words, ...(isThinking ? { until } : {}) }
    return ok([{ type: 'remedies.answered', payload }])
  })
}

/** What was declined had been given back to its budget; taken after all, it has to be there once more. */
async function whyNotBound(tx: Tx, offerId: string, label: string, answer: Answer['answer']) {
  const grant = await grantOf(tx, offerId)
  const isBoundAgain = grant?.isFree && answer !== 'rejected'
  return isBoundAgain && grant.budgetId
    ? whyNotFrom(tx, grant.budgetId, label, grant.amountYen ?? 0)
    : null
}

type Agreeing = Order & {
  readonly offerIds: readonly string[]
  readonly words: string
  readonly confirmedHow: 'repeated-aloud' | 'in-writing' | 'portal'
  readonly channel?: Channel | undefined
  readonly followThrough?: readonly FollowThrough[]
}

/** R2: the agreement is a record of its own: the words as repeated, and how they were confirmed. */
export function agree(
  ports: Ports,
  may: May<'remedies.agree'>,
  complaintId: string,
  order: Agreeing,
): Promise<Result<Changed>> {
  const { id, basedOn, offerIds, words, confirmedHow, followThrough = [] } = order
  return write(ports, may, { complaintId, id, basedOn }, ({ record, at }) => {
    const no = whyNotAgreed(record, offerIds) ?? whyNotToCome(followThrough, at)
    if (no) return no
    const chosen = record.offers.filter(({ offerId }) => offerIds.includes(offerId))
    const labels = chosen.map(({ label, amountYen }) =>
      amountYen === null ? label : `${label}（${amountYen.toLocaleString('ja')}円）`,
    )
    const agreed = { agreementId: id, offerIds: chosen.map(({ offerId }) => offerId), labels }
    const how = { words, confirmedHow, channel: order.channel ?? record.channel }
    const then = followThrough.length > 0 ? { followThrough: [...followThrough] } : {}
    return ok([{ type: 'remedies.agreed', payload: { ...agreed, ...how, ...then } }])
  })
}

/** What we do next is promised for a moment that is still to come. */
function whyNotToCome(several: readonly FollowThrough[], now: string): No | null {
  const past = several.find(({ on, at = '23:59' }) => {
    const end = toInstant(Temporal.PlainDate.from(on), at)
    return Temporal.Instant.compare(end, now) <= 0
  })
  return past ? refuse('invalid', 'remedies.follow-through-past', { words: past.words }) : null
}

export function withdrawAgreement(
  ports: Ports,
  may: May<'remedies.agree'>,
  complaintId: string,
  { reason, ...order }: Order & { reason: string },
): Promise<Result<Changed>> {
  return write(ports, may, { complaintId, ...order }, ({ record }) => {
    if (!record.agreement) return refuse('missing', 'remedies.agreement-missing', {})
    if (record.closing) return refuse('blocked', 'remedies.complaint-closed', {})
    const payload = { agreementId: record.agreement.id, reason }
    return ok([{ type: 'remedies.agreement-withdrawn', payload }])
  })
}

async function write(
  ports: Ports,
  may: Scope,
  command: Command,
  decide: (
    situation: Situation,
  ) => Result<readonly ComplaintEvent[]> | Promise<Result<readonly ComplaintEvent[]>>,
): Promise<Result<Changed>> {
  const done = await change(ports, may, command, async (situation) => decide(situation))
  return done.ok ? ok({ head: done.value.head }) : done
}
