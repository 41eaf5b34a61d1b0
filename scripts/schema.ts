/**
 * Writes src/platform/db/schema.ts and a file of tables for each room from the migrated schema:
 * `DATABASE_URL=… npm run schema`.
 */
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#platform/db/migrate.ts'
import { filesOf } from './schema/files.ts'

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
const work = await mkdtemp(join(tmpdir(), 'uketome-schema-'))
const whole = join(work, 'schema.ts')
const { status } = spawnSync(
  'kysely-codegen',
  [
    '--dialect',
    'postgres',
    '--url',
    url,
    '--out-file',
    whole,
    '--type-mapping',
    JSON.stringify(types),
    '--include-pattern',
    'public.*',
  ],
  { stdio: 'inherit' },
)
if (status === 0) await write(filesOf(await readFile(whole, 'utf8')))
await rm(work, { recursive: true })
process.exit(status ?? 1)

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  const folder = 'src/platform/db'
  await rm(join(folder, 'tables'), { recursive: true, force: true })
  await mkdir(join(folder, 'tables'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  spawnSync('oxfmt', [join(folder, 'schema.ts'), join(folder, 'tables')], { stdio: 'inherit' })
}
