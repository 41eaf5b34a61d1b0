import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import {
  calendarOf,
  inside,
  membersOf,
  toldAs,
  type May,
  type Scope,
} from '#features/access/door.ts'
import { endInside, keepInside, promiseInside } from '#features/commitments/door.ts'
import { change, commandFor, recordOf, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { NamedTerms, Plan, PlanSettings, Standing, Terms, Way } from './contract.ts'
import { customersOf, dayOf, plansOf, settingsOf, standingFor } from './queries.ts'
import { remindingMessages } from '../reminding/messages.ts'
import {
  answerBy,
  departures,
  hasDecided,
  reviewDue,
  whyNotDecided,
  whyNotProposed,
} from './rules.ts'
import { saveDeparture, savePlan, saveSettings, setReviewTimers } from './store.ts'

const reviewWords = {
  ja: remindingMessages.ja.words.review,
  en: remindingMessages.en.words.review,
}

type Planning = May<'harassment.plan'>
type Deciding = May<'harassment.decide-plans'>
type Order = { readonly id: string; readonly basedOn?: number | undefined }
type Done = Result<{ planId: string; complaintId: string; head: number }>
type Events = Result<readonly ComplaintEvent[]>

/** The command's id becomes the plan's: the same plan told twice is one. */
export async function propose(
  ports: Ports,
  may: Planning,
  complaintId: string,
  { id, basedOn, terms }: Order & { terms: Terms },
): Promise<Done> {
  const done = await change(ports, may, { complaintId, id, basedOn }, async ({ tx, at }) => {
    const named = await readTerms(tx, may, terms, at)
    if (!named.ok) return named
    const begun = { id, complaintId, state: 'proposed' as const, version: 0, terms: null }
    await savePlan(tx, may, begun, at)
    const payload = { planId: id, version: 1, terms: named.value, because: null }
    return ok([{ type: 'harassment.plan-proposed', payload }])
  })
  return done.ok ? ok({ planId: id, complaintId, head: done.value.head }) : done
}

/** With the names of today: who was the window stays readable when somebody has left. */
async function readTerms(
  tx: Tx,
  scope: Scope,
  terms: Terms,
  at: string,
): Promise<Result<NamedTerms>> {
  const refusal = whyNotProposed(terms, await settingsOf(tx), dayOf(at))
  if (refusal) return refusal
  const members = await membersOf(tx, scope.organisationId)
  const nameOf = (memberId: string | null) => members.find(({ id }) => id === memberId)?.name
  const windowName = nameOf(terms.windowId)
  const standInName = nameOf(terms.standInId) ?? null
  if (!windowName || (terms.standInId !== null && !standInName))
    return refuse('missing', 'access.member-missing', {})
  const windowToldAs = (await toldAs(tx, scope))(windowName)
  return ok({ ...terms, windowName, windowToldAs, standInName })
}

/** Other terms, or a later review. What was agreed holds on until a second person has agreed to these. */
export function proposeVersion(
  ports: Ports,
  may: Planning,
  planId: string,
  order: Order & { terms: Terms; because: string },
): Promise<Done> {
  return onPlan(ports, may, planId, order, async ({ tx, at }, plan) => {
    if (plan.state === 'lifted') return refuse('conflict', 'harassment.plan-lifted-already', {})
    if (waiting(plan)) return refuse('conflict', 'harassment.plan-waits', {})
    const named = await readTerms(tx, may, order.terms, at)
    if (!named.ok) return named
    const version = Math.max(...plan.versions.map((each) => each.version)) + 1
    if (plan.state === 'declined') await saveState(tx, may, plan, 'proposed', at)
    const payload = { planId, version, terms: named.value, because: order.because }
    return ok([{ type: 'harassment.plan-proposed', payload }])
  })
}

/** The second person: then it holds, and its review is set. */
export function agree(
  ports: Ports,
  may: Deciding,
  planId: string,
  order: Order & { version: number },
): Promise<Done> {
  return onPlan(ports, may, planId, order, async (situation, plan) => {
    const { tx, at } = situation
    const asked = await openVersion(tx, may, plan, order.version)
    if (!asked.ok) return asked
    const { version, terms, proposedByName } = asked.value
    const late = whyNotProposed(terms, await settingsOf(tx), dayOf(at))
    if (late) return late
    const agreed = { id: planId, complaintId: plan.complaintId, version, terms }
    await savePlan(tx, may, { ...agreed, state: 'in-force' }, at)
    await setReviewTimers(tx, may, agreed, terms.reviewOn)
    const payload = { planId, version, terms, proposedByName }
    const reviewed = await endReview(plan, (id) =>
      keepInside(situation, may, id, reviewWords[may.language].reviewed({ version })),
    )
    const promised = await promiseReview(situation, may, agreed)
    return ok([{ type: 'harassment.plan-agreed', payload }, ...reviewed, ...promised])
  })
}

type Agreed = { id: string; complaintId: string; version: number; terms: NamedTerms }

/** The letter names the day, so it is a promise: whoever agreed is reminded of it like of any other. */
async function promiseReview(
  situation: Situation,
  may: Deciding,
  { id: planId, complaintId, version, terms }: Agreed,
): Promise<ComplaintEvent[]> {
  const dueAt = reviewDue(terms.reviewOn, await calendarOf(situation.tx, may))
  const due = { dueAt, dueOn: terms.reviewOn, precision: 'day' as const }
  const words = reviewWords[may.language].promise
  const promised = { id: reviewPromise(planId, version), complaintId, words, ...due }
  const ours = { madeTo: 'us' as const, outlives: true as const }
  return promiseInside(situation, may, { ...promised, ...ours }, may.viewer?.memberId ?? null)
}

export const reviewPromise = (planId: string, version: number) =>
  commandFor(`${planId}/${String(version)}`, 'harassment.review-promise')

/** What was promised of the version that held until now. */
async function endReview(
  { id, versions }: Plan,
  end: (commitmentId: string) => Promise<ComplaintEvent[]>,
): Promise<ComplaintEvent[]> {
  const before = versions.find(({ outcome }) => outcome === 'agreed')
  return before ? end(reviewPromise(id, before.version)) : []
}

export function decline(
  ports: Ports,
  may: Deciding,
  planId: string,
  order: Order & { version: number; reason: string },
): Promise<Done> {
  return onPlan(ports, may, planId, order, async ({ tx, at }, plan) => {
    const asked = await openVersion(tx, may, plan, order.version)
    if (!asked.ok) return asked
    if (plan.state === 'proposed') await saveState(tx, may, plan, 'declined', at)
    const { version, reason } = order
    return ok([{ type: 'harassment.plan-declined', payload: { planId, version, reason } }])
  })
}

async function openVersion(tx: Tx, may: Deciding, plan: Plan, version: number) {
  const asked = waiting(plan)
  if (asked?.version !== version || plan.state === 'lifted')
    return refuse('conflict', 'harassment.plan-decided-already', {})
  const who = { memberId: may.viewer?.memberId ?? '', actor: may.actor }
  return whyNotDecided(asked, who, await settingsOf(tx)) ?? ok(asked)
}

function waiting({ versions }: Plan) {
  return versions.find(({ outcome }) => outcome === 'waiting')
}

/** The customer's own words: whoever hears them writes them down, also when the plan is over. */
export function noteAppeal(
  ports: Ports,
  may: Planning,
  planId: string,
  order: Order & { words: string; cameBy: Way; receivedOn: string },
): Promise<Done> {
  return onPlan(ports, may, planId, order, async ({ at }) => {
    const { id: appealId, words, cameBy, receivedOn } = order
    if (receivedOn > dayOf(at)) return refuse('invalid', 'harassment.appeal-in-future', {})
    const payload = { planId, appealId, words, cameBy, receivedOn }
    return ok([{ type: 'harassment.plan-appealed', payload }])
  })
}

/** By somebody who has decided nothing of this plan. */
export function answerAppeal(
  ports: Ports,
  may: Deciding,
  { planId, appealId }: { planId: string; appealId: string },
  order: Order & { outcome: 'kept' | 'lifted'; words: string },
): Promise<Done> {
  return onPlan(ports, may, planId, order, async (situation, plan) => {
    const asked = plan.appeals.find((each) => each.appealId === appealId)
    if (!asked) return refuse('missing', 'harassment.appeal-missing', {})
    if (asked.answer) return refuse('conflict', 'harassment.appeal-answered-already', {})
    if (hasDecided(plan, may.actor)) return refuse('forbidden', 'harassment.appeal-own', {})
    const { outcome, words } = order
    const payload = { planId, appealId, outcome, words }
    const answered: ComplaintEvent = { type: 'harassment.plan-appeal-answered', payload }
    if (outcome === 'kept' || plan.state === 'lifted') return ok([answered])
    return ok([answered, ...(await lifted(situation, may, plan, words))])
  })
}

/** One person is enough to lift what two have set. */
export function lift(
  ports: Ports,
  may: Deciding,
  planId: string,
  order: Order & { reason: string },
): Promise<Done> {
  return onPlan(ports, may, planId, order, async (situation, plan) => {
    if (plan.state === 'lifted') return refuse('conflict', 'harassment.plan-lifted-already', {})
    return ok(await lifted(situation, may, plan, order.reason))
  })
}

/** It holds no longer, and nobody is reminded of its review any more. */
async function lifted(
  situation: Situation,
  may: Deciding,
  plan: Plan,
  reason: string,
): Promise<ComplaintEvent[]> {
  await saveState(situation.tx, may, plan, 'lifted', situation.at)
  const over = await endReview(plan, (id) =>
    endInside(situation, may, id, reviewWords[may.language].lifted),
  )
  return [{ type: 'harassment.plan-lifted', payload: { planId: plan.id, reason } }, ...over]
}

async function saveState(
  tx: Tx,
  scope: Scope,
  { id, complaintId, versions }: Plan,
  state: 'proposed' | 'declined' | 'lifted',
  at: string,
): Promise<void> {
  const agreed = versions.find(({ outcome }) => outcome === 'agreed')
  const { version, terms } = agreed ?? { version: 0, terms: null }
  await savePlan(tx, scope, { id, complaintId, state, version, terms }, at)
}

/** Why somebody answers otherwise than a plan has it: recorded, and then it is theirs to do. */
export function depart(
  ports: Ports,
  may: Planning,
  complaintId: string,
  order: Order & { way: Way; reason: string },
): Promise<Done> {
  return onHolding(ports, may, complaintId, order, async ({ tx, at }, { planId, terms }) => {
    const memberId = may.viewer?.memberId ?? ''
    const { id, way, reason } = order
    await saveDeparture(tx, may, { id, complaintId, memberId, way, at })
    const from = departures(terms, { way, memberId, at })
    return ok([{ type: 'harassment.plan-departed', payload: { planId, way, from, reason } }])
  })
}

/** For the window: the words are kept, and the customer is promised an answer from them. */
export function takeMessage(
  ports: Ports,
  may: Planning,
  complaintId: string,
  order: Order & { words: string },
): Promise<Done> {
  return onHolding(ports, may, complaintId, order, async (situation, { planId, terms, nextAt }) => {
    const { windowId, windowName: forName } = terms
    const calendar = await calendarOf(situation.tx, may)
    const dueAt = answerBy(Temporal.Instant.from(nextAt), calendar)
    const dueOn = dayOf(dueAt)
    const promised = { id: order.id, complaintId, madeTo: 'customer' as const, words: order.words }
    const due = { dueAt, dueOn, precision: 'day' as const }
    const made = await promiseInside(situation, may, { ...promised, ...due }, windowId)
    const payload = { planId, words: order.words, forName, nextAt }
    return ok([{ type: 'harassment.message-taken', payload }, ...made])
  })
}

async function onHolding(
  ports: Ports,
  may: Planning,
  complaintId: string,
  { id, basedOn }: Order,
  decide: (situation: Situation, standing: Standing) => Promise<Events>,
): Promise<Done> {
  const found = await inside(ports.db, may, (tx) => standingHere(ports, tx, may, complaintId))
  const [standing] = found.filter(({ restricts }) => restricts)
  const holds = standing ?? found[0]
  if (!holds) return refuse('conflict', 'harassment.no-plan', {})
  const command = { complaintId, id, basedOn }
  const done = await change(ports, may, command, (situation) => decide(situation, holds))
  return done.ok ? ok({ planId: holds.planId, complaintId, head: done.value.head }) : done
}

export async function standingHere(ports: Ports, tx: Tx, scope: Scope, complaintId: string) {
  const record = await recordOf(tx, scope, complaintId)
  const customerIds = await customersOf(tx, complaintId)
  const now = ports.clock.now().toString()
  return standingFor(tx, scope, { complaintId, record: record ?? null, customerIds }, now)
}

/** The complaint that the plan was made from is locked; its decisions are read again under the lock. */
async function onPlan(
  ports: Ports,
  may: Scope,
  planId: string,
  { id, basedOn }: Order,
  decide: (situation: Situation, plan: Plan) => Promise<Events>,
): Promise<Done> {
  const read = async (tx: Tx) =>
    (await plansOf(tx, may, ports.clock.now().toString(), { planId }))[0]
  const before = await inside(ports.db, may, read)
  if (!before) return refuse('missing', 'harassment.plan-missing', {})
  const { complaintId } = before
  const done = await change(ports, may, { complaintId, id, basedOn }, async (situation) => {
    const plan = await read(situation.tx)
    return plan ? decide(situation, plan) : refuse('missing', 'harassment.plan-missing', {})
  })
  return done.ok ? ok({ planId, complaintId, head: done.value.head }) : done
}

export function changeSettings(
  ports: Ports,
  may: May<'harassment.set-up-plans'>,
  settings: PlanSettings,
): Promise<Result<PlanSettings>> {
  return inside(ports.db, may, async (tx) => {
    if (settings.usualDays > settings.longestDays)
      return refuse('invalid', 'harassment.usual-too-long', { longest: settings.longestDays })
    const members = await membersOf(tx, may.organisationId)
    const leading = members.filter(({ roles }) =>
      roles.some((role) => role === 'supervisor' || role === 'admin'),
    )
    if (settings.deciderIds.some((id) => !leading.some((member) => member.id === id)))
      return refuse('invalid', 'harassment.decider-unknown', {})
    if (settings.deciderIds.length === 1) return refuse('invalid', 'harassment.one-decider', {})
    await saveSettings(tx, may, settings, ports.clock.now().toString())
    return ok(settings)
  })
}
