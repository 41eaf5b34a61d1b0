import { expect, it } from 'vitest'
import { filesOf } from './files.ts'

const whole = `/** generated */

import type { ColumnType } from 'kysely'

export type Json = string

export interface Audit {
  id: string
}

export interface IntakeRings {
  heard: Json
}

export interface DB {
  audit: Audit
  intake_rings: IntakeRings
}
`

it('表の型を、部屋ごとのファイルに分ける', () => {
  const files = filesOf(whole)
  expect(Object.keys(files)).toEqual([
    'tables/values.ts',
    'tables/audit.ts',
    'tables/intake.ts',
    'schema.ts',
  ])
  expect(files['tables/intake.ts']).toContain("import type { Json } from './values.ts'")
  expect(files['tables/audit.ts']).not.toContain('import')
  expect(files['schema.ts']).toContain("import type { IntakeRings } from './tables/intake.ts'")
})

it('型のない表があれば、黙って落とさない', () => {
  expect(() => filesOf(whole.replace('interface Audit ', 'interface Other '))).toThrow('audit')
})
