import { normalise } from '#kernel/japanese-text/normalise.ts'

/** １０１ and 101 are one extension; null for nothing. */
export function extensionKey(typed: string): string | null {
  return (
    normalise(typed)
      .text.replace(/[^\w*#]/gu, '')
      .toLowerCase() || null
  )
}

type Line = {
  readonly memberId: string
  readonly extension: string | null
  readonly teamExtension: string | null
  readonly isAway: boolean
  readonly substituteId: string | null
}
type PhoneNow = Line & { readonly isResting: boolean; readonly standsInFor: readonly string[] }

/**
 * Who rings now. The own extension of somebody who rests rings at their substitute, else at everybody of their team;
 * with nobody there it waits for them.
 */
export function phonesNow(lines: readonly Line[], resting: ReadonlySet<string>): PhoneNow[] {
  const isThere = ({ memberId, isAway }: Line) => !isAway && !resting.has(memberId)
  const ringsInstead = lines
    .filter(({ memberId, extension }) => resting.has(memberId) && extension !== null)
    .flatMap((line) => insteadOf(line, lines.filter(isThere)).map((to) => ({ to, ...line })))
  return lines.map((line) => ({
    ...line,
    isResting: resting.has(line.memberId),
    standsInFor: ringsInstead.flatMap(({ to, extension }) =>
      to === line.memberId && extension !== null ? [extension] : [],
    ),
  }))
}

function insteadOf({ substituteId, teamExtension }: Line, there: readonly Line[]): string[] {
  const substitute = there.filter(({ memberId }) => memberId === substituteId)
  const team = there.filter(
    (each) => each.teamExtension !== null && each.teamExtension === teamExtension,
  )
  return (substitute.length > 0 ? substitute : team).map(({ memberId }) => memberId)
}
