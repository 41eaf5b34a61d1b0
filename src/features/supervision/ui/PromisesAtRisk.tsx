import { Link } from '@tanstack/react-router'
import { CalendarClock } from 'lucide-react'
import { listCommitments, type Commitment } from '#features/commitments/contract.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { Due } from '#kit/Time.tsx'
import { dayKey } from '#kit/time.ts'
import { boardMessages } from '../board/messages.ts'

/** What may be broken before the day is over, whoever owns it. */
export function PromisesAtRisk() {
  const { risks } = useMessages(boardMessages).words
  const today = dayKey(useNow())
  const query = { show: 'at-risk', limit: 100 } as const
  const atRisk = useAnswer(listCommitments, { query }, { live: true })
  return (
    <Section title={risks.title} icon={CalendarClock} tone="purple">
      <Answering answer={atRisk} skeletonLines={2}>
        {({ commitments }) => (
          <Promises promises={commitments.filter(({ dueAt }) => dayKey(dueAt) === today)} />
        )}
      </Answering>
    </Section>
  )
}

function Promises({ promises }: { promises: readonly Commitment[] }) {
  const { risks } = useMessages(boardMessages).words
  if (promises.length === 0) return <p className="text-sm text-sub">{risks.none}</p>
  return (
    <ul className="flex flex-col gap-1.5">
      {promises.map(({ id, complaintId, complaintNumber: number, words, ownerName, dueAt }) => (
        <li key={id}>
          <Link
            to="/complaints/$complaintId"
            params={{ complaintId }}
            className="tap flex flex-col gap-0.5 rounded-lg border border-line-soft px-3 py-2 -outline-offset-2 hover:bg-gray-bg"
          >
            <span className="text-sm font-medium text-purple">{words}</span>
            <span className="flex flex-wrap items-center gap-x-3 text-xs text-sub">
              <Due at={dueAt} />
              {risks.owner({ name: ownerName })}
              <span data-figures>{number}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
