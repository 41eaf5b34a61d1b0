import { lazy, Suspense, useState } from 'react'
import { listEscalations } from '#features/escalation/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useNow } from '#kit/now.ts'

const StatusRows = lazy(() => import('./parts/StatusRows.tsx'))

/** For the one who asked: has anybody seen it, and what did they say. */
export function RequestStatus({ complaintId }: { complaintId: string }) {
  const now = useNow()
  const [mountedAt] = useState(now)
  const requests = useAnswer(
    listEscalations,
    { query: { complaintId, show: 'all' } },
    { live: true },
  )
  if (requests.state !== 'ready') return null
  // What was answered long ago is history; what was answered while looking on is news.
  const shown = requests.value.requests.filter(
    ({ state, askedAt }) =>
      state === 'asked' ||
      state === 'seen' ||
      ((state === 'accepted' || state === 'returned') && Date.parse(askedAt) > mountedAt - 900_000),
  )
  if (shown.length === 0) return null
  return (
    <Suspense>
      <StatusRows requests={shown.slice(0, 2)} />
    </Suspense>
  )
}
