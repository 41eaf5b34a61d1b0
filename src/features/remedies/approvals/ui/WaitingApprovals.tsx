import { Link } from '@tanstack/react-router'
import { Stamp } from 'lucide-react'
import type { Approval } from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Due } from '#kit/Time.tsx'
import { useWaiting } from './parts/useWaiting.ts'

/** On the first page: what waits for a decision of the viewer, with their own or a lent authority. */
export default function WaitingApprovals() {
  const { words } = useMessages(queueMessages)
  const { approvals, count } = useWaiting()
  if (count === 0) return null
  return (
    <Section title={words.today} icon={Stamp} tone="blue" count={count}>
      <ul className="card divide-y divide-line-soft overflow-hidden">
        {approvals.map((approval) => (
          <li key={approval.id}>
            <Line approval={approval} />
          </li>
        ))}
      </ul>
      {count > approvals.length ? (
        <Link
          to="/approvals"
          className="tap inline-flex items-center self-start text-sm text-accent underline underline-offset-4"
        >
          {words.all({ count })}
        </Link>
      ) : null}
    </Section>
  )
}

function Line({ approval }: { approval: Approval }) {
  const { words } = useMessages(queueMessages)
  const { id, label, amountYen, customerName, askedByName, expiresAt } = approval
  return (
    <Link
      to="/approvals"
      search={{ request: id }}
      className="flex flex-col gap-0.5 px-4 py-2.5 text-sm -outline-offset-2 hover:bg-accent-bg"
    >
      <span className="flex items-baseline gap-2">
        <span className="clamp-1 flex-1 font-semibold">{label}</span>
        {amountYen === null ? null : (
          <span data-figures className="whitespace-nowrap">
            {words.yen({ amount: amountYen })}
          </span>
        )}
      </span>
      <span className="flex items-baseline gap-2 text-sub">
        <span className="clamp-1 flex-1">
          {customerName ? `${customerName} 様　` : ''}
          {words.asked({ name: askedByName })}
        </span>
        <Due at={expiresAt} />
      </span>
    </Link>
  )
}
