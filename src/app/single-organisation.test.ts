import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stories, type StaffKey } from '#test/cast.ts'
import { openDesk } from '#test/desk.ts'
import { majorVersionOf } from '#test/on-server.ts'
import {
  conditionsOf,
  followStatements,
  nodesOf,
  type PlanNode,
  type Statement,
} from '#test/statements.ts'
import { callerOf } from './caller.ts'
import { nameDepartments } from './demo/departments.ts'
import { openDesks } from './demo/desks.ts'
import { allRoutes } from './wiring.ts'

/*
 * The base for organisations on servers of their own: whatever the house asks of the tables of a company is bound to one
 * company, and PostgreSQL's own plan says so. All stories are played, then everybody reads every address there is.
 */
const followed = followStatements()
const desk = await openDesk()
const root = new pg.Client({ connectionString: desk.url })
await root.connect()
afterAll(() => root.end())

const people = ['sasaki', 'fujii', 'nakano', 'mori'] as const satisfies readonly StaffKey[]
let asked: Statement[] = []

beforeAll(async () => {
  const call = callerOf(allRoutes(desk.ports))
  const stage = { call, scopeOf: (key: StaffKey) => desk.as(key).scope, nextId: desk.newId }
  await openDesks(stage)
  await nameDepartments(stage)
  const told = await desk.play(stories)
  const [complaintId = ''] = told.values()
  for (const { endpoint } of allRoutes(desk.ports).filter(
    ({ endpoint }) => endpoint.method === 'get',
  ))
    for (const person of people) {
      const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
        name === 'slug' ? 'demo' : name === 'complaintId' ? complaintId : desk.newId(),
      )
      desk.as(person)
      await desk.app.request(path, { headers: { 'x-test-person': person } })
    }
  const known = new Map<string, Statement>()
  for (const statement of followed.statements()) {
    if (/^\s*(?:select|insert|update|delete|with)\b/i.test(statement.text))
      known.set(`${statement.organisationId === null} ${statement.text}`, statement)
  }
  asked = [...known.values()]
}, 600_000)

/** The tables of companies, and the parts of those that are divided. Members sign in before it is known where they belong. */
const { rows: tables } = await root.query<{ name: string; isOfCompany: boolean }>(
  `select c.relname as name, exists (select from pg_attribute a
       where a.attrelid = c.oid and a.attname = 'organisation_id') and c.relname <> 'access_members' as "isOfCompany"
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
)
const ofCompanies = new Set(tables.flatMap(({ name, isOfCompany }) => (isOfCompany ? [name] : [])))

/** The plan without the values: it holds for all of them. */
async function planOf({ text, organisationId }: Statement): Promise<PlanNode> {
  await root.query('begin')
  try {
    if (organisationId !== null) {
      await root.query(`select set_config('uketome.organisation', $1, true)`, [organisationId])
      await root.query('set local role uketome_desk')
    }
    const { rows } = await root.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `explain (generic_plan, verbose, format json) ${text}`,
    )
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
    if (!plan) throw new Error(`no plan: ${text}`)
    return plan
  } finally {
    await root.query('rollback')
  }
}

const readsOf = (plan: PlanNode) =>
  nodesOf(plan).filter(
    (node) => ofCompanies.has(node['Relation Name'] ?? '') && node['Node Type'] !== 'ModifyTable',
  )
/** Where a statement reads rows of whatever company. */
const unboundIn = async (statement: Statement) =>
  readsOf(await planOf(statement))
    .filter((node) => !/\borganisation_id = /.test(conditionsOf(node)))
    .map((node) => `${node['Relation Name']}: ${statement.text}`)

// PostgreSQL 15 plans nothing without its values.
const plansAlone = (await majorVersionOf(desk.url)) >= 16

describe.runIf(plansAlone)('会社のデータは、会社ごとに分けて置ける', () => {
  it('お客様のいる表を読む文は、どれも一つの会社に結ばれている', async () => {
    const inside = asked.filter(({ organisationId }) => organisationId !== null)
    expect(inside.length).toBeGreaterThan(200)
    const unbound: string[] = []
    for (const statement of inside) unbound.push(...(await unboundIn(statement)))
    expect(unbound).toEqual([])
  })

  it('壁の外の文は、会社の表を読まない', async () => {
    const outside = asked.filter(({ organisationId }) => organisationId === null)
    expect(outside.length).toBeGreaterThan(5)
    const reaching: string[] = []
    for (const statement of outside)
      for (const node of readsOf(await planOf(statement)))
        reaching.push(`${node['Relation Name']}: ${statement.text}`)
    expect(reaching).toEqual([])
  })

  it('結ばれていない文があれば、見つかる', async () => {
    const text = 'select subject from complaints where head > 3'
    expect(await unboundIn({ text, values: [], organisationId: null })).toEqual([
      `complaints: ${text}`,
    ])
  })
})

describe('会社の名のない表と、壁を通る関数は、数えるほどである', () => {
  it('会社の名を持たない表は、サインインと会社そのものと移行の記録だけ', () => {
    expect(tables.flatMap(({ name, isOfCompany }) => (isOfCompany ? [] : [name]))).toEqual([
      'access_accounts',
      'access_members',
      'access_organisations',
      'access_sessions',
      'access_users',
      'access_verifications',
      'migrations',
    ])
  })

  it('壁を通りぬける関数は数えるほどで、会社の表を読むものは会社を名ざす', async () => {
    const { rows } = await root.query<{ name: string; source: string }>(
      `select proname as name, prosrc as source from pg_proc
        where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual([
      // What waits to be heard, of whichever company: ids alone, and not for the desk's role.
      'complaints_forget_heard',
      'complaints_found',
      'complaints_found_count',
      'complaints_found_page',
      'complaints_take_unheard',
      'uketome_cancel',
      'uketome_enqueue',
    ])
    for (const { source } of rows.filter(({ name }) => name.startsWith('complaints_found')))
      expect(source).toContain('organisation constant uuid := uketome_organisation()')
  })
})
