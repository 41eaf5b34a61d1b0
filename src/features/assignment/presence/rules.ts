import type { Present } from './contract.ts'

/** A page says every fifteen seconds that it is open; three times silent, and it is gone. */
export const leaseSeconds = 45
export const beatSeconds = 15

/** The others at one complaint: first who writes, then who looks; one person in two windows is one. */
export function othersAt(
  people: readonly Present[],
  complaintId: string,
  meId: string | null,
): { writing: readonly Present[]; looking: readonly Present[] } {
  const there = people.filter((one) => one.complaintId === complaintId && one.memberId !== meId)
  const writing = once(there.filter(({ doing }) => doing === 'writing'))
  const writers = new Set(writing.map(({ memberId }) => memberId))
  const looking = once(
    there.filter(({ doing, memberId }) => doing === 'looking' && !writers.has(memberId)),
  )
  return { writing, looking }
}

function once(people: readonly Present[]): Present[] {
  return [...new Map(people.map((one) => [one.memberId, one])).values()]
}
