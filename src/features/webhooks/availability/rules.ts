type Phone = {
  readonly memberId: string
  readonly extension: string | null
  readonly isAway: boolean
  readonly isResting: boolean
}

/** What an exchange is told: whose extension, and whether it is answered now. Never why. */
export type Availability = {
  readonly memberId: string
  readonly extension: string
  readonly canAnswer: boolean
}

export type Waiting = {
  readonly id: string
  readonly memberId: string
  readonly canAnswer: boolean
}

/**
 * What one address has to hear, after what it took last (`told`, by member; nothing told is 「can answer」) and what is
 * still on its way. `drop`: messages on their way that are no longer true.
 */
export function newsFor(
  phones: readonly Phone[],
  told: ReadonlyMap<string, boolean>,
  waiting: readonly Waiting[],
): { drop: string[]; tell: Availability[] } {
  const now = phones.flatMap(({ memberId, extension, isAway, isResting }) =>
    extension === null ? [] : [{ memberId, extension, canAnswer: !isAway && !isResting }],
  )
  const isTrue = (one: Waiting) =>
    now.some((each) => each.memberId === one.memberId && each.canAnswer === one.canAnswer)
  const drop = waiting.filter((one) => !isTrue(one)).map(({ id }) => id)
  const onTheirWay = new Set(waiting.filter(isTrue).map(({ memberId }) => memberId))
  const tell = now.filter(
    ({ memberId, canAnswer }) =>
      !onTheirWay.has(memberId) && canAnswer !== (told.get(memberId) ?? true),
  )
  return { drop, tell }
}
