import type { FixedClock } from '#kernel/clock.ts'
import { addBusinessDays, japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import type { Scope } from '#features/access/door.ts'
import * as intake from '#features/intake/contract.ts'
import * as remedies from '#features/remedies/contract.ts'
import type { StaffKey, Step, Story, When } from '#test/cast.ts'
import type { Caller } from '../caller.ts'
import { act, must } from './steps.ts'

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
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
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

function play(stage: Stage, scene: Scene, step: Step, at: Temporal.Instant) {
  const id = stage.nextId()
  if ('key' in step && !scene.ids.has(step.key)) scene.ids.set(step.key, id)
  const on = { complaintId: scene.complaintId }
  const named = (key: string) => scene.ids.get(key) ?? ''
  return act({ ...stage, who: stage.scopeOf(step.by), rules: scene.rules, id, on, named, at }, step)
}

async function ruleIds(stage: Stage): Promise<Map<string, string>> {
  const { rules } = await must(stage.call(stage.scopeOf('fujii'), remedies.listRemedyRules))
  return new Map(rules.map(({ code, id }) => [code, id]))
}

function moveTo(clock: FixedClock, at: Temporal.Instant) {
  clock.advance(clock.now().until(at))
}
