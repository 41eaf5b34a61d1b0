import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withinWall } from '#platform/db/database.ts'
import {
  closeComplaint,
  findCause,
  reopenComplaint,
} from '#features/complaints/handling/contract.ts'
import { countViews, listComplaints } from '#features/complaints/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { readTallies } from './contract.ts'
import { talliesOf } from './queries.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const takagi = desk.as('takagi')
const { organisationId } = matsui.scope

async function receive(receivedAt: string): Promise<string> {
  const body = { id: desk.newId(), channel: 'mail' as const, words: '色が違います。', receivedAt }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}

async function explain(complaintId: string, cause: 'defect' | 'expectation') {
  const found = { cause, detail: '', answeringFunction: 'product' as const }
  const body = { id: desk.newId(), ...found, detail: '染めむら' }
  value(await matsui.call(findCause, { params: { complaintId }, body }))
}

async function close(complaintId: string) {
  const body = { id: desk.newId(), outcome: 'resolved' as const, agreementWords: 'それで結構です' }
  value(await matsui.call(closeComplaint, { params: { complaintId }, body }))
}

const tallies = async (query = {}) => value(await takagi.call(readTallies, { query })).tallies

describe('月と理由ごとの件数', () => {
  it('受け付けた月（日本の暦）と、分かった理由ごとに、いま終わっていない数と数える', async () => {
    // The last day of October in London is the first of November in Japan.
    const [first, second] = [
      await receive('2026-10-31T15:30:00Z'),
      await receive('2026-10-05T01:00:00Z'),
    ]
    await receive('2026-11-10T01:00:00Z')
    expect(await tallies()).toEqual([
      { month: '2026-10', cause: null, received: 1, open: 1 },
      { month: '2026-11', cause: null, received: 2, open: 2 },
    ])
    await explain(first, 'expectation')
    await explain(second, 'defect')
    await explain(first, 'defect')
    await close(first)
    expect(await tallies()).toEqual([
      { month: '2026-10', cause: 'defect', received: 1, open: 1 },
      { month: '2026-11', cause: 'defect', received: 1, open: 0 },
      { month: '2026-11', cause: null, received: 1, open: 1 },
    ])
    expect(await tallies({ from: '2026-11', until: '2026-11' })).toHaveLength(2)
    const body = { id: desk.newId(), reason: 'また色が落ちた' }
    value(await matsui.call(reopenComplaint, { params: { complaintId: first }, body }))
    expect((await tallies())[1]).toEqual({
      month: '2026-11',
      cause: 'defect',
      received: 1,
      open: 1,
    })
  })

  it('まとめ直しても数は変わらず、行は組の数まで減る', async () => {
    const before = await tallies()
    await desk.ports.db.transaction().execute(async (tx) => {
      await sql`select complaints_add_up(${organisationId})`.execute(tx)
    })
    const { rows } = await sql<{ many: number }>`
      select count(*)::int as many from complaints_tallies`.execute(desk.ports.db)
    expect(rows).toEqual([{ many: before.length }])
    expect(await tallies()).toEqual(before)
  })

  it('一覧の件数は、数えてあるものと一つずつ数えたものが同じ', async () => {
    const { counts } = value(await matsui.call(countViews))
    for (const view of ['open', 'closed', 'all'] as const) {
      const page = value(await matsui.call(listComplaints, { query: { view } }))
      expect([page.total, counts[view]]).toEqual([page.complaints.length, page.complaints.length])
    }
  })

  it('会社全体の数なので、率いる人と分析する人だけが読める', async () => {
    for (const who of ['takagi', 'nakano', 'fujii'] as const)
      expect(code(await desk.as(who).call(readTallies))).toBe('ok')
    for (const who of ['matsui', 'okamoto', 'ishida', 'mori'] as const)
      expect(code(await desk.as(who).call(readTallies))).toBe('access.not-allowed')
  })

  it('ほかの会社の数は見えない', async () => {
    const elsewhere = '00000000-0000-7000-8000-00000000000b'
    expect(await withinWall(desk.ports.db, elsewhere, (tx) => talliesOf(tx, {}))).toEqual([])
  })
})
