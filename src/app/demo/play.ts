import type { FixedClock } from '#kernel/clock.ts'
import { addBusinessDays, japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import type { Result } from '#kernel/result.ts'
import { toInstant, tokyo, tokyoDay } from '#kernel/tokyo.ts'
import type { Scope } from '#features/access/door.ts'
import * as commitments from '#features/commitments/contract.ts'
import * as complaints from '#features/complaints/contract.ts'
import * as escalation from '#features/escalation/contract.ts'
import * as intake from '#features/intake/contract.ts'
import * as remedies from '#features/remedies/contract.ts'
import type { Due, StaffKey, Step, Story, When } from '#test/cast.ts'
import type { Caller } from '../caller.ts'

export type Stage = {
  readonly call: Caller
  readonly clock: FixedClock
  readonly scopeOf: (key: StaffKey) => Scope
  readonly nextId: () => string
  readonly slug: string
  /** Lets timers and reactions up to the clock's present run. */
  readonly settle: () => Promise<void>
}

type Scene = {
  readonly complaintId: string
  readonly ids: Map<string, string>
  readonly rules: ReadonlyMap<string, string>
}
type Moment = { readonly at: Temporal.Instant; readonly play: () => Promise<unknown> }

/** Plays the stories side by side in the order of time, up to now. Whatever lies in the future has not happened. */
export async function playStories(
  stage: Stage,
  stories: readonly Story[],
  now: Temporal.Instant,
): Promise<Map<string, string>> {
  const rules = await ruleIds(stage)
  const complaintIds = new Map(stories.map((story) => [story.key, stage.nextId()]))
  const moments = stories
    .flatMap((story) => momentsOf(stage, story, now, rules, complaintIds.get(story.key) ?? ''))
    .filter(({ at }) => Temporal.Instant.compare(at, now) <= 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  for (const { at, play } of moments) {
    moveTo(stage.clock, at)
    await stage.settle()
    await play()
  }
  moveTo(stage.clock, now)
  await stage.settle()
  return complaintIds
}

function momentsOf(
  stage: Stage,
  story: Story,
  now: Temporal.Instant,
  rules: ReadonlyMap<string, string>,
  complaintId: string,
): Moment[] {
  const scene: Scene = { complaintId, ids: new Map(), rules }
  const start = startOf(story, now)
  const day = tokyoDay(start)
  const when = (at: When) =>
    typeof at === 'number'
      ? start.add({ minutes: at })
      : toInstant(addBusinessDays(japaneseOfficeCalendar, day, at[0]), at[1])
  return [
    { at: start, play: () => begin(stage, story, scene, start) },
    ...story.steps.map((step) => {
      const at = when(step.at)
      return { at, play: () => play(stage, scene, step, at) }
    }),
  ]
}

function startOf({ began }: Story, now: Temporal.Instant): Temporal.Instant {
  if ('minutesAgo' in began) return now.subtract({ minutes: began.minutesAgo })
  const day = addBusinessDays(japaneseOfficeCalendar, tokyoDay(now), -began.daysAgo)
  return toInstant(day, began.time)
}

function detailsOf({ details, boughtDaysBefore }: Story, start: Temporal.Instant) {
  if (boughtDaysBefore === undefined) return details
  const purchasedOn = tokyoDay(start).subtract({ days: boughtDaysBefore }).toString()
  return { ...details, purchasedOn }
}

async function begin(stage: Stage, story: Story, scene: Scene, start: Temporal.Instant) {
  const { words, customer, channel, by } = story
  const details = detailsOf(story, start)
  if (!by) {
    const body = { id: scene.complaintId, words, customer, details }
    return must(stage.call(null, intake.submitWebForm, { params: { slug: stage.slug }, body }))
  }
  const body = {
    id: scene.complaintId,
    channel,
    words,
    customer,
    details,
    receivedAt: start.toString(),
  }
  return must(stage.call(stage.scopeOf(by), intake.receiveComplaint, { body }))
}

async function play(stage: Stage, scene: Scene, step: Step, at: Temporal.Instant) {
  const who = stage.scopeOf(step.by)
  const id = stage.nextId()
  const params = { complaintId: scene.complaintId }
  const named = (key: string) => scene.ids.get(key) ?? ''
  if ('key' in step && !scene.ids.has(step.key)) scene.ids.set(step.key, id)
  const { call } = stage
  switch (step.do) {
    case 'note':
      return must(call(who, complaints.addNote, { params, body: { ...step, id } }))
    case 'concern':
      return must(call(who, complaints.raiseConcern, { params, body: { ...step, id } }))
    case 'claim': {
      const body = { ...step, id, source: 'お客様のお話' }
      return must(call(who, complaints.claimFact, { params, body }))
    }
    case 'confirm': {
      const on = { ...params, factId: named(step.key) }
      return must(call(who, complaints.confirmFact, { params: on, body: { ...step, id } }))
    }
    case 'safety':
      return must(call(who, complaints.checkSafety, { params, body: { ...step, id } }))
    case 'describe':
      return must(call(who, complaints.describeComplaint, { params, body: { ...step, id } }))
    case 'demand':
      return must(call(who, complaints.makeDemand, { params, body: { ...step, id } }))
    case 'decline': {
      const on = { ...params, demandId: named(step.key) }
      const body = { ...step, id, answer: 'declined' as const }
      return must(call(who, complaints.answerDemand, { params: on, body }))
    }
    case 'assess':
      return must(call(who, complaints.assessComplaint, { params, body: { ...step, id } }))
    case 'cause':
      return must(call(who, complaints.findCause, { params, body: { ...step, id } }))
    case 'assign': {
      const body = { id, memberId: memberIdOf(stage, step.to) }
      return must(call(who, complaints.assignComplaint, { params, body }))
    }
    case 'offer': {
      const amount = step.amountYen === undefined ? {} : { amountYen: step.amountYen }
      const body = { id, ruleId: scene.rules.get(step.rule) ?? '', ...amount }
      return must(call(who, remedies.offerRemedy, { params, body }))
    }
    case 'answer': {
      const on = { ...params, offerId: named(step.key) }
      return must(call(who, remedies.answerOffer, { params: on, body: { ...step, id } }))
    }
    case 'agree': {
      const offerIds = step.offers.map(named)
      const body = { id, offerIds, words: step.words, confirmedHow: 'repeated-aloud' as const }
      return must(call(who, remedies.agreeRemedies, { params, body }))
    }
    case 'promise': {
      const owner = step.owner ? { ownerId: memberIdOf(stage, step.owner) } : {}
      const body = { id, words: step.words, due: dueOf(step.due, at), ...owner }
      return must(call(who, commitments.makeCommitment, { params, body }))
    }
    case 'keep': {
      const commitmentId =
        step.key === 'first' ? await firstPromise(stage, who, params) : named(step.key)
      const on = { commitmentId }
      return must(
        call(who, commitments.keepCommitment, { params: on, body: { id, how: step.how } }),
      )
    }
    case 'renegotiate': {
      const on = { commitmentId: named(step.key) }
      const { reason, alternative, due } = step
      const body = { id, due: dueOf(due, at), reason, alternative, toldBy: who.viewer?.name ?? '' }
      return must(call(who, commitments.renegotiateCommitment, { params: on, body }))
    }
    case 'escalate':
      return must(call(who, escalation.askSupervisor, { params, body: { ...step, id } }))
    case 'see': {
      const on = { requestId: named(step.key) }
      return must(call(who, escalation.seeEscalation, { params: on, body: { id } }))
    }
    case 'accept': {
      const on = { requestId: named(step.key) }
      return must(call(who, escalation.acceptEscalation, { params: on, body: { id } }))
    }
    case 'call': {
      const body = { id, complaintId: scene.complaintId, continues: true }
      return must(call(who, intake.startCall, { body }))
    }
    case 'hang-up': {
      const on = { callId: named(step.key) }
      return must(call(who, intake.endCall, { params: on, body: { id, how: step.how } }))
    }
    case 'close':
      return must(call(who, complaints.closeComplaint, { params, body: { ...step, id } }))
    case 'reopen':
      return must(call(who, complaints.reopenComplaint, { params, body: { ...step, id } }))
  }
}

/** The one the house made by itself when it acknowledged the web form. */
async function firstPromise(stage: Stage, who: Scope, params: { complaintId: string }) {
  const { commitments: all } = await must(
    stage.call(who, commitments.listComplaintCommitments, { params }),
  )
  return all.toSorted((a, b) => a.madeAt.localeCompare(b.madeAt))[0]?.id ?? ''
}

function dueOf(due: Due, at: Temporal.Instant) {
  if ('minutes' in due) {
    const moment = at.add(due).toZonedDateTimeISO(tokyo)
    return { on: moment.toPlainDate().toString(), at: moment.toPlainTime().toString().slice(0, 5) }
  }
  const on = addBusinessDays(japaneseOfficeCalendar, tokyoDay(at), due[0])
  return { on: on.toString(), at: due[1] }
}

function memberIdOf(stage: Stage, key: StaffKey): string {
  return stage.scopeOf(key).viewer?.memberId ?? ''
}

async function ruleIds(stage: Stage): Promise<Map<string, string>> {
  const { rules } = await must(stage.call(stage.scopeOf('fujii'), remedies.listRemedyRules))
  return new Map(rules.map(({ code, id }) => [code, id]))
}

/** A story that the rules refuse is a mistake of whoever wrote it. */
async function must<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result
  if (settled.ok) return settled.value
  const { code, data } = settled.refusal
  throw new Error(`the story is refused: ${code} ${JSON.stringify(data)}`)
}

function moveTo(clock: FixedClock, at: Temporal.Instant) {
  clock.advance(clock.now().until(at))
}
