import { CalendarPlus, CircleAlert, ListTodo, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { listComplaintCommitments } from '#features/commitments/contract.ts'
import { readComplaint } from '#features/complaints/contract.ts'
import { RequestStatus } from '#features/escalation/ui/RequestStatus.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { callMessages } from './messages.ts'

/** Before the next call: who looks after it, where they are answered, and when they hear next. */
export function StillOwed(props: { complaintId: string; addPromise: () => void }) {
  const { words } = useMessages(callMessages)
  const params = { complaintId: props.complaintId }
  const complaint = useAnswer(readComplaint, { params })
  const promises = useAnswer(listComplaintCommitments, { params })
  if (complaint.state !== 'ready' || promises.state !== 'ready') return null
  const { customer, owner, closing } = complaint.value
  if (closing) return null
  const states = promises.value.commitments.map(({ state }) => state)
  const isReachable = Boolean(customer.phone ?? customer.email ?? customer.address)
  return (
    <Section title={words.owed} icon={ListTodo} tone="orange">
      <ul className="flex flex-col gap-2 text-sm">
        {states.includes('broken') ? <Missing>{words.brokenPromise}</Missing> : null}
        {states.includes('open') ? null : (
          <Missing>
            {words.noNext}
            <Button
              size="small"
              icon={<CalendarPlus aria-hidden size={15} />}
              onPress={props.addPromise}
            >
              {words.promise}
            </Button>
          </Missing>
        )}
        {isReachable ? null : <Missing>{words.noReach}</Missing>}
        {owner ? (
          <li className="flex items-center gap-2">
            <UserRound aria-hidden size={16} className="shrink-0 text-accent" />
            {words.owner({ name: owner.name })}
          </li>
        ) : (
          <Missing>{words.noOwner}</Missing>
        )}
      </ul>
      <RequestStatus complaintId={props.complaintId} />
    </Section>
  )
}

function Missing({ children }: { children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-2">
      <CircleAlert aria-hidden size={16} className="shrink-0 text-orange" />
      {children}
    </li>
  )
}
