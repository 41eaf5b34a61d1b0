import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import { receiveComplaint } from '#features/intake/contract.ts'
import { openDesk, value } from '#test/desk.ts'
import { hearAll, type Hearer } from './jobs.ts'
import { takeUnheard, type Heard } from './store.ts'

const desk = await openDesk()
const sasaki = desk.as('sasaki')

beforeEach(() => desk.runJobs())

async function received(): Promise<string> {
  const body = { id: desk.newId(), channel: 'letter' as const, words: '届いた椅子が傾いています。' }
  return value(await sasaki.call(receiveComplaint, { body })).complaintId
}

function listening(work: (heard: Heard) => Promise<void> = () => Promise.resolve()) {
  const heard: Heard[] = []
  const hearer: Hearer = {
    reactions: {
      'complaints.received': async (_ports, each) => {
        heard.push(each)
        await work(each)
      },
    },
  }
  return { hearer, heard }
}

it('確かになったことは、一度だけ、すべての部屋に、順に伝わる', async () => {
  const [first, second] = [listening(), listening()]
  const ids = [await received(), await received()]
  await hearAll(desk.ports, [first.hearer, second.hearer])
  await hearAll(desk.ports, [first.hearer, second.hearer])
  for (const { heard } of [first, second])
    expect(heard.map(({ complaintId }) => complaintId).toSorted()).toEqual(ids.toSorted())
})

it('関わりのない部屋は、たくさん届いても、会社ごとに一度たずねられるだけ', async () => {
  const { hearer, heard } = listening()
  let asked = 0
  for (let nth = 0; nth < 5; nth += 1) await received()
  const isConcerned = () => {
    asked += 1
    return Promise.resolve(false)
  }
  await hearAll(desk.ports, [{ ...hearer, isConcerned }])
  expect({ heard, asked }).toEqual({ heard: [], asked: 1 })
})

it('一つの部屋がつまずいても、ほかの苦情は伝わり、つまずいたものはあとでもう一度', async () => {
  const broken = await received()
  const other = await received()
  const { hearer, heard } = listening(({ complaintId }) =>
    complaintId === broken ? Promise.reject(new Error('away')) : Promise.resolve(),
  )
  await hearAll(desk.ports, [hearer])
  expect(heard.map(({ complaintId }) => complaintId).toSorted()).toEqual([broken, other].toSorted())
  const { rows } = await sql<{ payload: { complaintId: string } }>`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'complaints.react'`.execute(desk.ports.db)
  expect(rows.map(({ payload }) => payload.complaintId)).toEqual([broken])
})

it('途中で倒れた所が取ったものは、しばらくすると、ほかの所が伝える', async () => {
  const id = await received()
  const [taken] = await takeUnheard(desk.ports.db, { seconds: 60, most: 10 })
  expect(taken?.complaintId).toBe(id)
  const { hearer, heard } = listening()
  await hearAll(desk.ports, [hearer])
  expect(heard).toEqual([])
  await sql`update complaints_unheard set taken_until = now() - interval '1 second'`.execute(
    desk.ports.db,
  )
  await hearAll(desk.ports, [hearer])
  expect(heard.map(({ complaintId }) => complaintId)).toEqual([id])
})
