import { apologiesIn } from './apologies.ts'
import { type Draft, oncePerDraft } from './draft.ts'
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

export const pointsOf = oncePerDraft((draft: Draft): Part[] => {
  const apologies = apologiesIn(draft)
  return pointWeightsOf(draft).map(({ start, end, weights }) => {
    const isApology = apologies.some((each) => each.start >= start && each.start < end)
    const all = (Object.keys(enough) as Point[]).map((point) => ({ point, weight: weights[point] }))
    // An apology names what went wrong; that is not yet why.
    const told = all.filter(({ point, weight }) => !isApology || point !== 'cause' || weight > 0.2)
    const most = told.reduce((a, b) => (b.weight > a.weight ? b : a))
    return {
      start,
      end,
      carries: told.filter(({ point, weight }) => weight > enough[point]).map(({ point }) => point),
      tells: most.weight > anything ? most.point : null,
    }
  })
})

/** Does this text owe the four points? Mail and letters that apologise. */
export function owesFourPoints(draft: Draft): boolean {
  return (draft.kind === 'mail' || draft.kind === 'letter') && apologiesIn(draft).length > 0
}
