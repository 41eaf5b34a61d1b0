import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { SayableSentence } from '../contract.ts'
import { holds, type Place } from './holds.ts'
import { filledAsFar, isAllowed, type View } from './phrases.ts'
import { situationOf, type GuideContext, type Situation } from './situation.ts'
import { standingOf, type Standing } from './standing.ts'

/**
 * Every sentence of the playbook that this record allows to be said, for whoever looks for words: of the plays that are
 * called up first. What the record does not say stays open, as {{name}}.
 */
export function sentencesFor(record: CaseRecord, context: GuideContext): SayableSentence[] {
  const situation = situationOf(record, context)
  const standings = context.playbook.plays.map((play, order) => standingOf(play, order, situation))
  const byFit = standings.toSorted(
    (a, b) => Number(b.isOpen) - Number(a.isOpen) || b.lastHeard - a.lastHeard || a.order - b.order,
  )
  const all = byFit.flatMap((standing) => sentencesOf(standing, situation))
  return [...new Map(all.toReversed().map((each) => [each.text, each])).values()].toReversed()
}

function sentencesOf(standing: Standing, situation: Situation): SayableSentence[] {
  const { play, view, lastHeard } = standing
  return play.moves.flatMap((move) => {
    const heard = { heard: lastHeard, memory: view.memory, since: lastHeard }
    const place: Place = { play: play.play, move: move.id, ...heard }
    const seen: View = { situation, place, play: view }
    return move.say
      .filter(({ when }) => when === undefined || holds(when, situation, place))
      .map(({ text: template }) => ({ template, text: filledAsFar(template, seen) }))
      .filter(({ template, text }) => isAllowed(template, text, situation))
      .map(({ text }) => ({ play: play.play, title: play.title, goal: move.goal, text }))
  })
}
