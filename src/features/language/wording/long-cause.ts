import { type Part, type Point, pointsByParagraph } from './four-points.ts'
import { apologiesIn } from './apologies.ts'
import type { Rule } from './rule.ts'

// Shorter causes are one clear sentence, whatever stands beside them.
const fairLength = 70

export const longCause: Rule = {
  code: 'long-cause',
  find: (draft) => {
    if (draft.kind === 'talk' && apologiesIn(draft).length === 0) return []
    const parts = pointsByParagraph(draft)
    const lengths = (wanted: readonly Point[]) =>
      parts
        .filter((part) => belongsTo(part, wanted))
        .reduce((sum, { start, end }) => sum + end - start, 0)
    const causes = parts.filter((part) => belongsTo(part, ['cause']))
    const [first, last] = [causes[0], causes.at(-1)]
    const cause = lengths(['cause'])
    if (!first || !last || cause < fairLength || cause <= lengths(['response', 'prevention']))
      return []
    return [{ start: first.start, end: last.end, severity: 'warning', message }]
  },
}

const message =
  '原因の説明が、対応と再発防止より長くなっています。言い訳に聞こえます。原因は一文にし、これからすることを詳しく書いてください。'

/** A sentence with several points belongs to the one that looks ahead, if there is one; a long one tells what happened. */
function belongsTo({ start, end, carries }: Part, wanted: readonly Point[]): boolean {
  const isStory = end - start >= fairLength && carries.includes('cause')
  const own =
    !isStory && carries.includes('prevention')
      ? 'prevention'
      : carries.includes('cause')
        ? 'cause'
        : carries[0]
  return own !== undefined && wanted.includes(own)
}
