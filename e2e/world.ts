import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { demoDatabase, type TestDatabase } from '#test/database.ts'
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
  // One data folder, so that all nodes know the same sessions and sign with the same key.
  const folder = await mkdtemp(join(tmpdir(), 'uketome-e2e-'))
  const demo = own ? null : await demoDatabase(makeDemo)
  if (demo) await cp(demo.folder, folder, { recursive: true })
  const settings = { ...more, UKETOME_DATA: folder, DATABASE_URL: (own ?? demo)?.url ?? '' }
  const nodes: UketomeNode[] = []
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()))
    await rm(folder, { recursive: true, force: true })
  })
  while (nodes.length < count) nodes.push(await startNode(settings)) // the first makes the company
  return nodes
}

async function makeDemo(url: string, folder: string): Promise<void> {
  const node = await startNode({ UKETOME_DATA: folder, DATABASE_URL: url })
  await node.stop()
}
