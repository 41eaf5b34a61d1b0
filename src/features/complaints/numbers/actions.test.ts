import { expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import { receiveComplaint } from '#features/intake/contract.ts'
import type { Database } from '#platform/db/database.ts'
import { openDesk, value } from '#test/desk.ts'
import { giveBackNumbers, returnNumber, takeNumber } from './actions.ts'
import { reserve } from './store.ts'

const desk = await openDesk()
const { db } = desk.ports
const { organisationId } = desk.as('sasaki').scope

it('同時にいくつ届いても、番号は続いていて、二つと同じものはない', async () => {
  const taken = await Promise.all(
    Array.from({ length: 30 }, () => takeNumber(db, organisationId, 2031)),
  )
  expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
})

it('使わなかった番号は、次の苦情のものになる', async () => {
  const first = await takeNumber(db, organisationId, 2032)
  returnNumber(db, organisationId, 2032, first)
  expect(await takeNumber(db, organisationId, 2032)).toBe(first)
  expect(await takeNumber(db, organisationId, 2032)).toBe(first + 1)
})

it('急ぐあいだに先に取った番号は、落ち着くと返され、だれの番号も飛ばない', async () => {
  const taken = await takeInRush(2033)
  expect(taken).toEqual(taken.map((_, at) => at + 1))
  await giveBackNumbers(db)
  expect(await lastOf(2033)).toBe(taken.length)
  expect(await takeNumber(db, organisationId, 2033)).toBe(taken.length + 1)
})

it('ほかの所がその後の番号を取っていたら、返さずに、ここの次の苦情のものになる', async () => {
  const taken = await takeInRush(2034)
  await reserve({ db, organisationId, year: 2034 }, 1)
  await giveBackNumbers(db)
  expect(await takeNumber(db, organisationId, 2034)).toBe(taken.length + 1)
})

it('返せたかどうか分からなければ、二度使うより、飛ばす', async () => {
  const broken = db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (result.numAffectedRows && result.rows.length === 0) throw new Error('the line broke')
      return result
    },
  })
  const taken = await takeInRush(2035, broken)
  const reserved = await lastOf(2035)
  expect(reserved).toBeGreaterThan(taken.length)
  await giveBackNumbers(broken)
  expect(await takeNumber(broken, organisationId, 2035)).toBe(reserved + 1)
})

/** One after the other until some are reserved ahead. */
async function takeInRush(year: number, at: Database = db): Promise<number[]> {
  const taken = []
  do taken.push(await takeNumber(at, organisationId, year))
  while ((await lastOf(year)) === taken.length && taken.length < 1000)
  return taken
}

async function lastOf(year: number): Promise<number> {
  const row = await inside(db, desk.as('sasaki').scope, (tx) =>
    tx
      .selectFrom('complaints_numbers')
      .where('year', '=', year)
      .select('last')
      .executeTakeFirstOrThrow(),
  )
  return row.last
}

it('二度送られた苦情は、番号を二つ使わない', async () => {
  const body = { id: desk.newId(), channel: 'mail' as const, words: '箱がつぶれていました。' }
  const send = (id = body.id) => desk.as('sasaki').call(receiveComplaint, { body: { ...body, id } })
  const same = (await Promise.all([send(), send(), send()])).map((each) => value(each).number)
  expect(new Set(same).size).toBe(1)
  // What the two others had reserved is borne by the next two.
  const next = [await send(desk.newId()), await send(desk.newId())].map(
    (each) => value(each).number,
  )
  const counts = [...same.slice(0, 1), ...next].map((number) => Number(number.split('-').at(-1)))
  expect(counts.toSorted((a, b) => a - b)).toEqual([1, 2, 3])
})
