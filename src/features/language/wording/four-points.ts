import { apologiesIn } from './apologies.ts'
import type { Writing } from '../contract.ts'
import { type Draft, draftOf, oncePerDraft } from './draft.ts'
import { type points, pointWeightsOf } from './weighed.ts'

/** The four points of a letter of apology (原因・影響・対応・再発防止), and the sentences that carry them. */
export type Point = (typeof points)[number]

export type Part = {
  readonly start: number
  readonly end: number
  /** Every point that it tells something of. */
  readonly carries: readonly Point[]
  /** The point that it tells most of. */
  readonly tells: Point | null
}

/**
 * What a sentence must weigh to carry a point. Below nothing: who is told that a point is missing although it stands
 * there trusts no other word of ours.
 */
const enough: Readonly<Record<Point, number>> = {
  cause: 0,
  impact: -0.3,
  response: -0.2,
  prevention: -0.15,
}
/** A sentence that tells of nothing is a greeting, a wish, a question. */
const anything = -0.3

/** After what was done for this customer, what is done from now on is said in a trade's own verbs. */
const enoughAfterwards = -0.75
const isDone = /(?:した|ます|です|おる|いる)。?\s*$/u
/** Said to the customer, or put off: nothing that is done from now on. */
const isForLater = /検討|お知らせ|ご連絡|お願い|存じ|詫び|申し?訳|拝|ください|ご自愛|参り|負担/u

/** What it meant for the customer, said inside the apology. */
const cost =
  /[おご][^、。]{1,12}(?:なれ|いただけ|でき)(?:ず|な|ませ)|(?:使え|読め|読みづら|着られ|乗れ|食べられ|眠れ|見られ|聞け|きら)(?:な|ず|ませ|く)|思いを(?:お|さ|な)|お?手間|ご心配を|多くお支払い|(?:延ばし|お待ち|お越し|並び直し|お支払い)て?いただ/u

export const pointsOf = oncePerDraft((draft: Draft): Part[] => {
  const apologies = apologiesIn(draft)
  let isAnswered = false
  return pointWeightsOf(draft).map(({ start, end, weights }) => {
    const isApology = apologies.some((each) => each.start >= start && each.start < end)
    const words = draft.text.slice(start, end)
    const isEnough = { ...enough }
    if (isAnswered && !isApology && isDone.test(words) && !isForLater.test(words))
      isEnough.prevention = enoughAfterwards
    if (cost.test(words)) isEnough.impact = enoughAfterwards
    const all = (Object.keys(enough) as Point[]).map((point) => ({ point, weight: weights[point] }))
    // An apology names what went wrong; that is not yet why.
    const told = all.filter(({ point, weight }) => !isApology || point !== 'cause' || weight > 0.2)
    const most = told.reduce((a, b) => (b.weight > a.weight ? b : a))
    const carries = told
      .filter(({ point, weight }) => weight > isEnough[point])
      .map(({ point }) => point)
    isAnswered ||= carries.includes('response')
    return { start, end, carries, tells: most.weight > anything ? most.point : null }
  })
})

/** The sentences of a text that carry a point, in offsets of what was typed. */
export function pointsIn(writing: Writing): Pick<Part, 'start' | 'end' | 'carries'>[] {
  const draft = draftOf(writing, {})
  return pointsOf(draft)
    .filter(({ carries }) => carries.length > 0)
    .map(({ start, end, carries }) => ({ ...draft.typed(start, end), carries }))
}

/** Does this text owe the four points? Mail and letters that apologise. */
export function owesFourPoints(draft: Draft): boolean {
  return (draft.kind === 'mail' || draft.kind === 'letter') && apologiesIn(draft).length > 0
}
