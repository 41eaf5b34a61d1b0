import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { databaseOn, onServer } from './on-server.ts'

export type TestDatabase = { readonly url: string }

/**
 * A migrated, empty database of this test file alone. Called at the top of the file
 * (`const database = await testDatabase()`); dropped after its last test.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, template } = inject('postgres')
  const name = `uketome_test_${randomBytes(6).toString('hex')}`
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  // Not WITH (FORCE): a file that leaves a connection open should hear about it.
  afterAll(() => onServer(url, `DROP DATABASE ${name}`))
  return { url: databaseOn(url, name) }
}
