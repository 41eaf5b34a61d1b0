import { normalise } from '#kernel/japanese-text/normalise.ts'

/** A number as it was shown, in plain letters; null when it is withheld: 非通知, anonymous, nothing. */
export function numberOf(from: string | null): string | null {
  const text = normalise(from ?? '')
    .text.replace(/^(?:sips?|tel):/iu, '')
    .replace(/@.*$/u, '')
    .trim()
  return text.replace(/\D/gu, '').length >= 3 ? text.replaceAll('ー', '-') : null
}

export type Ringing = {
  readonly rungAt: string
  readonly answeredAt: string | null
  readonly endedAt: string | null
  readonly extensions: readonly string[]
  readonly answeredExtension: string | null
}

type News = { readonly state: 'ringing' | 'answered' | 'ended'; readonly at: string }

/** What is known after one more message, whatever came first: the end is the end, and an answer is no longer a ring. */
export function after(
  before: Ringing | undefined,
  { state, at }: News,
  extension: string | null,
): Ringing {
  const known = before ?? {
    rungAt: at,
    answeredAt: null,
    endedAt: null,
    extensions: [],
    answeredExtension: null,
  }
  const isNew = extension !== null && !known.extensions.includes(extension)
  const extensions = isNew ? [...known.extensions, extension] : known.extensions
  const rungAt = instantly(at) < instantly(known.rungAt) ? at : known.rungAt
  if (state === 'answered') {
    const isLater = known.answeredAt === null || instantly(at) >= instantly(known.answeredAt)
    // A call that is passed on is with whoever answered last.
    const answered = isLater
      ? { answeredAt: at, answeredExtension: extension ?? known.answeredExtension }
      : {}
    return { ...known, extensions, rungAt, ...answered }
  }
  return { ...known, extensions, rungAt, ...(state === 'ended' ? { endedAt: at } : {}) }
}

function instantly(at: string): number {
  return Temporal.Instant.from(at).epochMilliseconds
}

export function stateOf({ endedAt, answeredAt }: Ringing): 'ringing' | 'answered' | 'ended' {
  if (endedAt) return 'ended'
  return answeredAt ? 'answered' : 'ringing'
}

export type Phone = {
  readonly extension: string | null
  readonly teamExtension: string | null
  readonly isAway: boolean
  readonly isResting: boolean
  /** Own extensions of those who rest and whose calls come here. */
  readonly standsInFor: readonly string[]
}

/**
 * Does it stand on this member's screen? It leaves all others when somebody has answered. With somebody who rests it
 * stands only when they have answered it themselves; else it goes to whoever stands in, or waits.
 */
export function reaches(ring: Ringing, phone: Phone): boolean {
  const { extension, teamExtension, isAway, isResting } = phone
  const isOwn = extension !== null && ring.extensions.includes(extension)
  const state = stateOf(ring)
  if (state === 'ended') return false
  if (state === 'answered')
    return ring.answeredExtension === null
      ? isOwn && ring.extensions.length === 1
      : ring.answeredExtension === extension
  if (isResting) return false
  const isForOther = phone.standsInFor.some((each) => ring.extensions.includes(each))
  const isForTeam = !isAway && teamExtension !== null && ring.extensions.includes(teamExtension)
  return isOwn || isForOther || isForTeam
}

/** Minutes, after which a telephone that nobody told the end of is taken to be silent. */
export const patienceMinutes = 10
