import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { listAssigned } from '#features/assignment/contract.ts'
import { listComplaints, type View } from '#features/complaints/contract.ts'
import { countedFinds } from '#features/complaints/search.ts'
import { openDesk, value } from '#test/desk.ts'
import { writeFinds } from '#test/many-finds.ts'

const many = countedFinds + 30

/** Newest first. */
type There = {
  id: string
  at: string
  isClosed: boolean
  isSafety: boolean
  severity: string
}
const densities = await Promise.all(
  [120, 240].map(async (aDay) => ({ aDay, desk: await openDesk() })),
)

/*
 * A word that is in thousands of complaints: some days bring hundreds of them, some none for months, and many come in the
 * same second. Whatever is asked, it is the same as of all of them sorted. With 240 a day the newest days are counted alone.
 */
describe.each(densities)('一日に $aDay 件', ({ aDay, desk }) => {
  const sasaki = desk.as('sasaki')
  const there: There[] = []

  beforeAll(async () => {
    await writeFinds(desk.url, many, aDay)
    const root = new pg.Client({ connectionString: desk.url })
    await root.connect()
    const { rows } = await root.query<Omit<There, 'at'> & { at: Date }>(
      `select id, received_at as at, closed_at is not null as "isClosed", is_safety as "isSafety", severity from complaints
        order by received_at desc, id desc`,
    )
    there.push(...rows.map((row) => ({ ...row, at: row.at.toISOString() })))
    await root.end()
  }, 120_000)

  type Place = {
    cursor?: string
    before?: string
    skip?: number
    limit?: number
    counted?: boolean
  }
  const read = async (view: View, place: Place, words = '返金') =>
    value(await sasaki.call(listComplaints, { query: { view, words, ...place } }))
  const idsOf = (lines: readonly { id: string }[]) => lines.map(({ id }) => id)
  const cursorOf = (line: There | undefined) => (line ? `${line.at}/${line.id}` : '')
  const placed = (at: number) => there[at] ?? expect.fail(`nothing at ${at}`)

  it('数えれば、一万件を超えたときだけ「以上」と言う。数えなければ、読んだところまでを言う', async () => {
    const { total, isAtLeast } = await read('all', { limit: 1, counted: true })
    expect({ total, isAtLeast }).toEqual({ total: countedFinds, isAtLeast: true })
    const open = there.filter(({ isClosed }) => !isClosed).length
    const counted = await read('open', { limit: 1, counted: true })
    expect(counted).toMatchObject({ total: open, isAtLeast: false })
    expect(await read('open', { limit: 50 })).toMatchObject({ total: 51, isAtLeast: true })
  })

  type Page = { complaints: { id: string }[]; next: string | null }
  const walked = async (turn: (cursor: string) => Promise<Page>) => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Page = await turn(cursor)
      seen.push(...idsOf(page.complaints))
      cursor = page.next
    }
    return seen
  }

  it('一枚ずつめくると、すべてが新しい順に、一度ずつ出る', async () => {
    for (const view of ['all', 'open', 'closed'] as const) {
      const wanted = there.filter(
        ({ isClosed }) => view === 'all' || isClosed === (view === 'closed'),
      )
      expect(await walked((cursor) => read(view, { cursor, limit: 200 }))).toEqual(idsOf(wanted))
    }
  })

  it.each(['low', 'critical'] as const)(
    '緊急度 %s に絞っても、同じように並ぶ',
    async (severity) => {
      const wanted = there.filter((each) => each.severity === severity)
      const narrowed = async (place: Place) =>
        value(
          await sasaki.call(listAssigned, {
            query: { view: 'all', words: '返金', severity, ...place },
          }),
        )
      expect(await walked((cursor) => narrowed({ cursor, limit: 200 }))).toEqual(idsOf(wanted))
      for (const at of [0, 12, wanted.length - 3]) {
        const above = await narrowed({ before: cursorOf(wanted[at]), limit: 20 })
        expect(idsOf(above.complaints)).toEqual(idsOf(wanted.slice(Math.max(0, at - 20), at)))
        const skipped = await narrowed({ skip: at, limit: 20 })
        expect(idsOf(skipped.complaints)).toEqual(idsOf(wanted.slice(at, at + 20)))
      }
      const counted = await narrowed({ limit: 1, counted: true })
      expect(counted).toMatchObject({ total: wanted.length, isAtLeast: false })
    },
  )

  it('安全の苦情だけを探せる', async () => {
    const wanted = there.filter(({ isClosed, isSafety }) => isSafety && !isClosed)
    expect(await walked((cursor) => read('safety', { cursor, limit: 200 }))).toEqual(idsOf(wanted))
  })

  it('どこからでも、上へも下へも、飛ばしても、並びは同じ', async () => {
    for (const at of [0, 1, 119, 121, 3590, 3605, 8995, 9005, many - 3]) {
      const below = await read('all', { cursor: cursorOf(placed(at)), limit: 50 })
      expect(idsOf(below.complaints)).toEqual(idsOf(there.slice(at + 1, at + 51)))
      const above = await read('all', { before: cursorOf(placed(at)), limit: 50 })
      expect(idsOf(above.complaints)).toEqual(idsOf(there.slice(Math.max(0, at - 50), at)))
      const skipped = await read('all', { skip: at, limit: 50 })
      expect(idsOf(skipped.complaints)).toEqual(idsOf(there.slice(at, at + 50)))
    }
  })

  it('目印は言葉としては探せず、言葉に似たものとも混ざらない', async () => {
    for (const words of ['@open', '@2026-11-01', 'open', '2026-11-01', '返金 open'])
      expect(await read('all', {}, words)).toMatchObject({ complaints: [], total: 0 })
  })
})
