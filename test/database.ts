import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { tokyoDay } from '#kernel/tokyo.ts'
import { alone, databaseOn, databasesOn, onServer } from './on-server.ts'

export type TestDatabase = { readonly url: string }

/**
 * A migrated, empty database of this test file alone. Called at the top of the file
 * (`const database = await testDatabase()`); dropped after its last test.
 */
export async function testDatabase(): Promise<TestDatabase> {
  return cloned(inject('postgres').template)
}

/**
 * A database of this test file alone with what `make` puts into it, and the data folder that goes with it, to be copied.
 * Made once a run (and once more when the day changes in Tokyo): a company with its complaints takes seconds.
 */
export async function demoDatabase(
  make: (url: string, folder: string) => Promise<void>,
): Promise<TestDatabase & { readonly folder: string }> {
  const { url, template } = inject('postgres')
  const day = tokyoDay(Temporal.Now.instant()).toString().replaceAll('-', '')
  const demo = `${template}_demo_${day}`
  const folder = join(tmpdir(), demo)
  return alone(url, async () => {
    if (!(await databasesOn(url)).includes(demo)) {
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder)
      await makeWhole(demo, (its) => make(its, folder))
    }
    return { ...(await cloned(demo)), folder }
  })
}

/** Known by its name only when it is whole. */
async function makeWhole(name: string, make: (url: string) => Promise<void>): Promise<void> {
  const { url, template } = inject('postgres')
  const making = `${name}_making`
  await onServer(url, `DROP DATABASE IF EXISTS ${making} WITH (FORCE)`)
  await onServer(url, `CREATE DATABASE ${making} TEMPLATE ${template}`)
  await make(databaseOn(url, making))
  await onServer(url, `ALTER DATABASE ${making} RENAME TO ${name}`)
}

async function cloned(template: string): Promise<TestDatabase> {
  const { url } = inject('postgres')
  const name = `uketome_test_${randomBytes(6).toString('hex')}`
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  // Not WITH (FORCE): a file that leaves a connection open should hear about it.
  afterAll(() => onServer(url, `DROP DATABASE ${name}`))
  return { url: databaseOn(url, name) }
}
