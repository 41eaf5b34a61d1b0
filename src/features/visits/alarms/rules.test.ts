import { expect, it } from 'vitest'
import { rungs } from './contract.ts'
import { acknowledged, begun, stepped, toldAt, type Standing } from './rules.ts'

const ladder = { rungSeconds: 60, outcomeMinutes: 5 }
const start = Temporal.Instant.from('2026-11-24T05:00:00Z')
const at = (seconds: number) => start.add({ seconds }).toString()

it('だれも引き受けない警報は、何時間たっても鳴りやまない', () => {
  let standing: Standing = begun('missed-check-in', at(0), ladder)
  for (let seconds = 1; seconds <= 4 * 3600; seconds += 1) {
    standing = stepped(standing, at(seconds), ladder)?.standing ?? standing
    expect(standing.stepAt).not.toBeNull()
  }
  expect(standing.round).toBe(1 + (4 * 60) / rungs.length)
})

it('引き受けて黙っていると、見守る人の上からまた鳴る', () => {
  const taken = acknowledged(begun('duress', at(0), ladder), at(10), ladder)
  expect(stepped(taken, at(309), ladder)).toBeNull()
  expect(stepped(taken, at(310), ladder)).toMatchObject({
    kind: 'lapsed',
    standing: { acknowledgedAt: null, round: 2, rung: 1, stepAt: at(370) },
  })
})

it('つながらない電話の知らせは、段を上がらない', () => {
  expect(begun('lost-contact', at(0), ladder).stepAt).toBeNull()
})

const people = [
  { id: 'going', roles: ['supervisor' as const], isAway: false },
  { id: 'outside', roles: ['operator' as const], isAway: false },
  { id: 'watcher', roles: ['operator' as const], isAway: false },
  { id: 'sv', roles: ['supervisor' as const], isAway: false },
  { id: 'gone', roles: ['supervisor' as const], isAway: true },
  { id: 'care', roles: ['consultation' as const], isAway: false },
  { id: 'numbers', roles: ['analyst' as const], isAway: false },
]
const concerned = { visitorIds: ['going'], outsideIds: ['outside'], watcherId: 'watcher' }

it('見守る人、SV、机の全員の順に知らせ、訪問している人には知らせない', () => {
  expect(rungs.map((_, rung) => toldAt(rung, people, concerned))).toEqual([
    ['watcher'],
    ['watcher', 'sv'],
    ['watcher', 'sv', 'care'],
    ['watcher', 'sv', 'care'],
  ])
})

it('だれもいない段は、次の段の人に知らせる', () => {
  const nobody = { ...concerned, watcherId: null }
  expect(toldAt(0, people, nobody)).toEqual(['sv'])
  const away = people.map((each) => ({ ...each, isAway: true }))
  expect(toldAt(0, away, nobody)).toEqual(['watcher', 'sv', 'gone', 'care'])
})
