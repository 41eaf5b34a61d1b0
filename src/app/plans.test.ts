import { beforeAll, describe, expect, it } from 'vitest'
import {
  countViews,
  listComplaints,
  readComplaint,
  type View,
} from '#features/complaints/contract.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { readTallies } from '#features/complaints/tallies/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { staff } from '#test/cast.ts'
import { openDesk, value } from '#test/desk.ts'
import { conditionsOf, followStatements, nodesOf, type PlanNode } from '#test/statements.ts'
import { load } from '../../bench/desk/load.ts'

/*
 * What is asked all day long, of a company with a hundred thousand complaints: how PostgreSQL goes about it, in the desk's role
 * and behind the wall. The shape alone: nothing here measures time.
 */
const followed = followStatements()
const desk = await openDesk()
const sasaki = desk.as('sasaki')
const rows = 100_000
let complaintId = ''
beforeAll(async () => {
  const { organisationId } = sasaki.scope
  const members = (['matsui', 'okamoto', 'nakano', 'sasaki'] as const).map((key) => {
    return { id: desk.as(key).memberId, name: staff[key].name }
  })
  const until = desk.clock.now().subtract({ hours: 1 }).toString()
  await load(desk.url, { organisationId, members, rows, seed: 1, until })
  const { complaints } = value(await sasaki.call(listComplaints, { query: { view: 'open' } }))
  complaintId = complaints[7]?.id ?? ''
}, 300_000)

/** How everything is carried out that something asks of the database. */
async function carriedOut(work: () => Promise<unknown>): Promise<PlanNode[]> {
  followed.forget()
  await work()
  return followed.plans()
}

/** Tallies are few however many complaints there are. */
const big = /^complaints(?:_timeline(?:_\d)?|_search|_customers)?$/

/** `Index Scan complaints by complaints_pkey (id)`: what is looked for in which order, without names of parts. */
function shapeOf(plan: PlanNode): string[] {
  return nodesOf(plan).flatMap((node) => {
    const { 'Node Type': type, 'Relation Name': relation, 'Index Name': index } = node
    const name = [relation, index].find((each) => each !== undefined) ?? ''
    if (type === 'ModifyTable' || !/^complaints(?!_tallies)/.test(name)) return []
    return [
      [type, relation?.replace(/_\d$/, ''), index && `by ${indexOf(node)}`]
        .filter(Boolean)
        .join(' '),
    ]
  })
}

function indexOf({ 'Index Name': index = '', 'Index Cond': condition }: PlanNode): string {
  const columns = String(condition).matchAll(/\b([a-z_]+)\b(?=[^()]*\)? (?:=|<|>|>=|<=|@@) )/g)
  const looked = [...new Set([...columns].map(([, column]) => column))]
  return `${index.replace(/_\d_/, '_')} (${looked.join()})`
}

const shapesOf = (plans: readonly PlanNode[]) => [...new Set(plans.flatMap(shapeOf))]

/** No table that grows with the years is read from its first row to its last. */
function readWhole(plans: readonly PlanNode[]): string[] {
  return plans.flatMap(nodesOf).flatMap((node) => {
    const relation = node['Relation Name'] ?? ''
    return node['Node Type'] === 'Seq Scan' && big.test(relation)
      ? [`${relation}: ${conditionsOf(node)}`]
      : []
  })
}

type Query = { view: View; words?: string; cursor?: string }
const list = (query: Query) => async () => value(await sasaki.call(listComplaints, { query }))

const search = [
  'Bitmap Heap Scan complaints_search',
  'Bitmap Index Scan by complaints_search_terms_idx (terms)',
  // When the last complaint came in: from there on the newest finds are looked for.
  'Index Only Scan complaints by complaints_organisation_id_received_at_id_idx (organisation_id)',
]
const byId = 'Index Scan complaints by complaints_pkey (id)'
const ofChain =
  'Index Scan complaints_timeline by complaints_timeline_pkey (organisation_id,complaint_id,sequence)'
const byReceipt = 'complaints_organisation_id_received_at_id_idx'
const before2026 = '2026-01-01T00:00:00Z/00000000-0000-7000-8000-000000000000'

/** What is asked most, as its screen or its sender does over HTTP, and how it is carried out. */
const hottest: readonly [name: string, work: () => Promise<unknown>, shapes: readonly string[]][] =
  [
    [
      '受信箱の一枚め',
      list({ view: 'open' }),
      ['Index Scan complaints by complaints_open (organisation_id)'],
    ],
    [
      '安全にかかわるもの',
      list({ view: 'safety' }),
      [
        'Index Only Scan complaints by complaints_safety (organisation_id)',
        'Index Scan complaints by complaints_safety (organisation_id)',
      ],
    ],
    [
      '続きの一枚',
      list({ view: 'all', cursor: before2026 }),
      [`Index Scan complaints by ${byReceipt} (organisation_id,received_at,id)`],
    ],
    ['言葉で探す', list({ view: 'all', words: '返金' }), [...search, byId]],
    ['どれにもある字で探す', list({ view: 'all', words: 'の' }), [...search, byId]],
    ['一文字で探す', list({ view: 'all', words: '釘' }), [...search, byId]],
    ['番号で探す', list({ view: 'all', words: 'OR-100042' }), [...search, byId]],
    ['ない言葉を探す', list({ view: 'all', words: '麒麟' }), search],
    ['未完了から探す', list({ view: 'open', words: '返金 交換' }), [...search, byId]],
    ['一件を開く', open, [byId, ofChain]],
    [
      '書きとめる',
      note,
      [
        byId,
        'Index Scan complaints_timeline by complaints_timeline_organisation_id_command_id_idx (organisation_id,command_id)',
        'Index Scan complaints by complaints_organisation_id_id_key (organisation_id,id)',
      ],
    ],
  ]

async function open() {
  value(await sasaki.call(readComplaint, { params: { complaintId } }))
  value(await sasaki.call(readTimeline, { params: { complaintId } }))
}

async function note() {
  const body = { id: desk.newId(), speaker: 'internal', text: '折り返した' } as const
  value(await sasaki.call(addNote, { params: { complaintId }, body }))
}

async function receive() {
  const customer = { name: '森下 恵', phone: '090-1234-5678' }
  const arrived = { channel: 'mail', words: '届いた皿が割れていました。', customer } as const
  value(await sasaki.call(receiveComplaint, { body: { id: desk.newId(), ...arrived } }))
}

const beside: Record<string, () => Promise<unknown>> = {
  自分の担当: list({ view: 'mine' }),
  終わったもの: list({ view: 'closed' }),
  ビューの件数: async () => value(await sasaki.call(countViews)),
  安全にかかわるものから探す: list({ view: 'safety', words: '高橋' }),
  受けつける: receive,
  理由ごとの件数: async () => value(await sasaki.call(readTallies)),
}

describe('一日じゅう聞かれることは、年月を読み直さない', () => {
  it.each(hottest)('%s', async (_, work, golden) => {
    const plans = await carriedOut(work)
    expect(readWhole(plans)).toEqual([])
    expect(shapesOf(plans)).toEqual(golden)
  })

  it.each(Object.entries(beside))('%s', async (_, work) => {
    const plans = await carriedOut(work)
    expect(plans.length).toBeGreaterThan(0)
    expect(readWhole(plans)).toEqual([])
  })

  it('読みとおす文があれば、見つかる', () => {
    const plan = { 'Node Type': 'Seq Scan', 'Relation Name': 'complaints', Filter: '(head > 3)' }
    expect(readWhole([plan])).toEqual(['complaints: (head > 3)'])
  })
})

describe('分けたタイムライン', () => {
  it('用意された文になっても、その会社のある一つだけを読む', async () => {
    const plans = await carriedOut(async () => {
      for (let times = 0; times < 30; times += 1) await open()
      await note()
    })
    const parts = plans
      .flatMap(nodesOf)
      .flatMap(({ 'Relation Name': name = '', 'Node Type': type }) =>
        type !== 'ModifyTable' && name.startsWith('complaints_timeline') ? [name] : [],
      )
    expect(parts.length).toBeGreaterThan(30)
    expect(new Set(parts).size).toBe(1)
  })
})
