import { apologiesIn } from './apologies.ts'
import { type Point, pointsOf } from './four-points.ts'
import type { Rule } from './rule.ts'

// Shorter causes are one clear sentence, whatever stands beside them. Where nothing stands beside, less is too much.
const fairLength = 70
const fairLengthAlone = 45
/** Who only explains, without an apology, may take a little longer. */
const fairLengthUnasked = 80

export const longCause: Rule = {
  code: 'long-cause',
  find: (draft) => {
    const parts = pointsOf(draft)
    const telling = (...wanted: Point[]) =>
      parts.filter(({ tells }) => tells !== null && wanted.includes(tells))
    const causes = telling('cause')
    const [first, last] = [causes[0], causes.at(-1)]
    const cause = lengthOf(causes)
    const help = lengthOf(telling('response', 'prevention'))
    const isApology = apologiesIn(draft).length > 0
    const fair = !isApology ? fairLengthUnasked : help === 0 ? fairLengthAlone : fairLength
    const isLong = cause >= fair && cause > help
    if (!first || !last || !isLong) return []
    return [{ start: first.start, end: last.end, severity: 'warning', message }]
  },
}

const message =
  '原因の説明が、対応と再発防止より長くなっています。言い訳に聞こえます。原因は一文にし、これからすることを詳しく書いてください。'

function lengthOf(parts: readonly { start: number; end: number }[]): number {
  return parts.reduce((sum, { start, end }) => sum + end - start, 0)
}
