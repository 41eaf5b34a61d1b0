import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { movementsFrom } from './queries.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')

async function note(complaintId: string): Promise<void> {
  const body = { id: desk.newId(), speaker: 'internal' as const, text: '倉庫に確かめました。' }
  value(await matsui.call(addNote, { params: { complaintId }, body }))
}

it('ある時からあとに動いたことを、時の順に読み、多すぎれば苦情ごとの最後だけにする', async () => {
  const body = { id: desk.newId(), channel: 'mail' as const, words: '箱がつぶれていました。' }
  const { complaintId } = value(await matsui.call(receiveComplaint, { body }))
  // An id carries the time of the machine, and its own millisecond is read with what follows.
  await sleep(5)
  const from = Temporal.Now.instant()
  const read = (most: number, since = from) =>
    inside(desk.ports.db, matsui.scope, async (tx) =>
      (await movementsFrom(tx, since, most)).map((one) => `${one.sequence} ${one.type}`),
    )
  expect(await read(10)).toEqual([])
  await note(complaintId)
  await note(complaintId)
  expect(await read(10)).toEqual(['2 complaints.noted', '3 complaints.noted'])
  expect(await read(1)).toEqual(['3 complaints.noted'])
  expect(await read(10, from.subtract({ minutes: 1 }))).toContain('1 complaints.received')
})
