import { tokyoDay } from '#kernel/tokyo.ts'
import type { ConductGround, ConductLook, StoryConduct } from '#features/guide/stories/contract.ts'
import { judgingMessages } from '../judging/messages.ts'
import type { Suggestion } from '../judging/contract.ts'
import type { Occasion, Step } from '../ladder/contract.ts'
import { deciderOf, offersOf, timesTaken } from '../ladder/rules.ts'
import { standingIn } from '../standing/rules.ts'
import { hintsOf, quotablesOf, suggestionsOf } from '../suggesting/rules.ts'
import { wordsFor } from '../wording/rules.ts'

/** The pane of protection as stories tell it: by the same rules as at the desk, for somebody who does not decide. */
export const storyConduct: StoryConduct = {
  look(given) {
    const { record, entries, now } = given
    const { standards: thresholds } = given
    const quotables = quotablesOf(entries, new Map())
    const near = suggestionsOf({ record, entries, quotables, thresholds, now })
    const codes = (kind: Suggestion['kind']) =>
      near.flatMap((each) => (each.kind === kind ? [each.code] : []))
    return {
      near: near.filter(({ kind }) => kind === 'type').map(shown),
      manners: codes('manner'),
      contents: codes('content'),
      hints: hintsOf({ record, quotables }).map(({ because }) => because),
      ladder: ladderIn(given),
    }
  },
  take(step, given) {
    const { ladder, latest, offers } = climbed(given)
    const offer = offers.find((each) => each.step === step)
    if (offer?.waitsFor) return `「${step}」は、まだ行えません（${offer.waitsFor}を待っています）。`
    const [said = ''] = wordsFor(step, ladder, latest?.manner ?? null, 'ja')
    const me = { id: given.handler.id, name: given.handler.name, mayDecide: false }
    const { id: byId, name: byName } = me
    return {
      stepId: given.stepId,
      occasion: ladder.occasion,
      step,
      count: timesTaken(ladder, step) + 1,
      manner: latest?.manner ?? null,
      quoted: latest?.words ?? '',
      said,
      emergency: null,
      police: step === 'police' ? '110' : null,
      byId,
      byName,
      ...deciderOf(step, ladder, me),
    }
  },
}

function shown({ code: type, because, strength, words, amount, most }: Suggestion) {
  const { standard, measures } = judgingMessages.ja.words
  const isMeasured = amount !== null && most !== null
  const sentence = isMeasured ? standard({ what: measures[because], amount, most }) : null
  return { type, because, strength, words, standard: sentence }
}

function occasionIn({ place, now }: ConductGround): Occasion {
  const { kind, callId } = place
  if (kind === 'call' && callId) return { kind, key: callId }
  return { kind, key: tokyoDay(Temporal.Instant.from(now)).toString() }
}

function climbed(given: ConductGround) {
  const { standards: thresholds } = given
  const here = standingIn(given, occasionIn(given), thresholds)
  const { requestsBeforeFinal } = thresholds
  const ground = { requestsBeforeFinal, mayDecide: false, emergency: here.emergency }
  return { ...here, offers: offersOf(here.ladder, ground) }
}

function ladderIn(given: ConductGround): ConductLook['ladder'] {
  const { ladder, heard, latest, emergency, offers } = climbed(given)
  const say = (step: Step) => wordsFor(step, ladder, latest?.manner ?? null, 'ja')
  return {
    heard: heard.map(({ manner }) => manner),
    next: offers.find(({ isNext }) => isNext)?.step ?? 'request',
    requests: timesTaken(ladder, 'request'),
    emergency,
    offers: offers.map(({ step, waitsFor }) => ({ step, waitsFor, say: say(step) })),
  }
}
