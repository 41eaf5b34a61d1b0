import { Link, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Lent } from '#features/remedies/approvals/ui/Lent.tsx'
import { Queue } from '#features/remedies/approvals/ui/Queue.tsx'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { usePageTitle } from '../shell/title.tsx'
import { CaseBeside } from './approvals/CaseBeside.tsx'

const WordsReview = later(() => import('#features/letters/ui/WordsReview.tsx'))

const shows = ['waiting', 'decided'] as const

export default function Approvals() {
  const { words } = useMessages(queueMessages)
  const search = useSearch({ from: '/staff/approvals' })
  const show = shows.find((known) => known === search.show) ?? 'waiting'
  usePageTitle(words.title)
  return (
    <div className="mx-auto flex max-w-[100rem] flex-col gap-4 p-4 sm:p-6">
      <nav aria-label={words.filter} className="flex flex-wrap gap-1.5">
        {shows.map((name) => (
          <Link
            key={name}
            to="/approvals"
            search={name === 'waiting' ? {} : { show: name }}
            activeOptions={{ exact: true }}
            aria-current={name === show ? 'page' : undefined}
            className="tap inline-flex min-h-9 items-center rounded-full border border-line bg-surface px-4 text-sm hover:bg-gray-bg aria-[current]:border-accent aria-[current]:bg-accent-bg aria-[current]:font-semibold aria-[current]:text-accent"
          >
            {words.shows[name]}
          </Link>
        ))}
      </nav>
      <p className="text-sm text-sub max-sm:hidden">
        {show === 'waiting' ? words.lead : words.leadDecided}
      </p>
      <Lent />
      <Queue
        key={show}
        show={show}
        startId={search.request ?? null}
        beside={(complaintId, isText) => (
          <CaseBeside complaintId={complaintId} hasFacts={!isText} />
        )}
        words={(approvalId) => (
          <Suspense fallback={<div className="min-h-96" />}>
            <WordsReview approvalId={approvalId} />
          </Suspense>
        )}
      />
    </div>
  )
}
