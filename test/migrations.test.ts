import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { supported } from '#platform/db/versions.ts'

/** What a later PostgreSQL brought, and what to write instead where an older one must understand it. */
const later: readonly (readonly [since: number, what: RegExp, instead: string])[] = [
  [16, /pg_has_role\([^)]*'set'\)/i, 'ask for member before 16, as 0056 does'],
  [16, /\bany_value\(/i, 'min() or max()'],
  [17, /\bjson_table\(/i, 'jsonb_to_recordset()'],
  [17, /\bmerge\b[^;]*\breturning\b/i, 'insert … on conflict … returning'],
  [17, /\btransaction_timeout\b/i, 'statement_timeout'],
  [17, /\bpg_column_toast_chunk_id\(/i, 'nothing: only a test may ask'],
  [18, /\buuidv7\(/i, 'an id made by the node'],
  [18, /\bgenerated always as\b[^,;]*\bvirtual\b/i, 'stored'],
  [18, /\breturning\s+(?:old|new)\./i, 'a statement before it that reads'],
]

const root = join(import.meta.dirname, '..')
const files = globSync(['db/migrations/*.sql', 'src/**/{store,queries,actions,database}.ts'], {
  cwd: root,
})

const notYetIn = (oldest: number, text: string) =>
  later.filter(([since, what]) => since > oldest && what.test(text))

it('移行と問い合わせは、動くと言ったうちで最も古い PostgreSQL の言葉だけで書く', () => {
  const found = files.flatMap((file) =>
    notYetIn(supported.oldest, readFileSync(join(root, file), 'utf8')).map(
      ([since, what, instead]) => `${file}: ${what.source} (${since}): ${instead}`,
    ),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})

it('新しい言葉があれば、見つかる', () => {
  const text = `select pg_has_role('uketome_desk', 'set')`
  expect(notYetIn(15, text)).toHaveLength(1)
  expect(notYetIn(16, text)).toEqual([])
})
