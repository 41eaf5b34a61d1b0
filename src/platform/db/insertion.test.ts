import { expect, test } from 'vitest'
import { insertion } from './insertion.ts'

test('行はまとめて一つの文になり、値は列の順に、行ごとに並ぶ', () => {
  const row = { organisation_id: 'o', month: '2026-11-01', is_closed: false, many: 1 }
  const { sql, parameters } = insertion('complaints_tallies', [row, { ...row, many: 2 }])
  expect(sql).toBe(
    `insert into "complaints_tallies" ("organisation_id", "month", "is_closed", "many") values ($1, $2, $3, $4), ($5, $6, $7, $8)`,
  )
  expect(parameters).toEqual(['o', '2026-11-01', false, 1, 'o', '2026-11-01', false, 2])
})
