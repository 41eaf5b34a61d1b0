import { expect, it } from 'vitest'
import { afterPress, lookAt, signalsOf, type PressKind, type Watched } from './rules.ts'

const pace = { lostContactMinutes: 5, arrivalMinutes: 30 }
const at = (minutes: number) =>
  Temporal.Instant.from('2026-11-24T05:00:00Z').add({ minutes }).toString()
const fresh: Watched = {
  state: 'planned',
  startsAt: at(0),
  backBy: at(120),
  checkInMinutes: 20,
  leftAt: null,
  arrivedAt: null,
  talkingAt: null,
  lastSignAt: null,
  endedAt: null,
  backAt: null,
  helpAt: null,
  forcedAt: null,
  contactAt: null,
}
const kinds: readonly PressKind[] = [
  'leave',
  'arrive',
  'check-in',
  'extend',
  'end',
  'return',
  'help',
]

/** Always the same numbers: a test that failed once fails again. */
function* numbers(seed: number) {
  let state = seed
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state / 2_147_483_648
  }
}

function pressesOf(seed: number) {
  const next = numbers(seed)
  const random = () => Number(next.next().value)
  return Array.from({ length: 12 }, () => ({
    kind: kinds[Math.floor(random() * kinds.length)] ?? 'check-in',
    at: at(Math.floor(random() * 180)),
    minutes: 15,
    isForced: random() < 0.2,
  }))
}

const rank = ['planned', 'left', 'arrived', 'talking', 'ended', 'back', 'called-off']

it('どんな順で届いても、訪問は後戻りせず、最後の合図は古くならない', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    let visit = fresh
    for (const press of pressesOf(seed)) {
      const { visit: next } = afterPress(visit, press)
      expect(rank.indexOf(next.state)).toBeGreaterThanOrEqual(rank.indexOf(visit.state))
      expect((next.lastSignAt ?? '') >= (visit.lastSignAt ?? '')).toBe(true)
      visit = next
    }
  }
})

it('外にいるあいだは、必ずこの先に見る時刻があるか、もう警報が上がっている', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    let visit = fresh
    for (const press of pressesOf(seed)) {
      visit = afterPress(visit, press).visit
      if (!['left', 'arrived', 'talking', 'ended'].includes(visit.state)) continue
      const { raise, nextAt } = lookAt(visit, pace, [], press.at)
      expect(raise.length > 0 || nextAt !== null).toBe(true)
    }
  }
})

it('助けと強いられた終了は、どの状態でも警報になる', () => {
  const unheard: string[] = []
  for (let seed = 1; seed <= 300; seed += 1) {
    let visit = fresh
    for (const press of pressesOf(seed)) {
      visit = afterPress(visit, press).visit
      const raised = signalsOf(visit, pace).map(({ kind }) => kind)
      const isForced = press.kind === 'end' && press.isForced
      const wanted = press.kind === 'help' ? 'silent-help' : isForced ? 'duress' : null
      if (wanted !== null && !raised.includes(wanted)) unheard.push(`${seed}: ${wanted}`)
    }
  }
  expect(unheard).toEqual([])
})

it('上げた警報は二度上げず、期限の前には上げない', () => {
  const visit: Watched = { ...fresh, state: 'talking', lastSignAt: at(10), contactAt: at(28) }
  expect(lookAt(visit, pace, [], at(29))).toEqual({ raise: [], nextAt: at(30) })
  const { raise } = lookAt(visit, pace, [], at(30))
  expect(raise).toEqual([{ kind: 'missed-check-in', dueAt: at(30) }])
  expect(lookAt(visit, pace, raise, at(30))).toEqual({ raise: [], nextAt: at(33) })
})

it('着いたのと同じ秒の確認でも、お話は始まる', () => {
  const arrived: Watched = { ...fresh, state: 'arrived', arrivedAt: '2026-11-24T05:00:00Z' }
  const { visit } = afterPress(arrived, { kind: 'check-in', at: '2026-11-24T05:00:00.123Z' })
  expect(visit.state).toBe('talking')
})

it('戻る時刻を延ばすと、戻りの警報も延びる', () => {
  const left: Watched = { ...fresh, state: 'talking', lastSignAt: at(100) }
  const { visit } = afterPress(left, { kind: 'extend', at: at(110), minutes: 30 })
  expect(signalsOf(visit, pace)).toContainEqual({ kind: 'overdue-return', dueAt: at(150) })
})

it('強いられた終了は、見えるところでは普通の終了と変わらない', () => {
  const talking: Watched = { ...fresh, state: 'talking', lastSignAt: at(10) }
  const plain = afterPress(talking, { kind: 'end', at: at(15) })
  const forced = afterPress(talking, { kind: 'end', at: at(15), isForced: true })
  expect({ ...forced.visit, forcedAt: null }).toEqual(plain.visit)
  expect(forced.isNoted).toBe(plain.isNoted)
})
