import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '#features/complaints/checkpoints/queries.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import { keysOf, orderKey } from '#features/complaints/customers/rules.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { recordsOf } from '#features/complaints/record/queries.ts'
import {
  excerptOf,
  isSafetyMatter,
  nextDueOf,
  stateOf,
  subjectOf,
} from '#features/complaints/rules.ts'
import { searchText, termsOf } from '#features/complaints/search.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { withinWall } from '#platform/db/database.ts'
import { staff } from '#test/cast.ts'
import { openDesk, value } from '#test/desk.ts'
import { load } from '../bench/desk/load.ts'
import { searches } from '../bench/desk/searches.ts'

/* What the benches load is written in one stroke inside the database: it must be what the product would have written. */
const desk = await openDesk()
const sasaki = desk.as('sasaki')
const { organisationId } = sasaki.scope
// The parts come round more than once, so that each meets others than the first time.
const rows = 1200
const root = new pg.Client({ connectionString: desk.url, options: '-c timezone=UTC' })
let before: unknown[] = []
let truth: readonly number[] = []
let records = new Map<string, CaseRecord>()

beforeAll(async () => {
  await root.connect()
  before = await definitions()
  const members = (['matsui', 'nakano'] as const).map((key) => {
    return { id: desk.as(key).memberId, name: staff[key].name }
  })
  const until = desk.clock.now().subtract({ hours: 1 }).toString()
  truth = (await load(desk.url, { organisationId, members, rows, seed: 1, until })).truth
  const { rows: found } = await root.query<{ id: string }>('select id from complaints')
  const ids = found.map(({ id }) => id)
  records = await withinWall(desk.ports.db, organisationId, (tx) =>
    recordsOf(tx, sasaki.scope, ids, 'pass'),
  )
})
afterAll(() => root.end())

/** Every index, rule and kind of storage of all tables, and whether it holds. */
async function definitions(): Promise<unknown[]> {
  const { rows: all } = await root.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as is, indisvalid and indisready and indislive as holds
       from pg_index join pg_class c on c.oid = indrelid where relnamespace = 'public'::regnamespace
     union all
     select conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid), convalidated from pg_constraint
     union all
     select attrelid::regclass || ' ' || attname, attstorage::text, true from pg_attribute
       join pg_class c on c.oid = attrelid where relnamespace = 'public'::regnamespace
     union all
     select nspname, '', true from pg_namespace where nspname !~ '^pg_'
     order by 1, 2`,
  )
  return all
}

test('索引も制約も、入れる前と同じに残る', async () => {
  expect(await definitions()).toEqual(before)
})

test('どの記録の鎖も、はじめから終わりまでつながっている', async () => {
  const found = await withinWall(desk.ports.db, organisationId, (tx) => verify(tx, organisationId))
  expect(found).toEqual({ complaints: rows, entries: 8 * rows, findings: [] })
})

test('一覧の行は、記録から書いたものと同じ', async () => {
  const { rows: lines } = await root.query(
    `select id, number, head, channel, state, subject, excerpt, customer_id, customer_name, order_number, severity, is_safety,
            cause, owner_id, next_due_at, received_at::text, closed_at::text from complaints order by id`,
  )
  expect(lines).toEqual([...records].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(lineOf))
})

function lineOf([id, record]: readonly [string, CaseRecord]) {
  return {
    id,
    number: record.number,
    head: 8,
    channel: record.channel,
    state: stateOf(record),
    subject: subjectOf(record),
    excerpt: excerptOf(record.ownWords, 120),
    customer_id: record.customer.customerId,
    customer_name: record.customer.name,
    order_number: orderKey(record.details.orderNumber ?? ''),
    severity: record.severity,
    is_safety: isSafetyMatter(record),
    cause: record.cause?.cause,
    owner_id: record.ownerId,
    next_due_at: nextDueOf(record),
    received_at: printed(record.receivedAt),
    closed_at: record.closing ? printed(record.closing.at) : null,
  }
}

/** As PostgreSQL prints it. */
function printed(at: string): string {
  return at.replace('T', ' ').replace('Z', '+00')
}

test('探すための語は、記録から取り出したものと同じ', async () => {
  const { rows: found } = await root.query<{ id: string; terms: string[] }>(
    'select complaint_id as id, tsvector_to_array(terms) as terms from complaints_search',
  )
  const terms = new Map(found.map((row) => [row.id, row.terms.toSorted()]))
  const expected = [...records].map(([id, record]) => [id, termsOf(record).toSorted()] as const)
  expect(terms).toEqual(new Map(expected))
})

test('お客様は、名前と電話の鍵で引ける', async () => {
  const { rows: found } = await root.query(
    'select id, name, phone, name_key, phone_key from complaints_customers order by id',
  )
  const customers = [...records.values()].map(({ customer: { customerId: id, name, phone } }) => {
    const keys = keysOf({ name, phone })
    return { id, name, phone, name_key: keys.name, phone_key: keys.phone }
  })
  expect(found).toEqual(customers.toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)))
})

test('探して見つかるはずの数は、全文を一件ずつ読んだ数と同じ', () => {
  const counts = searches.map(({ view, needles }) => {
    const shown = [...records.values()].filter((record) => {
      return view === 'all' || (!record.closing && (view === 'open' || isSafetyMatter(record)))
    })
    return shown.filter((record) => needles.every((needle) => needle.test(searchText(record))))
      .length
  })
  expect(truth).toEqual(counts)
  expect(counts[0]).toBeGreaterThan(rows * 0.05)
})

test('同じ言葉の苦情は二つとなく、次の番号は続きから', async () => {
  expect(new Set([...records.values()].map(({ ownWords }) => ownWords)).size).toBe(rows)
  const body = { id: desk.newId(), channel: 'mail', words: '蓋が割れていました。' } as const
  await sasaki.call(receiveComplaint, { body: { ...body, customer: {}, details: {} } })
  const complaint = value(await sasaki.call(readComplaint, { params: { complaintId: body.id } }))
  expect(complaint.number).toMatch(/-0*1201$/)
})
