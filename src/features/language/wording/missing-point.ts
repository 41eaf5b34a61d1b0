import type { WordingRule } from '../contract.ts'
import { apologiesIn } from './apologies.ts'
import { owesFourPoints, type Point, pointsOf } from './four-points.ts'
import type { Rule } from './rule.ts'

type Missing = {
  readonly code: Extract<WordingRule, `missing-${string}`>
  readonly point: Point
  readonly why: string
  /** What to write, as words for a list. */
  readonly wanted: string
}

/** One of the four points is absent. Marked at the first apology, where the writer looks. */
export function missingPoint({ code, point, why, wanted }: Missing): Rule {
  return {
    code,
    find: (draft) => {
      if (!owesFourPoints(draft)) return []
      if (pointsOf(draft).some(({ carries }) => carries.includes(point))) return []
      const [first] = apologiesIn(draft)
      return first
        ? [
            {
              start: first.start,
              end: first.end,
              severity: 'warning',
              message: `${wanted}が書かれていません。${why}一文添えてください。`,
            },
          ]
        : []
    },
  }
}
