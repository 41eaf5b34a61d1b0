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

const whole =
  '11月20日にお送りした品に傷がございましたこと、お詫び申し上げます。原因は、梱包の緩衝材の不足でございました。影響は同じ日に出荷した12件に限られております。新しい品を11月26日にお届けいたします。今後は、出荷の前に二人で梱包を確かめます。'
const bare =
  'お送りした品に傷がございましたこと、お詫び申し上げます。ご指摘をいただき、ありがとうございました。'

/** One of the four points is absent. Marked at the first apology, where the writer looks. */
export function missingPoint({ code, point, why, wanted }: Missing): Rule {
  return {
    code,
    why,
    ok: [whole],
    ng: [bare],
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
