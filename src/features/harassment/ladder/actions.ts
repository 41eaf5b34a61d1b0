import type { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { withinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { Viewer } from '#features/access/contract.ts'
import { type May, rest, rise, type Scope } from '#features/access/door.ts'
import { change, entriesOf, type Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { callById } from '#features/intake/door.ts'
import { availabilityMoved } from '#features/webhooks/door.ts'
import type { answerDecision, askDecision, Occasion, takeStep } from './contract.ts'
import { mayDecide, occasionOf, standingOf, type Place, type Standing } from './queries.ts'
import { deciderOf, timesTaken, whyNotAsked, whyNotTaken } from './rules.ts'
import { endReliefs, insertAsk, insertRelief, settleAsk, settleAsks } from './store.ts'
import { standardsNow } from '../standards/queries.ts'

type Body<E extends { body?: z.ZodType }> = z.output<NonNullable<E['body']>>
type Acting = {
  readonly situation: Situation
  readonly me: Viewer
  readonly occasion: Occasion
  readonly standing: Standing
}

/** What was said is written down with the step. Whoever ended a talk is off the phone from then on. */
export function take(
  ports: Ports,
  may: May<'harassment.take-step'>,
  complaintId: string,
  body: Body<typeof takeStep>,
) {
  return onOccasion(ports, may, complaintId, body, async (acting) => {
    const { situation, me, occasion, standing } = acting
    const { step, said, emergency, police } = body
    const ground = { ...standing.ground, emergency: emergency ?? standing.ground.emergency }
    const allowed = whyNotTaken(step, standing.ladder, ground)
    if (!allowed.ok) return allowed
    if (said === '' && step !== 'police') return refuse('invalid', 'harassment.said-missing', {})
    if (step === 'police' && !police) return refuse('invalid', 'harassment.police-which', {})
    const acts = { id: me.memberId, name: me.name, mayDecide: ground.mayDecide }
    const decider = deciderOf(step, standing.ladder, acts)
    if (step === 'end' || (step === 'police' && emergency))
      await relieve(ports, may, complaintId, acting)
    const manner = standing.latest?.manner ?? null
    const quoted = standing.latest?.words ?? ''
    const count = timesTaken(standing.ladder, step) + 1
    const what = { stepId: body.id, occasion, step, count, manner, quoted, said }
    const by = { byId: me.memberId, byName: me.name, ...decider }
    const payload = { ...what, emergency, police, ...by }
    await settleOver(situation, complaintId, occasion, step)
    return ok([{ type: 'harassment.step-taken', payload }])
  })
}

async function settleOver(
  { tx, at }: Situation,
  complaintId: string,
  occasion: Occasion,
  step: string,
): Promise<void> {
  if (step === 'end' || step === 'police') await settleAsks(tx, complaintId, occasion, at)
}

/** Whoever has the call, or whoever stood there. */
async function relieve(
  ports: Ports,
  may: Scope,
  complaintId: string,
  { situation: { tx, at }, me, occasion, standing }: Acting,
): Promise<void> {
  const call = occasion.kind === 'call' ? await callById(tx, occasion.key) : undefined
  const { reliefMinutes } = standing.standards.thresholds
  const untilAt = Temporal.Instant.from(at).add({ minutes: reliefMinutes }).toString()
  const memberId = call?.handlerId ?? me.memberId
  const relief = { id: ports.ids.next(), complaintId, memberId, startedAt: at, untilAt }
  await insertRelief(tx, may, relief)
  await rest(tx, may, memberId, { now: at, untilAt })
  await availabilityMoved(tx, may, memberId, untilAt)
}

export function askFor(
  ports: Ports,
  may: May<'harassment.take-step'>,
  complaintId: string,
  body: Body<typeof askDecision>,
) {
  return onOccasion(
    ports,
    may,
    complaintId,
    body,
    async ({ situation, me, occasion, standing }) => {
      const allowed = whyNotAsked(standing.ladder)
      if (!allowed.ok) return allowed
      const { id: askId, upTo } = body
      const asked = { askId, occasion, upTo, byId: me.memberId, byName: me.name }
      const row = { id: askId, complaintId, occasion, upTo, byId: me.memberId }
      await insertAsk(situation.tx, may, { ...row, askedAt: situation.at })
      return ok([{ type: 'harassment.decision-asked', payload: asked }])
    },
  )
}

type Answering = { readonly complaintId: string; readonly askId: string }

/** One who may, and not the one who asked. Whoever has the customer on the line sees it at once. */
export async function answerAsk(
  ports: Ports,
  may: May<'harassment.confirm'>,
  { complaintId, askId }: Answering,
  { id, basedOn, upTo, words }: Body<typeof answerDecision>,
): Promise<Result<{ head: number }>> {
  const me = may.viewer
  if (!me) return refuse('invalid', 'harassment.nobody-acts', {})
  const done = await change(ports, may, { complaintId, id, basedOn }, async ({ tx, names, at }) => {
    const entries = await entriesOf(tx, await names(), complaintId)
    const asked = entries.find(({ payload, type }) => isAsk(type, payload, askId))
    if (!asked?.payload) return refuse('missing', 'harassment.ask-missing', {})
    if (entries.some(({ payload, type }) => isAnswer(type, payload, askId)))
      return refuse('conflict', 'harassment.ask-answered', {})
    if (asked.payload['byId'] === me.memberId) return refuse('forbidden', 'harassment.own-ask', {})
    if (!mayDecide(may, await standardsNow(tx, at)))
      return refuse('forbidden', 'harassment.not-decider', {})
    if (upTo === null && words === '') return refuse('invalid', 'harassment.say-instead', {})
    await settleAsk(tx, askId, at)
    const payload = { askId, upTo, words, byId: me.memberId, byName: me.name }
    return ok([{ type: 'harassment.decision-answered', payload }])
  })
  return done.ok ? ok({ head: done.value.head }) : done
}

function isAsk(type: string, payload: Record<string, unknown> | null, askId: string): boolean {
  return type === 'harassment.decision-asked' && payload?.['askId'] === askId
}

function isAnswer(type: string, payload: Record<string, unknown> | null, askId: string): boolean {
  return type === 'harassment.decision-answered' && payload?.['askId'] === askId
}

/** Of one's own accord: a rest is offered, not ordered. */
export async function endReliefOf(
  ports: Ports,
  may: May<'harassment.take-step'>,
): Promise<Result<{ until: string | null }>> {
  const me = may.viewer
  if (!me) return refuse('invalid', 'harassment.nobody-acts', {})
  const at = ports.clock.now().toString()
  await withinWall(ports.db, may.organisationId, async (tx) => {
    await endReliefs(tx, me.memberId, at)
    await rise(tx, me.memberId)
  })
  return ok({ until: null })
}

type Command = Place & { readonly id: string; readonly basedOn?: number | undefined }

async function onOccasion(
  ports: Ports,
  may: May<'harassment.take-step'>,
  complaintId: string,
  { id, basedOn, kind, callId }: Command,
  decide: (acting: Acting) => Promise<Result<readonly ComplaintEvent[]>>,
): Promise<Result<{ head: number }>> {
  const me = may.viewer
  if (!me) return refuse('invalid', 'harassment.nobody-acts', {})
  const done = await change(ports, may, { complaintId, id, basedOn }, async (situation) => {
    const { tx, record, names, at } = situation
    if (kind === 'call') {
      const call = callId === undefined ? undefined : await callById(tx, callId)
      if (call?.complaintId !== complaintId) return refuse('missing', 'harassment.call-missing', {})
    }
    const occasion = occasionOf({ kind, callId }, at)
    const entries = await entriesOf(tx, await names(), complaintId)
    const standing = await standingOf(tx, may, { record, entries }, occasion, at)
    return decide({ situation, me, occasion, standing })
  })
  return done.ok ? ok({ head: done.value.head }) : done
}
