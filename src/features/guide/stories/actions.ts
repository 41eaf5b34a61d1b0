import type { z } from 'zod'
import { advance, emptyRecord } from '#features/complaints/record/door.ts'
import type { CaseRecord, Recorded } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { Cue } from '#features/language/contract.ts'
import type { Guidance } from '../contract.ts'
import { guide, type GuideContext } from '../engine/guide.ts'
import type { Playbook } from '../engine/schema.ts'
import { ofConduct } from '../conduct/rules.ts'
import type {
  ConductGround,
  expectation,
  LetterGround,
  Step,
  Story,
  StoryConduct,
  StoryLetter,
  StoryLetters,
  StoryOutcome,
  ToldCues,
} from './contract.ts'
import { disappointments, eventOf, ofLetter, optionNamed, sentenceToSay, storyId } from './rules.ts'

/** A story as read from its file, with the line where each step stands. */
export type ToldStory = {
  readonly file: string
  readonly story: Story
  readonly lines: readonly number[]
}
export type Tools = {
  readonly playbook: Playbook
  /** Hears the cues of what a customer says, when the story does not name them. */
  readonly listen: (text: string) => readonly Cue[]
  readonly letters?: StoryLetters
  readonly conduct?: StoryConduct
}

type Run = {
  record: CaseRecord
  entries: TimelineEntry[]
  context: GuideContext
  clock: number
  sequence: number
  /** The letter that is being written, and its text by now. */
  letter: { readonly draft: StoryLetter; readonly text: string } | null
  clauseText: string
}
type Happening = { readonly type: string; readonly payload: unknown }

/** Plays the story against the playbook, step by step; `watch` is shown every screen, 0 is the first. */
export function runStory(
  told: ToldStory,
  tools: Tools,
  watch: (step: number, guidance: Guidance) => void = () => {},
): StoryOutcome {
  const { story, file, lines } = told
  const failures: StoryOutcome['failures'] = []
  const run = begin(story, tools)
  const look = (expected: z.output<typeof expectation> = {}, step: number) => {
    const screen = guide(run.record, run.context)
    watch(step, screen)
    const ofText = expected.letter ? ofLetter(expected.letter, lettersNow(run, story)) : []
    const ofPane = lookAtConduct(expected, run, story, tools)
    for (const what of [...disappointments(expected, screen), ...ofText, ...ofPane]) {
      failures.push({ line: lines[step] ?? 1, step, what })
    }
  }
  look(story.expect, 0)
  for (const [index, step] of story.steps.entries()) {
    const what = take(run, step, story, tools)
    if (what !== null) failures.push({ line: lines[index + 1] ?? 1, step: index + 1, what })
    look(step.expect, index + 1)
  }
  return { file, story: story.story, passed: failures.length === 0, failures }
}

function begin(story: Story, tools: Tools): Run {
  const { playbook } = tools
  const run: Run = {
    record: emptyRecord,
    entries: [],
    clock: Date.parse(story.now),
    sequence: 0,
    letter: null,
    clauseText: story.clauseText,
    context: {
      complaintId: storyId('complaint'),
      playbook,
      now: story.now,
      handlerName: story.handler,
      organisationName: story.organisation,
      options: story.options.map((label) => optionNamed(label, story.clause)),
      openPromisesElsewhere: story.promisesElsewhere,
    },
  }
  write(run, story, 'complaints.received', {
    channel: story.channel,
    words: story.words,
    receivedAt: new Date(run.clock).toISOString(),
    customer: story.customer,
    details: story.details,
    cues: cuesOf(story.words, story.cues, tools),
  })
  if (story.channel === 'phone') write(run, story, 'intake.call-started', {})
  return run
}

/** Lets one step happen; answers what kept it from happening. */
function take(run: Run, step: Step, story: Story, tools: Tools): string | null {
  if (step.now !== undefined) run.clock = Date.parse(step.now)
  run.clock += (step.waits ?? 0) * 1000
  if (step.options !== undefined) {
    const options = step.options.map((label) => optionNamed(label, story.clause))
    run.context = { ...run.context, options }
  }
  run.context = { ...run.context, now: new Date(run.clock).toISOString() }
  const trouble = writeLetter(run, step, story, tools)
  if (trouble !== null) return trouble
  const happening = happeningOf(step, run, tools, story)
  if (typeof happening === 'string') return happening
  return happening === null ? null : write(run, story, happening.type, happening.payload)
}

/** What the letter stands on now: the record, and one clause for every remedy. */
function groundOf({ record, context: { now }, clauseText }: Run, { clause }: Story): LetterGround {
  const ids = new Set(record.offers.map(({ ruleId }) => ruleId))
  const isActive = clauseText !== ''
  return { record, now, clauses: [...ids].map((id) => ({ id, clause, clauseText, isActive })) }
}

function writeLetter(run: Run, step: Step, story: Story, { letters }: Tools): string | null {
  if (step.clauseText !== undefined) run.clauseText = step.clauseText
  if (step.drafts !== undefined) {
    const draft = letters?.(step.drafts, groundOf(run, story)) ?? '文面の部屋がありません。'
    if (typeof draft === 'string') return draft
    run.letter = { draft, text: draft.text }
  }
  if (step.rewords === undefined) return null
  if (!run.letter?.text.includes(step.rewords)) return `文面に「${step.rewords}」がありません。`
  run.letter = { ...run.letter, text: run.letter.text.replace(step.rewords, step.into ?? '') }
  return null
}

function lettersNow(run: Run, story: Story) {
  const { letter } = run
  return letter && { text: letter.text, ...letter.draft.look(letter.text, groundOf(run, story)) }
}

const noConduct = 'カスハラ対応の部屋がありません。'

function lookAtConduct(
  { harassment: expected }: z.output<typeof expectation>,
  run: Run,
  story: Story,
  { conduct }: Tools,
): string[] {
  if (!expected) return []
  return conduct
    ? ofConduct(expected, conduct.look(conductNow(run, story)), run.record)
    : [noConduct]
}

function conductNow({ record, entries, context: { now }, sequence }: Run, story: Story) {
  const { handler: name, standards, channel } = story
  const callId = channel === 'phone' ? (record.call?.id ?? null) : null
  const kind = callId ? 'call' : channel === 'visit' ? 'visit' : 'counter'
  const handler = { id: storyId(name), name }
  const stepId = storyId(`step/${sequence}`)
  return {
    record,
    entries,
    now,
    standards,
    place: { kind, callId },
    handler,
    stepId,
  } satisfies ConductGround
}

function happeningOf(step: Step, run: Run, tools: Tools, story: Story): Happening | string | null {
  if (step.takes !== undefined) {
    const payload = tools.conduct?.take(step.takes, conductNow(run, story)) ?? noConduct
    return typeof payload === 'string' ? payload : { type: 'harassment.step-taken', payload }
  }
  const guidance = guide(run.record, run.context)
  const { current, announced } = guidance
  if (step.customer !== undefined)
    return noted('customer', step.customer, cuesOf(step.customer, step.cues, tools), story)
  if (step.operator !== undefined) return noted('operator', step.operator, [], story)
  if (step.dismisses !== undefined) {
    return { type: 'guide.cue-dismissed', payload: { cue: step.dismisses, reason: null } }
  }
  if (step.record !== undefined) return { type: step.record, payload: step.with ?? {} }
  if (step.says !== undefined) {
    const isAnnounced = !sentenceToSay(step.says, current) && sentenceToSay(step.says, announced)
    return used(step.says, isAnnounced ? announced : current)
  }
  if (step.finishes === undefined) return null
  const moves = [current, announced, ...guidance.following].filter((move) => move !== null)
  const move = moves.find(({ id }) => id === step.finishes || step.finishes === 'current')
  return move === undefined
    ? `「${step.finishes}」という一手は、いま出ていません。`
    : { type: 'guide.move-done', payload: { play: move.play, move: move.id } }
}

function noted(
  speaker: 'customer' | 'operator',
  text: string,
  cues: readonly Cue[],
  { transcribed, now }: Story,
): Happening {
  const heard = transcribed ? { utterance: { id: storyId(text), at: now } } : {}
  return { type: 'complaints.noted', payload: { speaker, text, cues, ...heard } }
}

function used(wanted: string, current: Guidance['current']): Happening | string {
  const phrase = sentenceToSay(wanted, current)
  if (current === null || phrase === undefined) {
    return `「${wanted}」と言える言葉が、いまの一手（${current?.id ?? 'なし'}）にありません。`
  }
  const payload = { play: current.play, move: current.id, phrase: phrase.index, text: phrase.text }
  return { type: 'guide.phrase-used', payload }
}

function cuesOf(said: string, told: ToldCues, { listen }: Tools): Cue[] {
  if (told === undefined) return [...listen(said)]
  const named = Array.isArray(told)
    ? told.map((code) => [code, said] as const)
    : Object.entries(told)
  return named.map(([code, words = said]) => {
    const start = Math.max(0, said.indexOf(words))
    return { code: code as Cue['code'], words, start, end: start + words.length }
  })
}

function write(run: Run, story: Story, type: string, payload: unknown): string | null {
  const event = eventOf(type, payload, story.handler)
  if (typeof event === 'string') return event
  run.sequence += 1
  run.clock += 20_000
  const at = new Date(run.clock).toISOString()
  const entry: Recorded = {
    ...event,
    sequence: run.sequence,
    at,
    by: 'customer',
    byName: story.handler,
  }
  run.record = advance(run.record, entry)
  run.entries.push(entered(entry, run))
  run.context = { ...run.context, now: at }
  return null
}

/** As it stands in the timeline: what is said on the telephone belongs to its call. */
function entered(entry: Recorded, { record: { call } }: Run): TimelineEntry {
  const isSaid = entry.type === 'complaints.noted' && call && !call.endedAt
  return {
    ...entry,
    id: storyId(`entry/${entry.sequence}`),
    complaintId: storyId('complaint'),
    payload: { ...entry.payload, ...(isSaid ? { callId: call.id } : {}) },
  }
}
