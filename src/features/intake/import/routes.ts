import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import { writeTable, type TableFormat } from '#platform/files/table-file.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canImport } from '../policy.ts'
import { bring, check, dropPlan, rememberPlan, replan, start, stop } from './actions.ts'
import * as wall from './contract.ts'
import { importById, latestImports, linesOf, namedPlans, refusedRows } from './queries.ts'
import { reasonColumns } from './rules.ts'

export function importRoutes(ports: Ports): Route<Scope | null>[] {
  return [...reading(ports), ...running(ports), ...mappings(ports)]
}

function reading(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listImports, canImport, async ({ may }) =>
      ok({ imports: await inside(ports.db, may, latestImports) }),
    ),
    deskRoute(wall.readImport, canImport, async ({ may, params }) => {
      const found = await inside(ports.db, may, (tx) => importById(tx, params.importId))
      return found ? ok(found) : refuse('missing', 'intake.import-missing', {})
    }),
    deskRoute(wall.listLines, canImport, async ({ may, params, query }) =>
      ok(await inside(ports.db, may, (tx) => linesOf(tx, may, params.importId, query))),
    ),
    deskRoute(wall.downloadRefused, canImport, ({ may, params, query }) =>
      refusedFile(ports, may, params.importId, query.as),
    ),
  ]
}

function running(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.bringFile, canImport, ({ may, query, body }) =>
      bring(ports, may, { ...query, bytes: body }),
    ),
    deskRoute(wall.changePlan, canImport, ({ may, params, body }) =>
      replan(ports, may, params.importId, body),
    ),
    deskRoute(wall.checkImport, canImport, ({ may, params }) => check(ports, may, params.importId)),
    deskRoute(wall.startImport, canImport, ({ may, params }) => start(ports, may, params.importId)),
    deskRoute(wall.stopImport, canImport, ({ may, params }) => stop(ports, may, params.importId)),
  ]
}

function mappings(ports: Ports): Route<Scope | null>[] {
  const all = async (may: Scope) => ({ mappings: await inside(ports.db, may, namedPlans) })
  return [
    deskRoute(wall.listPlans, canImport, async ({ may }) => ok(await all(may))),
    deskRoute(wall.savePlan, canImport, async ({ may, body }) => {
      await rememberPlan(ports, may, body)
      const saved = (await all(may)).mappings.find(({ name }) => name === body.name)
      return saved ? ok(saved) : refuse('missing', 'intake.mapping-missing', {})
    }),
    deskRoute(wall.forgetPlan, canImport, async ({ may, params }) => {
      const gone = await dropPlan(ports, may, params.mappingId)
      return gone.ok ? ok(await all(may)) : gone
    }),
  ]
}

/** With the columns of the file first, so that it can be mended and sent back as it is. */
async function refusedFile(ports: Ports, may: Scope, importId: string, as: TableFormat) {
  const run = await inside(ports.db, may, (tx) => importById(tx, importId))
  if (!run) return refuse('missing', 'intake.import-missing', {})
  const rows = await inside(ports.db, may, (tx) => refusedRows(tx, may, importId))
  if (rows.length === 0) return refuse('missing', 'intake.import-nothing-refused', {})
  const own = new Set(run.kind === 'table' ? run.shape.columns : [])
  const columns = [...new Set([...own, ...rows.flatMap(({ values }) => Object.keys(values))])]
  const heading = [...columns, reasonColumns[may.language === 'ja' ? 0 : 1]]
  const table = rows.map(({ values, reason }) => [
    ...columns.map((column) => textOf(values[column])),
    reason,
  ])
  return named(run.name, as, await writeTable([heading, ...table], as))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function named(
  name: string,
  as: TableFormat,
  written: Awaited<ReturnType<typeof writeTable>>,
): Result<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  if ('lacks' in written)
    return refuse('invalid', 'intake.import-not-in-cp932', { letters: written.lacks })
  const stem = name.replace(/\.[a-z]+$/iu, '')
  const ending = as === 'xlsx' ? 'xlsx' : 'csv'
  return ok({ name: `${stem}_取り込めなかった行.${ending}`, bytes: written })
}
