import type { Present } from './contract.ts'

/** A page says every fifteen seconds that it is open; three times silent, and it is gone. */
export const leaseSeconds = 45
export const beatSeconds = 15

export type Others = Readonly<Record<'talking' | 'writing' | 'looking', readonly Present[]>>

/** The others at one complaint: who talks on the phone, who writes, who looks; each person once, by the first of these. */
export function othersAt(
  people: readonly Present[],
  complaintId: string,
  meId: string | null,
): Others {
  const others = people.filter(({ memberId }) => memberId !== meId)
  const there = others.filter((one) => one.complaintId === complaintId)
  const talking = once(others.filter(({ talksOn }) => talksOn === complaintId))
  const writing = once(
    there.filter(({ doing }) => doing === 'writing'),
    talking,
  )
  const looking = once(
    there.filter(({ doing }) => doing === 'looking'),
    [...talking, ...writing],
  )
  return { talking, writing, looking }
}

function once(people: readonly Present[], known: readonly Present[] = []): Present[] {
  const left = people.filter(({ memberId }) => !known.some((one) => one.memberId === memberId))
  return [...new Map(left.map((one) => [one.memberId, one])).values()]
}
