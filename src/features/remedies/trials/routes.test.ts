import { describe, expect, it } from 'vitest'
import { receiveComplaint } from '#features/intake/contract.ts'
import { lineOf } from '#features/remedies/cells/rules.ts'
import { publishDraft, readTable, saveDraft } from '#features/remedies/tables/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import * as wall from './contract.ts'

const desk = await openDesk()
const [matsui, sasaki, fujii] = [desk.as('matsui'), desk.as('sasaki'), desk.as('fujii')]
const bottle = { product: 'オリーブオイル', price: 2480, purchasedOn: '2026-11-18' }
const november = { from: '2026-11-01', until: '2026-11-30' }

async function receive(count: number) {
  for (let made = 0; made < count; made += 10)
    await Promise.all(
      Array.from({ length: Math.min(10, count - made) }, async () => {
        const sent = { id: desk.newId(), channel: 'phone' as const, words: '瓶が割れた' }
        const body = { ...sent, customer: {}, details: bottle }
        return value(await matsui.call(receiveComplaint, { body }))
      }),
    )
}

/** The table in force as a draft in which the exchange of what is faulty is taken back. */
async function drafted(change: Record<string, string>) {
  const { version, rules, draft } = value(await fujii.call(readTable))
  const lines = rules.map((rule) => lineOf(rule))
  const changed = lines.map((line) =>
    line.cells.code === 'R-01' ? { ...line, cells: { ...line.cells, ...change } } : line,
  )
  const based = { revision: draft?.revision ?? 0, fromNumber: version?.number ?? 0 }
  return value(await fujii.call(saveDraft, { body: { ...based, lines: changed } })).revision
}
const tryOut = (revision: number) => fujii.call(wall.tryDraft, { body: { ...november, revision } })
const present = async () => value(await fujii.call(wall.readTrial)).trial
const publish = (revision: number) =>
  fujii.call(publishDraft, { body: { revision, note: '見直し' } })

describe('期間のすべての苦情で試す', () => {
  it('多いときは続きを後ろで試し、終わるまで公開できず、一件も残さない', async () => {
    await receive(600)
    const revision = await drafted({ productContains: '茶わん' })
    const begun = value(await tryOut(revision))
    expect(begun).toMatchObject({ state: 'running', total: 600, looked: 250, changed: 250 })
    expect(code(await publish(revision))).toBe('remedies.not-tested')
    await desk.runJobs()
    const ended = await present()
    expect(ended).toMatchObject({ state: 'finished', total: 600, looked: 600, changed: 600 })
    expect(ended?.sums).toMatchObject({ accepted: 0, rows: [{ code: 'R-01', lost: 600 }] })

    const seen = new Set<string>()
    for (let after: number | null = 0; after !== null;) {
      const query = { after, limit: 200 }
      const page: { cases: wall.TrialLine[]; next: number | null } = value(
        await fujii.call(wall.listTrialCases, { query }),
      )
      for (const { complaintId } of page.cases) seen.add(complaintId)
      after = page.next
    }
    expect(seen.size).toBe(600)
    expect(value(await publish(revision)).number).toBeGreaterThan(1)
    expect(await present()).toBeNull()
  })

  it('途中で止めると、そこまでが読め、公開には使えない', async () => {
    const revision = await drafted({ productContains: '皿' })
    expect(value(await tryOut(revision)).state).toBe('running')
    expect(value(await fujii.call(wall.stopTrial))).toMatchObject({ state: 'stopped', looked: 250 })
    await desk.runJobs()
    expect(await present()).toMatchObject({ state: 'stopped', looked: 250 })
    expect(code(await publish(revision))).toBe('remedies.not-tested')
  })

  it('試している間に表を直すと、古い表の続きはしない', async () => {
    value(await tryOut(await drafted({ productContains: '鉢' })))
    const revision = await drafted({ productContains: '急須' })
    await desk.runJobs()
    expect(await present()).toMatchObject({ state: 'stopped', looked: 250 })
    expect(code(await publish(revision))).toBe('remedies.not-tested')
  })

  it('始め直すと、前のものは残らない', async () => {
    const revision = await drafted({ productContains: '' })
    const first = value(await tryOut(revision))
    const second = value(await tryOut(revision))
    expect(second.id).not.toBe(first.id)
    await desk.runJobs()
    expect(await present()).toMatchObject({ id: second.id, state: 'finished', looked: 600 })
    expect(value(await fujii.call(wall.listTrialCases)).total).toBe(600)
  })
})

it('期間の両端の日を含み、その外は見ない', async () => {
  const revision = await drafted({ productContains: '鉢' })
  const on = async (from: string, until: string) =>
    value(await fujii.call(wall.tryDraft, { body: { revision, from, until } })).total
  expect(await on('2026-11-24', '2026-11-24')).toBe(600)
  expect(await on('2026-11-25', '2026-11-30')).toBe(0)
  expect(await on('2026-10-01', '2026-11-23')).toBe(0)
})

it('管理者だけが試せ、逆さの期間と、無い試しは、どうすればよいかを言って断る', async () => {
  const revision = await drafted({ productContains: '盆' })
  const body = { ...november, revision }
  expect(await sasaki.call(wall.tryDraft, { body })).toMatchObject({ status: 403 })
  expect(await sasaki.call(wall.readTrial)).toMatchObject({ status: 403 })
  const reversed = { from: november.until, until: november.from, revision }
  const refused = await fujii.call(wall.tryDraft, { body: reversed })
  expect([code(refused), refused.detail]).toEqual([
    'remedies.trial-backwards',
    expect.stringContaining('期間を直して'),
  ])
})
