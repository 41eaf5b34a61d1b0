/** Writes src/platform/db/schema.ts from the migrated schema: `DATABASE_URL=… npm run schema`. */
import { spawnSync } from 'node:child_process'
import { migrate } from '#platform/db/migrate.ts'

const url = process.env['DATABASE_URL']
if (!url) {
  console.error(
    'Give the address of an empty PostgreSQL database: DATABASE_URL=postgres://… npm run schema',
  )
  process.exit(1)
}
await migrate(url)
const types = {
  timestamptz: 'string',
  date: 'string',
  int8: 'number',
  xid8: 'string',
  tsvector: 'string',
}
const out = 'src/platform/db/schema.ts'
const { status } = spawnSync(
  'kysely-codegen',
  [
    '--dialect',
    'postgres',
    '--url',
    url,
    '--out-file',
    out,
    '--type-mapping',
    JSON.stringify(types),
    '--include-pattern',
    'public.*',
  ],
  { stdio: 'inherit' },
)
if (status === 0) spawnSync('oxfmt', [out], { stdio: 'inherit' })
process.exit(status ?? 1)
