import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { stages, type Guidance } from '../contract.ts'
import { unknownsOf } from './unknowns.ts'
import { situationOf, type GuideContext, type Situation } from './situation.ts'
import { nextTick } from './clock.ts'
import { announced, inOrder, shown, standingOf, type OpenMove, type Standing } from './standing.ts'
import { timesHeard } from './holds.ts'

export type { GuideContext } from './situation.ts'

const onScreen = 7

/** The moves that are right now. The same record and context always give the same guidance. */
export function guide(record: CaseRecord, context: GuideContext): Guidance {
  const situation = situationOf(record, context)
  const standings = context.playbook.plays.map((play, order) => standingOf(play, order, situation))
  const [current = null, ...following] = agenda(inOrder(standings)).map(shown)
  const [aside] = announced(standings)
  return {
    complaintId: context.complaintId,
    head: record.head,
    playbook: { language: context.playbook.language, version: context.playbook.version },
    current,
    following,
    announced: aside === undefined ? null : shown(aside, 1),
    again: nextTick(situation.record, context.playbook, context.now),
    noticed: [...situation.noticed],
    stages: stagesOf(standings, current?.stage),
    unknowns: unknownsOf(situation),
    apology: situation.apology,
    plays: playsOf(standings, situation),
  }
}

/**
 * The current move; where it leads; the head of every other play; then whatever else is open. So that the next step
 * of what is being done stays beside it, and no play is hidden behind a long one.
 */
function agenda(moves: readonly OpenMove[]): OpenMove[] {
  const [current] = moves
  if (current === undefined) return []
  const sameplay = moves.filter(({ standing }) => standing.play === current.standing.play)
  const heads = moves.filter(
    (move) => moves.find(({ standing }) => standing.play === move.standing.play) === move,
  )
  const leads = moves.filter((move) => isNamed(current, move))
  return [
    ...new Set([current, ...leads, ...sameplay.slice(1, 2), ...heads, ...sameplay, ...moves]),
  ].slice(0, onScreen)
}

function isNamed(current: OpenMove, { standing, move }: OpenMove): boolean {
  const { next } = current.move
  return (
    next === `${standing.play.play}/${move.id}` ||
    (standing.play === current.standing.play && next === move.id)
  )
}

function stagesOf(standings: readonly Standing[], currentStage: string | undefined) {
  const main = standings.filter(({ play }) => play.tier === 'main')
  return stages.map((stage) => {
    const isOpen = main.some(({ open }) => open.some(({ move }) => move.stage === stage))
    const isBegun = main.some(({ done }) => done.some((move) => move.stage === stage))
    return { stage, isDone: isBegun && !isOpen, isCurrent: stage === currentStage }
  })
}

/** Plays that were called up by what was heard, with how often. */
function playsOf(standings: readonly Standing[], situation: Situation): Guidance['plays'] {
  return standings
    .filter(({ isOpen, lastHeard }) => isOpen && lastHeard > 0)
    .toSorted((a, b) => b.lastHeard - a.lastHeard || a.order - b.order)
    .flatMap(({ play, view }) =>
      play.cues
        .map((cue) => ({ cue, count: timesHeard(situation, [cue], view.memory) }))
        .filter(({ count }) => count > 0)
        .map(({ cue, count }) => ({ play: play.play, title: play.title, cue, count })),
    )
}
