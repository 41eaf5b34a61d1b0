import fc from 'fast-check'
import pg from 'pg'
import { expect, it, vi } from 'vitest'
import { ok } from '#kernel/result.ts'
import { withinWall, type Tx } from '#platform/db/database.ts'
import { untilTold } from '#platform/realtime/notices.ts'
import { memberNames } from '#features/access/door.ts'
import { addNote } from '#features/complaints/handling/contract.ts'
import { entriesOf, recorded } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { advance, fold } from '#features/complaints/record/door.ts'
import {
  hearUtterance,
  readUtterances,
  type Utterance,
} from '#features/complaints/utterances/contract.ts'
import { startCall } from '#features/intake/contract.ts'
import { code, openDesk, value } from '#test/desk.ts'
import { leaveCall, readBoard, watchCall, type BoardCall } from './contract.ts'
import { heardIn } from './rules.ts'
import { readWatchers } from './watching/contract.ts'

const asked = vi.spyOn(pg.Client.prototype, 'query')
const desk = await openDesk()
const matsui = desk.as('matsui')
const sasaki = desk.as('sasaki')
const takagi = desk.as('takagi')
const inside = <T>(work: (tx: Tx) => Promise<T>) =>
  withinWall(desk.ports.db, sasaki.scope.organisationId, work)

type Place = { readonly complaintId: string; readonly callId: string }

/** Somebody else's voice: who speaks already cannot begin another call. */
async function beginCall(): Promise<Place> {
  const body = { id: desk.newId(), complaintId: desk.newId() }
  const { call } = value(await matsui.call(startCall, { body }))
  const handler_id = desk.as('kobayashi').memberId
  await inside((tx) =>
    tx.updateTable('intake_calls').set({ handler_id }).where('id', '=', call.id).execute(),
  )
  return { complaintId: call.complaintId, callId: call.id }
}
const endCalls = () =>
  inside((tx) =>
    tx.updateTable('intake_calls').set({ ended_at: desk.clock.now().toString() }).execute(),
  )
const board = async () => value(await sasaki.call(readBoard)).calls

const words = ['責任者を出してください。', '誠意を見せてください。', '殺すぞ。', 'はい。'] as const
const doings = {
  note: (place: Place, text: string) =>
    matsui.call(addNote, {
      params: place,
      body: { id: desk.newId(), speaker: 'customer', text, callId: place.callId },
    }),
  provisional: (place: Place, text: string) => hear(place, text, 'provisional'),
  final: (place: Place, text: string) => hear(place, text, 'final'),
  watch: (place: Place) => takagi.call(watchCall, { params: place, body: { id: desk.newId() } }),
  again: (place: Place) => sasaki.call(watchCall, { params: place, body: { id: place.callId } }),
  leave: (place: Place) => sasaki.call(leaveCall, { params: place, body: { id: place.callId } }),
  wait: async () => ok(desk.clock.advance({ seconds: 20 })),
}
const hear = (place: Place, text: string, state: 'provisional' | 'final') =>
  matsui.call(hearUtterance, {
    params: place,
    body: { id: desk.newId(), speaker: 'customer', text, state, at: desk.clock.now().toString() },
  })

/** One call after the other, each read from its beginning. */
async function readAlone(place: Place): Promise<Omit<BoardCall, 'call'>> {
  const entries = await inside(async (tx) =>
    entriesOf(tx, await memberNames(tx, sasaki.scope), place.complaintId),
  )
  const { utterances } = value(await sasaki.call(readUtterances, { params: place }))
  const { watchers } = value(await sasaki.call(readWatchers, { params: place }))
  const since = desk.clock.now().subtract({ seconds: 60 }).epochMilliseconds
  const record = utterances
    .filter(({ state, at }) => state === 'provisional' && Date.parse(at) > since)
    .reduce(alsoSaid, fold(recorded(entries)))
  return {
    complaintNumber: record.number,
    customerName: record.customer.name ?? null,
    ...heardIn(record),
    watcherNames: watchers.map(({ name }) => name),
  }
}

function alsoSaid(record: CaseRecord, { speaker, text, cues, at }: Utterance): CaseRecord {
  const place = { sequence: record.head + 1, at, by: '', byName: '' }
  return advance(record, { ...place, type: 'complaints.noted', payload: { speaker, text, cues } })
}

const doing = fc.record({
  what: fc.constantFrom('note', 'provisional', 'final', 'watch', 'again', 'leave', 'wait' as const),
  at: fc.nat(2),
  text: fc.constantFrom(...words),
})

it('何が起きたあとでも、ボードは一件ずつ読んだものと同じ', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 4, maxLength: 14 }), async (happened) => {
      const places = [await beginCall(), await beginCall(), await beginCall()]
      for (const { what, at, text } of happened)
        for (const place of places.slice(at, at + 1))
          expect(code(await doings[what](place, text))).toBe('ok')
      const alone = new Map(
        await Promise.all(
          places.map(async (place) => [place.callId, await readAlone(place)] as const),
        ),
      )
      const together = await board()
      expect(together).toHaveLength(3)
      for (const { call, ...line } of together) expect(line).toEqual(alone.get(call.id))
      await endCalls()
    }),
    { numRuns: 15 },
  )
})

it('通話が3件でも12件でも、尋ねる回数は同じ', async () => {
  const counted = async () => {
    const before = asked.mock.calls.length
    await board()
    return asked.mock.calls.length - before
  }
  const begin = async (count: number) => {
    for (let at = 0; at < count; at += 1) {
      const place = await beginCall()
      await doings.provisional(place, words[0])
      await doings.again(place)
    }
    // Other nodes are told a moment later, on their own: that is no question of the board's.
    await untilTold(desk.ports.db)
  }
  await begin(3)
  const three = await counted()
  await endCalls()
  await begin(12)
  expect(await counted()).toBe(three)
  expect(three).toBeGreaterThan(0)
})
