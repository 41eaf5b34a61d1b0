import { expect, it } from 'vitest'
import { inside, permitted, systemScope } from '#features/access/door.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { openPostOffice } from '#test/post-office.ts'
import { listLetters } from '../contract.ts'
import { aMailbox, correspond } from '../factory.ts'
import { canDeliver } from '../policy.ts'
import { letterById } from '../queries.ts'
import { forgetLetters } from '../store.ts'
import { settle, take } from './actions.ts'

const desk = await openDesk()
const office = await openPostOffice()
const kobayashi = desk.as('kobayashi')
const may = value(permitted(systemScope(kobayashi.scope.organisationId, 'letters'), canDeliver))
value(await aMailbox(desk, office))

const { received, reply, again, postedTo } = correspond(desk, office)

async function waiting() {
  const { complaintId, address } = await received()
  const { letter } = value(await reply(complaintId))
  desk.clock.advance({ seconds: 31 })
  return { complaintId, letterId: letter.id, attempts: 0, enclosed: [], address }
}
const stateOf = async (letterId: string) =>
  (await inside(desk.ports.db, kobayashi.scope, (tx) => letterById(tx, kobayashi.scope, letterId)))
    ?.state

it('二つのサーバーが同時に取りに来ても、取れるのは一つ', async () => {
  const job = await waiting()
  const taken = await Promise.all([1, 2, 3, 4].map(() => take(desk.ports, may, job)))
  expect(taken.filter(Boolean)).toHaveLength(1)
})

it('待っているあいだにお客様の言葉が届いたら、いくつのサーバーが取りに来ても、一度だけ止まり、一通も出ない', async () => {
  const job = await waiting()
  const { complaintId } = job
  const body = { id: desk.newId(), speaker: 'customer' as const, text: 'もう届きました。' }
  value(await desk.as('matsui').call(addNote, { params: { complaintId }, body }))
  const taken = await Promise.all([1, 2, 3, 4].map(() => take(desk.ports, may, job)))
  await desk.runJobs(desk.clock.now().add({ hours: 1 }).toString())
  expect(taken.filter(Boolean)).toEqual([])
  expect([await stateOf(job.letterId), postedTo(job.address).length]).toEqual(['stopped', 0])
  const { entries } = value(
    await kobayashi.call(readTimeline, { params: { complaintId }, query: {} }),
  )
  expect(entries.filter(({ type }) => type === 'letters.stopped')).toHaveLength(1)
})

it('取ったまま倒れたら、二度は送らず、確かめられないと言って人に任せる', async () => {
  const job = await waiting()
  expect(await take(desk.ports, may, job)).not.toBeNull()
  await desk.runJobs(desk.clock.now().add({ hours: 30 }).toString())
  expect([await stateOf(job.letterId), postedTo(job.address).length]).toEqual(['unknown', 0])
  value(await again(job.complaintId, job.letterId))
  await desk.runJobs()
  expect([await stateOf(job.letterId), postedTo(job.address).length]).toEqual(['sent', 1])
})

it('疑ったあとで「送れました」と聞けば、送れたことになる', async () => {
  const job = await waiting()
  const taken = await take(desk.ports, may, job)
  await desk.runJobs(desk.clock.now().add({ minutes: 7 }).toString())
  expect(await stateOf(job.letterId)).toBe('unknown')
  if (taken) await settle(desk.ports, may, taken, { kind: 'sent', said: '250 OK', refused: [] })
  expect(await stateOf(job.letterId)).toBe('sent')
})

it('個人情報を消すと、言葉もあて先もバイトも残らず、待っていたものは出ない', async () => {
  const job = await waiting()
  await inside(desk.ports.db, kobayashi.scope, (tx) => forgetLetters(tx, job.complaintId))
  await desk.runJobs(desk.clock.now().add({ hours: 1 }).toString())
  const params = { complaintId: job.complaintId }
  const { letters } = value(await kobayashi.call(listLetters, { params }))
  expect(postedTo(job.address)).toEqual([])
  expect(letters.map(({ to, text, hasOriginal }) => ({ to, text, hasOriginal }))).toEqual(
    letters.map(() => ({ to: [], text: '（消去済み）', hasOriginal: false })),
  )
  expect(letters.find(({ id }) => id === job.letterId)?.state).toBe('cancelled')
})
