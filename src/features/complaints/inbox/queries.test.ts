import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { listComplaints } from '#features/complaints/contract.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { majorVersionOf } from '#test/on-server.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')

async function receive(words: string): Promise<string> {
  const body = { id: desk.newId(), channel: 'mail' as const, words }
  return value(await matsui.call(receiveComplaint, { body })).complaintId
}

/** Enough different words to lie apart from their row. */
const long = Array.from({ length: 600 }, (_, at) => String.fromCodePoint(0x4e00 + at * 7)).join('')
const complaintId = await receive(long)

const note = async (text: string) => {
  const body = { id: desk.newId(), speaker: 'internal' as const, text }
  value(await matsui.call(addNote, { params: { complaintId }, body }))
}

// Where a long value lies is told from PostgreSQL 17 on.
const tellsWhere = (await majorVersionOf(desk.url)) >= 17

it.runIf(tellsWhere)('言葉の変わらない書きこみは、探すための見出しに触れない', async () => {
  const version = async () => {
    const { rows } = await sql<{ at: string }>`select pg_column_toast_chunk_id(terms)::text as at
      from complaints_search where complaint_id = ${complaintId}`.execute(desk.ports.db)
    return rows[0]?.at
  }
  await note('見本を待つ')
  const first = await version()
  expect(first).toMatch(/^\d+$/)
  await note('見本を待つ')
  expect(await version()).toBe(first)
  await note('届いた見本を工場へ送る')
  expect(await version()).not.toBe(first)
})

it('探したものも、一枚ずつめくって、すべてを一度ずつ見られる', async () => {
  const ids = new Set<string>()
  for (let nth = 0; nth < 7; nth += 1) ids.add(await receive(`${nth}本めの傘の骨`))
  await receive('傘ではないもの')
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query = { view: 'all' as const, words: '傘の骨', limit: 3, cursor, counted: true }
    const page: { complaints: { id: string }[]; total: number; next: string | null } = value(
      await matsui.call(listComplaints, { query }),
    )
    expect(page.total).toBe(7)
    seen.push(...page.complaints.map(({ id }) => id))
    cursor = page.next
  }
  expect(seen.length).toBe(7)
  expect(new Set(seen)).toEqual(ids)
})

describe('一覧は、どこからでも、上へも下へも読める', () => {
  type Place = { cursor?: string; before?: string; skip?: number; limit?: number }
  const cursorOf = ({ receivedAt, id }: { receivedAt: string; id: string }) => `${receivedAt}/${id}`
  const read = async (words: string, place: Place) => {
    const query = { view: 'all' as const, words, counted: true, ...place }
    return value(await matsui.call(listComplaints, { query }))
  }
  const lists = [
    ['ただの一覧', ''],
    ['探したもの', '風鈴の舌'],
  ]
  it.each(lists)('%s', async (_, words = '') => {
    for (let nth = 0; nth < 9; nth += 1) await receive(`${nth}個めの風鈴の舌`)
    const all = (await read(words, {})).complaints
    expect(all.length).toBeGreaterThanOrEqual(9)
    const page = await read(words, { skip: 4, limit: 3 })
    expect(page.complaints).toEqual(all.slice(4, 7))
    expect(page.total).toBe(all.length)
    const [first, last] = [page.complaints[0], page.complaints.at(-1)]
    if (!first || !last) throw new Error('no lines')
    const above = await read(words, { before: cursorOf(first), limit: 3 })
    expect(above.complaints).toEqual(all.slice(1, 4))
    expect(above.next).toBe(cursorOf(above.complaints[2] ?? first))
    expect((await read(words, { before: cursorOf(first) })).complaints).toEqual(all.slice(0, 4))
    const below = await read(words, { cursor: cursorOf(last), limit: 2 })
    expect(below.complaints).toEqual(all.slice(7, 9))
    expect((await read(words, { skip: all.length + 5 })).complaints).toEqual([])
  })
})

it('一文字でも、続きのどこにあっても見つかり、ない字では見つからない', async () => {
  const id = await receive('白磁の急須')
  const found = async (words: string) => {
    const query = { view: 'open' as const, words }
    return value(await matsui.call(listComplaints, { query })).complaints.map((line) => line.id)
  }
  for (const letter of ['白', '磁', '急', '須']) expect(await found(letter)).toEqual([id])
  expect(await found('鍔')).toEqual([])
})
