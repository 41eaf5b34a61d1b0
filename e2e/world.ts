import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { startNode, type UketomeNode } from './node.ts'

/**
 * `count` servers on one fresh database with the demo company, for the journeys of one file. Called at
 * its top (`const [desk] = await startNodes(1)`); stopped after its last test. A journey that has to reach
 * into the database brings its own.
 */
export async function startNodes(
  count: number,
  own?: TestDatabase,
  more: Readonly<Record<string, string>> = {},
): Promise<UketomeNode[]> {
  const database = own ?? (await testDatabase())
  // One data folder, so that all nodes know the same sessions and sign with the same key.
  const folder = await mkdtemp(join(tmpdir(), 'uketome-e2e-'))
  const settings = { ...more, UKETOME_DATA: folder, DATABASE_URL: database.url }
  const nodes: UketomeNode[] = []
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()))
    await rm(folder, { recursive: true, force: true })
  })
  while (nodes.length < count) nodes.push(await startNode(settings)) // the first makes the company
  return nodes
}
