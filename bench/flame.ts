import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startNode, type UketomeNode } from '../e2e/node.ts'
import { isWanted, measure, tell, warmUp } from './desk.ts'
import { loadedFolder, type Loading } from './desk/kept.ts'
import { rowsOf, type Row } from './desk/rows.ts'
import { drawn } from './flame/draw.ts'
import { asWideAs, folded, withoutPassingOn, type Tower } from './flame/fold.ts'
import { namedFrom, sourcesByMaps } from './flame/names.ts'
import { looked, profiled } from './flame/profiler.ts'
import { countingPostgres, forgetStatements, statementsOf } from './flame/statements.ts'
import { signIn } from './measure.ts'

type Asked = Loading & {
  readonly requests: number
  readonly only: string
  /** NaN: eight that create, one for every other row. */
  readonly clients: number
  /** The folder for the pictures. */
  readonly to: string
}

const usual = 'first page of the queue,open one,search 返金,create'

/** What one request of a row costs, drawn: who called whom in the server, and the statements in the database. */
export async function flame({ rows, requests, only, clients, to, ...kept }: Asked): Promise<void> {
  await using open = new AsyncDisposableStack()
  const { folder, company, truth, drop } = await loadedFolder({ rows, ...kept })
  open.defer(drop)
  const postgres = await countingPostgres(join(folder, 'postgres'))
  open.defer(() => postgres.stop())
  const settings = { UKETOME_DATA: folder, DATABASE_URL: postgres.url, NODE_OPTIONS: looked }
  const node = await startNode(settings)
  open.defer(() => node.stop())
  const work = await rowsOf(() => node.url, await signIn(node.url), company, truth)
  await mkdir(to, { recursive: true })
  for (const row of work.filter(isWanted(only || usual))) {
    const many = Number.isNaN(clients) ? usualClients(row) : clients
    const { tower, told } = await towerOf(row, { clients: many, requests }, node, postgres.url)
    const says = `${told}, ${rows.toLocaleString('en')} complaints`
    await writeFile(join(to, fileOf(row)), drawn(tower, says))
  }
}

type Load = { readonly clients: number; readonly requests: number }

/** First what it costs, without anybody who looks; then where. */
async function towerOf(
  { name, ask }: Row,
  { clients, requests }: Load,
  node: UketomeNode,
  url: string,
) {
  const row = { name, ask }
  await forgetStatements(url)
  const told = await measure(row, clients, requests)
  const asked = told.requests + Math.min(warmUp, requests)
  const database = await statementsOf(url, asked, told.cpuDatabase)
  const profile = await profiled(node, () => measure(row, clients, requests))
  const server = asWideAs(told.cpuServer, folded(profile, namedFrom(sourcesByMaps())))
  tell(told, 'flame')
  const above = [withoutPassingOn(server), database]
  const tower: Tower = { name, part: 'node', place: '', whole: told.cpu, above }
  const who = clients === 1 ? 'one client' : `${clients} clients`
  return { tower, told: `${name}: ${told.cpu.toFixed(1)} ms of the processor a request, ${who}` }
}

function usualClients({ name }: Row): number {
  return name === 'create' ? 8 : 1
}

function fileOf({ name }: Row): string {
  return `${name.replace('返金', 'refund').replaceAll(' ', '-')}.svg`
}
