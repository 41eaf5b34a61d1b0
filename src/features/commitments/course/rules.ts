import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Commitment, Due, Renegotiation } from '../contract.ts'
import { isOver, stateAt } from '../rules.ts'

/** What becomes of a promise over time; who has it and what it says is no matter here. */
export type Course = Due &
  Pick<
    Commitment,
    | 'state'
    | 'warnedAt'
    | 'raisedAt'
    | 'keptAt'
    | 'brokenAt'
    | 'withdrawnAt'
    | 'withdrawnReason'
    | 'renegotiations'
  >
type Told = Omit<Renegotiation, 'at' | 'wasBroken' | 'previousDueAt' | 'dueAt'>

export const beginning = {
  state: 'open',
  warnedAt: null,
  raisedAt: null,
  keptAt: null,
  brokenAt: null,
  withdrawnAt: null,
  withdrawnReason: null,
} as const satisfies Partial<Course>

/** Neither kept nor withdrawn: something can still be done about it. */
export function whyOver({ keptAt, withdrawnAt }: Course): Result<never> | null {
  if (keptAt !== null) return refuse('conflict', 'commitments.already-kept', { keptAt })
  return withdrawnAt === null
    ? null
    : refuse('conflict', 'commitments.already-withdrawn', { withdrawnAt })
}

/** The old date stays in the history, and whether it had passed by then. */
export function renegotiated<C extends Course>(
  course: C,
  at: string,
  due: Due,
  told: Told,
): Result<C> {
  const over = whyOver(course)
  if (over) return over
  const { dueAt } = due
  if (dueAt === course.dueAt) return refuse('invalid', 'commitments.same-date', { dueAt })
  const wasBroken = stateAt(course, at) === 'broken'
  const move = { at, wasBroken, previousDueAt: course.dueAt, dueAt, ...told }
  const renegotiations = [...course.renegotiations, move]
  return ok({ ...course, ...due, ...beginning, renegotiations })
}

/** After the date it is kept late: the date stays broken. */
export function kept<C extends Course>(course: C, at: string): Result<C> {
  const over = whyOver(course)
  if (over) return over
  const brokenAt = stateAt(course, at) === 'broken' ? (course.brokenAt ?? course.dueAt) : null
  return ok({ ...course, state: 'kept', keptAt: at, brokenAt })
}

/** Back to what it was: open while the date is to come, else broken. */
export function keepingWithdrawn<C extends Course>(course: C, at: string): Result<C> {
  if (course.state !== 'kept') return refuse('conflict', 'commitments.not-kept', {})
  const open: C = { ...course, state: 'open', keptAt: null, brokenAt: null }
  return ok(broken(open, at))
}

/** A date that has passed was broken, and nobody takes that back by withdrawing the promise. */
export function withdrawn<C extends Course>(course: C, at: string, reason: string): Result<C> {
  const over = whyOver(course)
  if (over) return over
  const { dueAt } = course
  if (stateAt(course, at) === 'broken')
    return refuse('conflict', 'commitments.broken-stays', { dueAt })
  return ok({ ...course, state: 'withdrawn', withdrawnAt: at, withdrawnReason: reason })
}

/** The customer was never told, so that nothing was broken either: whatever the clock says. */
export function unsaid<C extends Course>(course: C, at: string, reason: string): C {
  if (whyOver(course)) return course
  return {
    ...course,
    state: 'withdrawn',
    brokenAt: null,
    withdrawnAt: at,
    withdrawnReason: reason,
  }
}

/** What the timers do. Ringing twice, late, or for what is over changes nothing. */
export function warned<C extends Course>(course: C, at: string): C {
  return isRunning(course, at) && course.warnedAt === null ? { ...course, warnedAt: at } : course
}

export function raised<C extends Course>(course: C, at: string): C {
  return isRunning(course, at) && course.raisedAt === null ? { ...course, raisedAt: at } : course
}

export function broken<C extends Course>(course: C, at: string): C {
  return course.state === 'open' && isOver(course.dueAt, at)
    ? { ...course, state: 'broken', brokenAt: course.dueAt }
    : course
}

function isRunning({ state, dueAt }: Course, at: string): boolean {
  return state === 'open' && !isOver(dueAt, at)
}

export type Standing = 'open' | 'renegotiated' | 'kept' | 'broken' | 'withdrawn'

/** In one word, what a promise is at a moment. */
export function standingOf(course: Course, now: string): Standing {
  const state = stateAt(course, now)
  return state === 'open' && course.renegotiations.length > 0 ? 'renegotiated' : state
}
