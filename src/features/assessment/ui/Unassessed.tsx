import { Link } from '@tanstack/react-router'
import { ShieldAlert } from 'lucide-react'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { listUnassessed } from '#features/assessment/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Ago } from '#kit/Time.tsx'

/** Complaints that have waited too long for their initial assessment; nothing at all when there are none. */
export default function Unassessed({ mine }: { mine: boolean }) {
  const { lists } = useMessages(clocksMessages).words
  const waiting = useAnswer(listUnassessed, { query: { mine } }, { live: true })
  if (waiting.state !== 'ready' || waiting.value.total === 0) return null
  const { complaints, total } = waiting.value
  return (
    <section aria-label={lists.unassessed}>
      <h2 className="mb-2 text-base">{lists.unassessed}</h2>
      <ul className="card divide-y divide-line-soft overflow-hidden">
        {complaints.map(({ id, number, subject, receivedAt, isSafety }) => (
          <li key={id}>
            <Link
              to="/complaints/$complaintId"
              params={{ complaintId: id }}
              className="flex flex-col gap-0.5 px-4 py-2.5 text-sm -outline-offset-2 hover:bg-accent-bg"
            >
              <span className="clamp-1">{subject}</span>
              <span className="flex items-center gap-2 text-xs text-sub">
                {isSafety ? (
                  <Badge tone="red" icon={ShieldAlert}>
                    {lists.safety}
                  </Badge>
                ) : null}
                <span data-figures>{number}</span>
                <Ago at={receivedAt} className="ms-auto" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {total > complaints.length ? (
        <p className="mt-1 text-sm text-sub">{lists.more({ count: total - complaints.length })}</p>
      ) : null}
    </section>
  )
}
