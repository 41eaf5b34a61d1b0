import { ShieldAlert } from 'lucide-react'
import { readComplaint } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'

/** Who is on the line, beside the timer. */
export function Caller({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(complaintsMessages)
  const complaint = useAnswer(readComplaint, { params: { complaintId } })
  if (complaint.state !== 'ready') return null
  const { customer, number, details, isSafety } = complaint.value
  return (
    <>
      <p className="clamp-1 flex items-center gap-2 text-lg leading-snug font-semibold">
        {customer.name ? words.sama({ name: customer.name }) : words.unknownCustomer}
        {isSafety ? (
          <Badge tone="red" icon={ShieldAlert}>
            {words.badges.safety}
          </Badge>
        ) : null}
      </p>
      <p className="clamp-1 text-xs text-sub">
        <span data-figures>{number}</span>　{details.subject}
      </p>
    </>
  )
}
