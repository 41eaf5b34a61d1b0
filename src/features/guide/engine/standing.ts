import { stages, type Move } from '../contract.ts'
import { wordsOfCue } from './clauses.ts'
import { holds, timesHeard, type Place } from './holds.ts'
import { filled, phrasesOf, type View } from './phrases.ts'
import { placeOf } from './precedence.ts'
import { shortened } from './quotes.ts'
import { tiers, type Play, type PlayMove, type Tier } from './schema.ts'
import type { Situation } from './situation.ts'
import type { PlayInView } from './values.ts'

/** A play as it stands in this record: how it was called up, and which of its moves are still to be made. */
export type Standing = {
  readonly play: Play
  readonly order: number
  readonly view: PlayInView
  readonly lastHeard: number
  readonly isOpen: boolean
  readonly open: readonly OpenMove[]
  readonly done: readonly PlayMove[]
}

export type OpenMove = {
  readonly standing: Pick<Standing, 'play' | 'view' | 'order' | 'lastHeard'>
  readonly move: PlayMove
  readonly view: View
  readonly tier: Tier
}

export function standingOf(play: Play, order: number, situation: Situation): Standing {
  const memory = play.memory === 'talk' ? situation.talkStart : 0
  const view = { cues: play.cues, memory, count: timesHeard(situation, play.cues, memory) }
  const moment = play.opens?.calmed === undefined ? 0 : situation.calmed
  const lastHeard = Math.max(moment, ...heardAt(play, situation, memory))
  const standing = { play, order, view, lastHeard }
  const isOpen = opens(standing, situation)
  if (!isOpen) return { ...standing, isOpen, open: [], done: [] }
  const placed = play.moves.map((move) => open(standing, move, situation))
  return {
    ...standing,
    isOpen,
    open: placed.filter((each) => isRight(each) && !isDone(each)),
    done: placed.filter(isDone).map(({ move }) => move),
  }
}

type Bare = OpenMove['standing']

function heardAt({ cues }: Play, situation: Situation, memory: number): number[] {
  return cues
    .flatMap((code) => situation.cues.get(code) ?? [])
    .map(({ sequence }) => sequence)
    .filter((sequence) => sequence > memory)
}

/** A play for the talk rests when the talk is over; only the main path goes on after the closing. */
function opens({ play, view, lastHeard }: Bare, situation: Situation): boolean {
  const place = {
    play: play.play,
    move: '',
    heard: lastHeard,
    memory: view.memory,
    since: lastHeard,
  }
  const isLive = situation.talk === 'live' || situation.talk === 'held'
  if (play.tier !== 'main' && !isLive) {
    if (situation.record.closing !== null) return false
    if (situation.talk === 'over' && play.memory === 'talk') return false
  }
  const isCalledUp =
    play.opens === undefined
      ? play.cues.length === 0 || lastHeard > 0
      : holds(play.opens, situation, place)
  return isCalledUp && !(play.ends !== undefined && holds(play.ends, situation, place))
}

function open(standing: Bare, move: PlayMove, situation: Situation): OpenMove {
  const { play, view, lastHeard } = standing
  const place: Place = {
    play: play.play,
    move: move.id,
    heard: lastHeard,
    memory: view.memory,
    since: sinceOf(play, move, lastHeard, situation),
  }
  return {
    standing,
    move,
    view: { situation, place, play: view },
    tier: move.urgency ?? play.tier,
  }
}

function sinceOf(
  play: Play,
  move: PlayMove,
  lastHeard: number,
  { talkStart, lastWords }: Situation,
): number {
  const per = move.per ?? (play.tier === 'main' ? 'record' : 'cue')
  if (per === 'record') return 0
  if (per === 'talk') return talkStart
  // What the clock has brought up is done until the customer speaks again.
  const lastSpoken = play.tier === 'aside' ? lastWords : 0
  return Math.max(lastHeard, talkStart, lastSpoken)
}

function isRight({ move, view }: OpenMove): boolean {
  return move.when === undefined || holds(move.when, view.situation, view.place)
}

function isDone({ move, view: { situation, place } }: OpenMove): boolean {
  const isFinished = situation.record.doneMoves.some(
    (done) => done.play === place.play && done.move === place.move && done.sequence > place.since,
  )
  return isFinished || holds(move.done ?? { said: 'yes' }, situation, place)
}

/** Safety, then protection, then the play for what was said last, then the main path. */
export function inOrder(standings: readonly Standing[]): OpenMove[] {
  return standings
    .flatMap(({ open: moves }) => moves.filter(({ tier }) => tier !== 'aside'))
    .toSorted((a, b) => rank(a) - rank(b) || within(a, b) || a.standing.order - b.standing.order)
}

/** What waits to be taken up: the operator is told of it, and goes on reading. */
export function announced(standings: readonly Standing[]): OpenMove[] {
  return standings.flatMap(({ open: moves }) => moves.filter(({ tier }) => tier === 'aside'))
}

function rank(move: OpenMove): number {
  if (isDeskWork(move)) return tiers.indexOf('cue') - 0.5
  // Nobody waits on hold while it is unknown whether somebody is hurt. Saying one's name comes before asking.
  const isHold = move.tier === 'opening' && move.view.situation.talk === 'held'
  return isHold ? tiers.indexOf('safety') + 0.5 : tiers.indexOf(move.tier)
}

/** With nobody on the line, reading, acknowledging and writing up come before what there is to say. */
function isDeskWork({ tier, move, view }: OpenMove): boolean {
  const { talk } = view.situation
  const isForDesk = move.stage === 'receive' || move.stage === 'close'
  return tier === 'main' && isForDesk && (talk === 'none' || talk === 'over')
}

/**
 * The main path by its stages. Cues by what was said last, and what was said in one breath by the written order; where
 * people are in danger the written order comes before the time: a later word does not make an earlier wound less.
 */
function within(a: OpenMove, b: OpenMove): number {
  if (a.tier === 'main') return stages.indexOf(a.move.stage) - stages.indexOf(b.move.stage)
  const byTime = b.standing.lastHeard - a.standing.lastHeard
  if (a.tier === 'safety') return placeOf(a.view.play.cues) - placeOf(b.view.play.cues) || byTime
  return byTime || placeOf(heardLast(a)) - placeOf(heardLast(b))
}

/** The cues of the play that were heard in the latest sentence. */
function heardLast({ standing, view: { situation, play } }: OpenMove): string[] {
  return play.cues.filter((code) =>
    situation.cues.get(code)?.some(({ sequence }) => sequence === standing.lastHeard),
  )
}

/** What the screen needs of a move, filled with this case's values. */
export function shown({ standing, move, view, tier }: OpenMove, position: number): Move {
  const { play } = standing
  return {
    play: play.play,
    playTitle: play.title,
    id: move.id,
    stage: move.stage,
    goal: filled(move.goal, view, true) ?? move.goal.replace(/\{[^{}]*\}/g, '…'),
    say: phrasesOf(move.say, view),
    ask: phrasesOf(move.ask, view).map(({ text }) => text),
    write: move.write.map(({ into, label, required }) => ({ into, label, isRequired: required })),
    avoid: move.avoid,
    because: becauseOf(move, play, view)[0] ?? play.title,
    why: { heard: heardFor(view), record: becauseOf(move, play, view) },
    reasons: move.reasons,
    urgency: urgencyOf(tier, position),
    count: play.tier === 'main' || standing.view.count === 0 ? null : standing.view.count,
  }
}

/** The reasons whose values the record holds, the closest first; the last one of a play needs none. */
function becauseOf(move: PlayMove, play: Play, view: View): string[] {
  const told = [...move.because, ...play.because].map((template) => filled(template, view, true))
  return [...new Set(told.filter((text) => text !== undefined))]
}

const atMostWords = 5

/** The latest words that called up the play. */
function heardFor({ situation, play }: View): NonNullable<Move['why']>['heard'] {
  return play.cues
    .flatMap((code) => situation.cues.get(code) ?? [])
    .filter(({ sequence }) => sequence > play.memory)
    .toSorted((a, b) => a.sequence - b.sequence)
    .slice(-atMostWords)
    .flatMap((cue) => {
      const text = shortened(wordsOfCue(cue, situation.record))
      return text === undefined ? [] : [{ cue: cue.code, words: text }]
    })
}

function urgencyOf(tier: Tier, position: number): Move['urgency'] {
  if (tier === 'safety' || tier === 'protect') return tier
  return position === 0 ? 'now' : position === 1 ? 'next' : 'later'
}
