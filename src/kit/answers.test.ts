import { QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
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

test('まだ答えの来ない最初の問いは、そのあいだに動いたら、答えが来てからもう一度尋ねる', async () => {
  const client = answersClient()
  const answers: ((value: string) => void)[] = []
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve))
  const observer = new QueryObserver(client, { queryKey: ['/api/line', { callId: 'k1' }], queryFn })
  observer.subscribe(() => {})
  await refresh(client, { callId: 'k1' })
  expect(answers).toHaveLength(1)
  answers[0]?.('read before it moved')
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.('read after')
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('read after'))
})
