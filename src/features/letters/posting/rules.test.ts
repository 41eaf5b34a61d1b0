import { expect, it } from 'vitest'
import { whyNotPosted } from './rules.ts'

const posting = { on: '2026-11-24', how: 'ordinary' as const, tracking: '', byName: '', at: '' }
const days = { on: '2026-11-24', madeOn: '2026-11-24', today: '2026-11-25' }

it.each([
  ['刷った日に出せる', 'apology', null, days, null],
  ['きょうの日付で出せる', 'apology', null, { ...days, on: '2026-11-25' }, null],
  ['刷る前の日には出せない', 'apology', null, { ...days, on: '2026-11-23' }, 'letters.posted-day'],
  ['先の日には出せない', 'apology', null, { ...days, on: '2026-11-26' }, 'letters.posted-day'],
  ['二度は出せない', 'apology', posting, days, 'letters.posted-already'],
  ['社内の報告書は出さない', 'accident-report', null, days, 'letters.paper-inside'],
] as const)('%s', (_, kind, before, when, why) => {
  expect(whyNotPosted({ kind, posting: before }, when)).toBe(why)
})
