import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/db/migrate.ts'
import { startPostgres } from '#platform/postgres/start.ts'
import { binariesBelow } from '#platform/postgres/binaries.ts'
import { databaseOn, databasesOn, onServer } from './on-server.ts'
import { startOther } from './other-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server of this run, as the superuser, and the migrated database to clone. */
    postgres: { readonly url: string; readonly template: string }
  }
}

/** One server and one migrated template for the whole run; none when only rules are asked for. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const asked = project.vitest.config.project
  if (asked.length > 0 && asked.every((name) => name === 'rules')) return undefined
  const { url, stop } = await serverOfRun()
  const template = `uketome_template_${process.pid}`
  await onServer(url, `CREATE DATABASE ${template}`)
  await migrate(databaseOn(url, template))
  project.provide('postgres', { url, template })
  return async () => {
    const made = (await databasesOn(url)).filter(
      (name) => name === template || name.startsWith(`${template}_`),
    )
    for (const name of made) await onServer(url, `DROP DATABASE ${name} WITH (FORCE)`)
    const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(`${template}_`))
    for (const name of folders) await rm(join(tmpdir(), name), { recursive: true, force: true })
    await stop()
  }
}

/** The embedded one; or one that runs already, or that is started from a folder with `bin/` in it. */
async function serverOfRun(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { UKETOME_TEST_DATABASE_URL: given, UKETOME_TEST_BINARIES: folder } = process.env
  if (given) return { url: given, stop: () => Promise.resolve() }
  return folder ? startOther(binariesBelow(folder)) : startPostgres({ durable: false })
}
