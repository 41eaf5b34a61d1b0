import { Link } from '@tanstack/react-router'
import { UserRound } from 'lucide-react'
import { memo } from 'react'
import type { ComplaintLine } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Due, Moment } from '#kit/Time.tsx'
import { ChannelIcon } from './ChannelIcon.tsx'
import { SpecialBadges, StateMark } from './ComplaintBadges.tsx'

/** One line of the inbox: who, what about, how it stands, until when. */
export const InboxRow = memo(function InboxRow(props: {
  line: ComplaintLine
  isActive: boolean
  showsExcerpt: boolean
  onFocus: (id: string) => void
}) {
  const { words } = useMessages(complaintsMessages)
  const { line } = props
  return (
    <Link
      to="/complaints/$complaintId"
      params={{ complaintId: line.id }}
      preload={false}
      data-line={line.id}
      onFocus={() => props.onFocus(line.id)}
      aria-current={props.isActive}
      className="flex h-full flex-col justify-center gap-0.5 border-b border-line-soft px-4 -outline-offset-2 hover:bg-gray-bg/60 aria-[current=true]:bg-accent-bg aria-[current=true]:shadow-[inset_3px_0_var(--accent)]"
    >
      <span className="flex items-center gap-2 text-sm leading-5">
        <span
          className={`clamp-1 min-w-0 flex-1 ${line.customerName ? 'font-semibold' : 'text-sub'}`}
        >
          {line.customerName ? words.sama({ name: line.customerName }) : words.unknownCustomer}
        </span>
        {line.nextDueAt && line.state !== 'closed' ? <Due at={line.nextDueAt} /> : null}
      </span>
      <span className="clamp-1 text-sm leading-5">
        {line.subject}
        {props.showsExcerpt ? <span className="text-sub">　{line.excerpt}</span> : null}
      </span>
      <span className="flex items-center gap-1.5 pt-0.5 text-xs text-sub compact:hidden">
        <span className="flex min-w-0 flex-1 items-center gap-1.5 overflow-hidden">
          <StateMark state={line.state} />
          <SpecialBadges line={line} isTight />
        </span>
        {line.ownerName ? (
          <span className="inline-flex items-center gap-1 whitespace-nowrap">
            <UserRound aria-hidden size={13} />
            {line.ownerName}
          </span>
        ) : null}
        <span className="inline-flex items-center gap-1.5 ps-1">
          <ChannelIcon channel={line.channel} />
          <Moment at={line.receivedAt} brief />
        </span>
      </span>
    </Link>
  )
})
