import type { Role } from '#features/access/contract.ts'
import { rungs, type AlarmKind } from './contract.ts'

/** A phone that is silent is told to the watcher; it does not climb. */
export function isNotice(kind: AlarmKind): boolean {
  return kind === 'lost-contact'
}

/** What is told from where an alarm stands. Instants are ISO. */
export type Standing = {
  readonly kind: AlarmKind
  readonly round: number
  /** Index into `rungs`. */
  readonly rung: number
  readonly stepAt: string | null
  readonly acknowledgedAt: string | null
  readonly closedAt: string | null
}
export type Ladder = { readonly rungSeconds: number; readonly outcomeMinutes: number }

/** As it begins, at the lowest rung. */
export function begun(kind: AlarmKind, at: string, ladder: Ladder): Standing {
  const stepAt = isNotice(kind) ? null : after(at, { seconds: ladder.rungSeconds })
  return { kind, round: 1, rung: 0, stepAt, acknowledgedAt: null, closedAt: null }
}

export type Step = { readonly standing: Standing; readonly kind: 'rung' | 'lapsed' }

/**
 * One step on. Nobody has acknowledged: the next rung, and after the last one the first again, for ever. Somebody has and
 * says nothing of how it is: it rings again, beginning above the watcher. Null: it is closed, or not yet time.
 */
export function stepped(standing: Standing, at: string, ladder: Ladder): Step | null {
  const { stepAt, closedAt, acknowledgedAt, round, rung } = standing
  if (closedAt !== null || stepAt === null) return null
  if (Temporal.Instant.compare(stepAt, at) > 0) return null
  const next = after(at, { seconds: ladder.rungSeconds })
  if (acknowledgedAt !== null) {
    const again = { ...standing, acknowledgedAt: null, round: round + 1, rung: 1, stepAt: next }
    return { standing: again, kind: 'lapsed' }
  }
  const isLast = rung + 1 >= rungs.length
  const climbed = isLast ? { round: round + 1, rung: 0 } : { round, rung: rung + 1 }
  return { standing: { ...standing, ...climbed, stepAt: next }, kind: 'rung' }
}

/** Taken by somebody: it comes back unless they tell how it is. */
export function acknowledged(standing: Standing, at: string, ladder: Ladder): Standing {
  const stepAt = isNotice(standing.kind) ? null : after(at, { minutes: ladder.outcomeMinutes })
  return { ...standing, acknowledgedAt: at, stepAt }
}

type Someone = { readonly id: string; readonly roles: readonly Role[]; readonly isAway: boolean }
export type Concerned = {
  readonly visitorIds: readonly string[]
  readonly outsideIds: readonly string[]
  readonly watcherId: string | null
}

export function isOnVisit({ visitorIds, outsideIds }: Concerned, memberId: string): boolean {
  return visitorIds.includes(memberId) || outsideIds.includes(memberId)
}

const helping: readonly Role[] = ['operator', 'supervisor', 'visitor', 'consultation', 'admin']

/**
 * Who is told at a rung: the watcher, then the supervisors who are here, then everybody at the desk and the consultation
 * desk; the last rung tells the same people that the sheet for 110 is ready. An empty rung tells the next one's people,
 * so that no minute passes with nobody told. Never anybody of the visit.
 */
export function toldAt(rung: number, members: readonly Someone[], concerned: Concerned): string[] {
  const free = members.filter(({ id }) => !isOnVisit(concerned, id))
  const wanted = free.filter(({ id, roles, isAway }) => {
    if (rung === 0) return id === concerned.watcherId
    if (isAway && id !== concerned.watcherId) return false
    if (rung === 1) return roles.includes('supervisor') || id === concerned.watcherId
    return roles.some((role) => helping.includes(role))
  })
  if (wanted.length > 0 || rung >= rungs.length - 1) {
    // Somebody has to hear it, even if everybody is marked as away.
    const everybody = free.filter(({ roles }) => roles.some((role) => helping.includes(role)))
    return (wanted.length > 0 ? wanted : everybody).map(({ id }) => id)
  }
  return toldAt(rung + 1, members, concerned)
}

function after(at: string, duration: { seconds?: number; minutes?: number }): string {
  return Temporal.Instant.from(at).add(duration).toString()
}
