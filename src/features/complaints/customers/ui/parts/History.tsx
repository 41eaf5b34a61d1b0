import { Link } from '@tanstack/react-router'
import { History as HistoryIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { complaintState, type Complaint } from '#features/complaints/contract.ts'
import { findCustomers, type CustomerMatch } from '#features/complaints/customers/contract.ts'
import { customersMessages } from '#features/complaints/customers/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'

const shown = 8
// More than anybody has had; promises of complaints long past are found in the record.
const asked = 30

/** Earlier complaints of this customer, and what we promised then. */
export function History(props: {
  complaint: Complaint
  phone: string | null
  promises: (complaintIds: readonly string[]) => ReactNode
}) {
  const { words } = useMessages(customersMessages)
  const { complaint } = props
  const { customerId, phone, email, name } = complaint.customer
  const known = phone ?? email ?? props.phone ?? name ?? ''
  const found = useAnswer(
    findCustomers,
    { query: { words: known || '-' } },
    { isOff: known === '', live: true },
  )
  if (found.state !== 'ready') return null
  const match = found.value.matches.find((each) => each.customerId === customerId)
  if (!match) return null
  const earlier = match.complaints.filter(({ id }) => id !== complaint.id)
  if (earlier.length === 0) return <p className="text-sm text-sub">{words.noHistory}</p>
  return (
    <div className="flex flex-col gap-1.5">
      {props.promises(earlier.slice(0, asked).map(({ id }) => id))}
      <Section title={words.history} icon={HistoryIcon} count={earlier.length} folds="shut">
        <ul className="flex flex-col">
          {earlier.slice(0, shown).map((each) => (
            <Earlier key={each.id} complaint={each} />
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Earlier(props: { complaint: CustomerMatch['complaints'][number] }) {
  const { words } = useMessages(customersMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const { id, number, subject, state, receivedAt } = props.complaint
  const known = complaintState.safeParse(state)
  return (
    <li className="text-sm">
      <Link
        to="/complaints/$complaintId"
        params={{ complaintId: id }}
        target="_blank"
        title={words.openComplaint({ number })}
        className="tap flex min-h-8 items-center gap-2 rounded-md hover:bg-gray-bg"
      >
        <Moment at={receivedAt} always="day" className="text-xs text-sub" />
        <span className="clamp-1 flex-1 underline-offset-4 hover:underline">{subject}</span>
        <span className="text-xs text-sub">
          {known.success ? shared.states[known.data] : state}
        </span>
      </Link>
    </li>
  )
}
