import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { keepUp } from '#kit/answers.ts'

const path = '/api/complaints/:complaintId/utterances'
const complaintId = 'one'

it('言葉が続けて届いても、答えを待ってから、最後のぶんを一度だけ尋ねる', async () => {
  const client = new QueryClient()
  let asked = 0
  let underWay = 0
  const watch = new QueryObserver(client, {
    queryKey: [path, { complaintId }, {}],
    queryFn: async ({ signal }) => {
      underWay += 1
      expect(underWay, 'two at a time').toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 20))
      underWay -= 1
      expect(signal.aborted, 'given up').toBe(false)
      asked += 1
      return asked
    },
  })
  const stop = watch.subscribe(() => undefined)
  await expect.poll(() => watch.getCurrentResult().data).toBe(1)
  const refreshed = Array.from({ length: 5 }, () => keepUp(client, path, { complaintId }))
  await Promise.all(refreshed)
  expect(watch.getCurrentResult().data).toBe(3)
  await keepUp(client, path, { complaintId: 'another' })
  expect(asked).toBe(3)
  await keepUp(client, path, {})
  expect(asked).toBe(4)
  stop()
})
