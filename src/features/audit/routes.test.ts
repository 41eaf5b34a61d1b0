import { expect, it } from 'vitest'
import { readComplaint } from '#features/complaints/contract.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import { openDesk } from '#test/desk.ts'
import { listReadings } from './contract.ts'

const desk = await openDesk()
const matsui = desk.as('matsui')

it('苦情を開いたことは残り、十五分のうちの見直しは一度に数える。読めるのは管理者だけ', async () => {
  const id = desk.newId()
  const body = { id, channel: 'mail' as const, words: '箱がつぶれていた' }
  await matsui.call(receiveComplaint, { body })
  const params = { complaintId: id }
  await matsui.call(readComplaint, { params })
  desk.clock.advance({ minutes: 14 })
  await matsui.call(readComplaint, { params })
  desk.clock.advance({ minutes: 20 })
  await matsui.call(readComplaint, { params })
  expect((await matsui.call(listReadings)).status).toBe(403)
  const readings = await desk.as('fujii').call(listReadings)
  expect(readings.ok && readings.value.readings).toMatchObject([
    { memberName: '松井 あかり', subject: 'complaints', subjectId: id },
    { memberName: '松井 あかり', subject: 'complaints', subjectId: id },
  ])
})
