import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '#kernel/result.ts'
import { isOver, keptRateOf, leastForRate } from '../rules.ts'
import * as course from './rules.ts'

const start = Temporal.Instant.from('2026-12-25T01:00:00Z')
const after = (minutes: number) => start.add({ minutes }).toString()
const due = (minutes: number) => {
  const dueAt = after(minutes)
  return { dueAt, dueOn: dueAt.slice(0, 10), precision: 'minute' as const }
}
const told = { reason: '調べが延びた', alternative: '途中までお伝えする', toldBy: '松井が電話で' }
const made = (minutes: number): course.Course => ({
  ...due(minutes),
  ...course.beginning,
  renegotiations: [],
})

type Step = {
  readonly name: keyof typeof deeds
  /** How far the clock jumps before it. */
  readonly passes: number
  readonly dueIn: number
}
const orStay = (was: course.Course, done: Result<course.Course>) => (done.ok ? done.value : was)
const deeds = {
  renegotiate: (was: course.Course, at: string, dueAt: number) =>
    orStay(was, course.renegotiated(was, at, due(dueAt), told)),
  keep: (was: course.Course, at: string) => orStay(was, course.kept(was, at)),
  'withdraw-keeping': (was: course.Course, at: string) =>
    orStay(was, course.keepingWithdrawn(was, at)),
  withdraw: (was: course.Course, at: string) =>
    orStay(was, course.withdrawn(was, at, 'お客様のご希望')),
  'cancel-letter': (was: course.Course, at: string) =>
    course.unsaid(was, at, '文面を取りやめたため'),
  warn: (was: course.Course, at: string) => course.warned(was, at),
  raise: (was: course.Course, at: string) => course.raised(was, at),
  break: (was: course.Course, at: string) => course.broken(was, at),
} as const

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
  passes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 }), fc.constant(60 * 24 * 400)),
  dueIn: fc.integer({ min: 1, max: 5000 }),
})

/** Every state on the way, each with the moment at which it was reached. */
function walk(minutes: number, steps: readonly Step[]) {
  let [now, at] = [made(minutes), 0]
  const seen = [{ now, at: after(0) }]
  for (const { name, passes, dueIn } of steps) {
    at += passes
    now = deeds[name](now, after(at), at + dueIn)
    seen.push({ now, at: after(at) })
  }
  return seen
}

/** What is not true of a promise although it must be, whatever was done to it and whenever it is looked at. */
function troubles(now: course.Course, at: string): string[] {
  const standing = course.standingOf(now, at)
  const holds = {
    open: [now.keptAt, now.brokenAt, now.withdrawnAt, now.withdrawnReason].every((m) => m === null),
    kept: now.keptAt !== null && now.withdrawnAt === null,
    broken: now.brokenAt === now.dueAt && now.keptAt === null && now.withdrawnAt === null,
    withdrawn: now.withdrawnAt !== null && now.withdrawnReason !== '' && now.keptAt === null,
  }
  const isRunning = standing === 'open' || standing === 'renegotiated'
  const known = [...standings].includes(standing)
  return [
    known ? '' : `${standing} is nothing that a promise can be`,
    holds[now.state] ? '' : `${now.state} does not hold what it needs`,
    isRunning && isOver(now.dueAt, at) ? 'open after its date' : '',
    isRunning && (standing === 'renegotiated') !== now.renegotiations.length > 0
      ? 'no history'
      : '',
  ].filter((trouble) => trouble !== '')
}
const standings = ['open', 'renegotiated', 'kept', 'broken', 'withdrawn'] as const

const rateOf = (now: course.Course, at: string) =>
  keptRateOf([{ ...now, ownerId: 'm1', ownerName: '松井' }], '2000-01-01T00:00:00Z', at)

/** Is the date that was broken still counted as broken? */
function isRemembered({ dueAt }: course.Course, later: course.Course): boolean {
  const moved = later.renegotiations.some((move) => move.previousDueAt === dueAt && move.wasBroken)
  return moved || (later.dueAt === dueAt && later.state !== 'withdrawn')
}

describe('約束のゆくえ', () => {
  it('何をどの順にしても、時計がいくら進んでも、約束中・改めた・守った・過ぎた・理由を付けて取り下げた、のどれか一つ', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(step, { maxLength: 12 }),
        (minutes, steps) => {
          const seen = walk(minutes, steps)
          const late = after(10_000_000)
          expect(seen.flatMap(({ now, at }) => troubles(now, at))).toEqual([])
          expect(seen.flatMap(({ now }) => troubles(now, late))).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })

  it('過ぎた期限は、あとから何をしても過ぎた記録に残る。なかったことになるのは、お伝えしていなかったときだけ', () => {
    const honest = step.filter(({ name }) => name !== 'cancel-letter')
    fc.assert(
      fc.property(fc.array(honest), (steps) => {
        const seen = walk(30, steps)
        const forgotten = seen.flatMap(({ now, at }, index) =>
          course.standingOf(now, at) === 'broken'
            ? seen.slice(index).filter(({ now: later }) => !isRemembered(now, later))
            : [],
        )
        expect(forgotten).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('割合の分母は正直：お伝えした期限はどれも一度だけ数え、過ぎた数は、あとから何をしても減らない', () => {
    const honest = step.filter(({ name }) => name !== 'cancel-letter')
    const late = after(10_000_000)
    fc.assert(
      fc.property(fc.array(honest, { maxLength: 12 }), (steps) => {
        const seen = walk(30, steps)
        const counts = seen.map(({ now, at }) => rateOf(now, at).broken)
        expect(counts).toEqual(counts.toSorted((one, other) => one - other))
        for (const { now } of seen) {
          const { kept, broken, moved, withdrawn, rate } = rateOf(now, late)
          expect(kept + broken + moved + withdrawn).toBe(now.renegotiations.length + 1)
          expect(rate === null).toBe(kept + broken < leastForRate)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('知らせは一つの期限に一度だけ', () => {
    const timer = fc.constantFrom('warn' as const, 'raise' as const, 'break' as const)
    const rings = fc.array(fc.record({ name: timer, passes: fc.nat(20), dueIn: fc.constant(1) }))
    fc.assert(
      fc.property(rings, (steps) => {
        const seen = walk(60, steps)
        for (const mark of ['warnedAt', 'raisedAt', 'brokenAt'] as const) {
          const kinds = new Set(seen.map(({ now }) => now[mark]).filter((at) => at !== null))
          expect(kinds.size).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('期限を過ぎた約束は取り下げられない', () => {
    expect(course.withdrawn(made(10), after(11), '要らない')).toMatchObject({
      ok: false,
      refusal: { code: 'commitments.broken-stays' },
    })
  })

  it.each([
    ['守った', course.kept(made(10), after(5)), 'commitments.already-kept'],
    [
      '取り下げた',
      course.withdrawn(made(10), after(5), '要らない'),
      'commitments.already-withdrawn',
    ],
  ])('%s約束は、もう動かない', (_what, ended, code) => {
    if (!ended.ok) throw new Error('it was refused')
    const over = ended.value
    const acts = [
      course.kept(over, after(6)),
      course.withdrawn(over, after(6), '要らない'),
      course.renegotiated(over, after(6), due(60), told),
    ]
    expect(acts.map((done) => (done.ok ? 'ok' : done.refusal.code))).toEqual([code, code, code])
    expect(course.unsaid(over, after(6), '取りやめ')).toBe(over)
  })
})
