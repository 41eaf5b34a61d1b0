import { refuse } from '#kernel/result.ts'
import type { AbsenceFields } from './contract.ts'

type Known = { readonly memberId: string; readonly fromAt: string; readonly untilAt: string }

/** Why somebody cannot be away like this; null when they can. */
export function whyNotAway(
  asked: AbsenceFields,
  others: readonly Known[],
  nameOf: (memberId: string) => string | undefined,
  now: string,
) {
  const [from, until] = [Date.parse(asked.fromAt), Date.parse(asked.untilAt)]
  if (until <= from) return refuse('invalid', 'assignment.absence-backwards', {})
  if (until <= Date.parse(now)) return refuse('invalid', 'assignment.absence-past', {})
  const takers = [asked.promisesTo, asked.complaintsTo, asked.arrivalsTo].filter(
    (to) => to !== null,
  )
  for (const to of takers) {
    const name = nameOf(to)
    if (name === undefined) return refuse('missing', 'access.member-missing', {})
    if (to === asked.memberId) return refuse('invalid', 'access.own-substitute', {})
    if (others.some((each) => each.memberId === to && overlaps(each, asked)))
      return refuse('conflict', 'assignment.substitute-away', { name })
  }
  const isTwice = others.some((each) => each.memberId === asked.memberId && overlaps(each, asked))
  return isTwice ? refuse('conflict', 'assignment.absence-twice', {}) : null
}

function overlaps(one: Known, other: Known): boolean {
  return (
    Date.parse(one.fromAt) < Date.parse(other.untilAt) &&
    Date.parse(other.fromAt) < Date.parse(one.untilAt)
  )
}
