import { expect, it } from 'vitest'
import { withinWall, type Tx } from '#platform/db/database.ts'
import { memberNames } from '#features/access/door.ts'
import {
  addNote,
  closeComplaint,
  erasePersonalData,
} from '#features/complaints/handling/contract.ts'
import { entriesOf, headOf } from '#features/complaints/timeline/queries.ts'
import type { Head } from '#features/complaints/timeline/store.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { recordAt, recorded, recordOf, recordsOf } from './queries.ts'
import { fold } from './rules.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')
const { scope } = matsui
const inside = <T>(work: (tx: Tx) => Promise<T>) =>
  withinWall(desk.ports.db, scope.organisationId, work)

async function received(): Promise<string> {
  const id = desk.newId()
  const body = { id, channel: 'counter' as const, words: '箱を開けたら瓶が割れていました。' }
  value(await matsui.call(receiveComplaint, { body }))
  return id
}
async function note(complaintId: string, text = '責任者を出してください。') {
  const body = { id: desk.newId(), speaker: 'customer' as const, text }
  value(await matsui.call(addNote, { params: { complaintId }, body }))
}
async function erase(complaintId: string) {
  const params = { complaintId }
  const closing = { id: desk.newId(), outcome: 'withdrawn' as const, reason: 'お客様の希望' }
  value(await desk.as('sasaki').call(closeComplaint, { params, body: closing }))
  const body = { id: desk.newId(), reason: 'お客様の請求' }
  value(await desk.as('fujii').call(erasePersonalData, { params, body }))
}
/** What nobody has kept. */
const foldedAnew = (complaintId: string) =>
  inside(async (tx) =>
    fold(recorded(await entriesOf(tx, await memberNames(tx, scope), complaintId))),
  )
const headNow = async (complaintId: string): Promise<Head> =>
  (await inside((tx) => headOf(tx, complaintId))) ?? { sequence: 0, hash: '' }
/** As a reader on another node would keep it. */
const keepAt = (complaintId: string, head: Head) =>
  inside((tx) => recordAt(tx, scope, complaintId, head))

it('末尾を見てから読むまでに書かれたことは、そのときは数えず、次に一度だけ数える', async () => {
  const id = await received()
  const before = await foldedAnew(id)
  const head = await headNow(id)
  await note(id)
  expect(await keepAt(id, head)).toEqual(before)
  const now = await inside((tx) => recordOf(tx, scope, id))
  expect(now).toEqual(await foldedAnew(id))
  expect(now?.notes).toHaveLength(1)
})

it('まとめて読んでも、続きから、取り消しのあと、消去のあと、初めて、のどれも一件ずつと同じ', async () => {
  const [further, undone, erased, fresh] = [
    await received(),
    await received(),
    await received(),
    await received(),
  ]
  const head = await headNow(further)
  await note(further)
  await keepAt(further, head)
  await keepAt(undone, { ...(await headNow(undone)), hash: 'この末尾は確定しなかった' })
  await note(undone)
  await note(erased, '山田と申します。')
  const named = await headNow(erased)
  await erase(erased)
  await keepAt(erased, named)
  const missing = desk.newId()
  const ids = [further, undone, erased, missing, fresh]
  const read = await inside((tx) => recordsOf(tx, scope, ids))
  expect(read.has(missing)).toBe(false)
  for (const id of [further, undone, erased, fresh])
    expect(read.get(id)).toEqual(await foldedAnew(id))
  expect(JSON.stringify(read.get(erased))).not.toContain('山田')
})

it('ほかの会社からは、読み置いた記録も見えない', async () => {
  const id = await received()
  await inside((tx) => recordsOf(tx, scope, [id]))
  const other = desk.newId()
  const seen = await withinWall(desk.ports.db, other, (tx) =>
    recordsOf(tx, { ...scope, organisationId: other as typeof scope.organisationId }, [id]),
  )
  expect(seen.size).toBe(0)
})
