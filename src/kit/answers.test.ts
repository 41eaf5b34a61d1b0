import { QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { answersClient, refresh } from './answers.ts'

const timeline = { method: 'get', path: '/api/timeline' } as const
const params = { complaintId: 'c1' }

/** Shows an answer of the complaint; `asked` has the order in which things were asked for again. */
function screen() {
  const client = answersClient(timeline)
  const asked: string[] = []
  let answer = () => {}
  const show = (path: string, value: unknown, slow = false) => {
    client.setQueryData([path, value], 'known')
    const queryFn = () => {
      asked.push(path)
      return slow ? new Promise((resolve) => (answer = () => resolve('new'))) : 'new'
    }
    new QueryObserver(client, { queryKey: [path, value], queryFn }).subscribe(() => {})
  }
  show(timeline.path, params, true)
  show('/api/complaint', params)
  show('/api/other', { complaintId: 'c2' })
  return { client, asked, answer: () => answer() }
}

test('動いたことそのものを先に、残りはそれが届いてから尋ねる', async () => {
  const { client, asked, answer } = screen()
  const refreshing = refresh(client, params)
  expect(asked).toEqual(['/api/timeline'])
  answer()
  expect(await refreshing).toBe(true)
  expect(asked).toEqual(['/api/timeline', '/api/complaint'])
})

test('続けて動いたときも、残りは一度だけ尋ねる', async () => {
  const { client, asked, answer } = screen()
  const refreshing = [refresh(client, params), refresh(client, params)]
  answer()
  expect(await Promise.all(refreshing)).toEqual([false, true])
  expect(asked).toEqual(['/api/timeline', '/api/timeline', '/api/complaint'])
})

test('先の答えが来なくても、残りを待たせ続けない', async () => {
  const { client, asked } = screen()
  expect(await refresh(client, params)).toBe(true)
  expect(asked).toEqual(['/api/timeline', '/api/complaint'])
})
