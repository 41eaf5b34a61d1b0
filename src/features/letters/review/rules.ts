import { diffWordsWithSpace } from 'diff'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { pointsIn } from '#features/language/door.ts'
import { stateNames } from '../phrasing/measures.ts'
import type { Piece, PointSeen } from './contract.ts'

const words = new Intl.Segmenter('ja', { granularity: 'word' })

/** What came and what went, word by word as Japanese has them. */
export function changesBetween(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after, { intlSegmenter: words }).map(
    ({ value: text, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text,
    }),
  )
}

const order = ['cause', 'impact', 'response', 'prevention'] as const

/** What the text says of each point, beside what the record has of it. */
export function pointsAgainst(text: string, record: CaseRecord): PointSeen[] {
  const parts = pointsIn({ kind: 'mail', text })
  const recorded = recordedPoints(record)
  return order.map((point) => ({
    point,
    said: parts
      .filter(({ carries }) => carries.includes(point))
      .map(({ start, end }) => text.slice(start, end).trim()),
    recorded: recorded[point],
  }))
}

/** What is decided to change, with how far it has come; and promises, which tell what is done from now on, too. */
function recordedPoints(record: CaseRecord): Record<PointSeen['point'], string[]> {
  const { cause, concerns, safety, offers, agreement, commitments } = record
  const offered = offers.filter(({ answer }) => answer !== 'rejected').map(({ words }) => words)
  return {
    cause: cause ? [cause.detail].filter((each) => each !== '') : [],
    impact: [...concerns.map((each) => each.words), ...(safety ? [safety.words] : [])].filter(
      (each) => each !== '',
    ),
    response: agreement ? [agreement.words] : offered,
    prevention: [
      ...measuresOf(record),
      ...commitments
        .filter(({ state, madeTo }) => state === 'open' && madeTo === 'customer')
        .map((each) => each.words),
    ],
  }
}

function measuresOf({ measures, noMeasure }: CaseRecord): string[] {
  if (noMeasure) return [`対策は不要（${noMeasure.reason}）`]
  return measures.flatMap(({ state, words }) =>
    state === 'withdrawn' ? [] : [`${stateNames[state]}：${words}`],
  )
}
