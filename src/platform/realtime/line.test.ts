import { expect, it } from 'vitest'
import type { Hub, Notice } from './hub.ts'
import { eventLine } from './line.ts'

type Listener = Parameters<Hub['subscribe']>[1]

const notice = (complaintId: string): Notice => ({
  organisationId: 'x',
  id: complaintId,
  complaintId,
  sequence: 7,
  type: 'chat.moved',
  at: '2026-11-24T01:00:00Z',
  by: 'member:y',
})

it('自分のことが動いたとだけ伝え、ほかのことも中身も言わず、閉じれば聞くのをやめる', async () => {
  const listeners = new Set<Listener>()
  const hub: Hub = {
    subscribe(_, listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: async () => {},
  }
  const answer = eventLine(hub, 'x', ({ complaintId }) => complaintId === 'mine')
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  for (const { notice: tell, gap } of listeners) {
    tell(notice('another'))
    tell(notice('mine'))
    gap()
  }
  const reader = answer.body?.getReader()
  const heard: string[] = []
  for (let count = 0; count < 2; count += 1)
    heard.push(new TextDecoder().decode((await reader?.read())?.value))
  expect(heard).toEqual(['event: ready\ndata: {}\n\n', 'event: moved\ndata: {}\n\n'])
  await reader?.cancel()
  expect(listeners.size).toBe(0)
})

it('読まない人には、いくつ動いても一つだけためておき、読めばまた知らせる', async () => {
  const listeners = new Set<Listener>()
  const hub: Hub = {
    subscribe: (_, listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: async () => {},
  }
  const reader = eventLine(hub, 'x', () => true).body?.getReader()
  const move = () => listeners.forEach(({ notice: tell }) => tell(notice('mine')))
  const read = async () => new TextDecoder().decode((await reader?.read())?.value).split('\n')[0]
  for (let count = 0; count < 100; count += 1) move()
  expect([await read(), await read()]).toEqual(['event: ready', 'event: moved'])
  move()
  expect(await read()).toBe('event: moved')
  await reader?.cancel()
})
