import { Link } from '@tanstack/react-router'
import { UserRound } from 'lucide-react'
import type { ComplaintLine } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Due, Moment } from '#kit/Time.tsx'
import { ChannelIcon } from './ChannelIcon.tsx'
import { ComplaintBadges } from './ComplaintBadges.tsx'

/** One line of the inbox: who, what about, how it stands, until when. */
export function InboxRow(props: {
  line: ComplaintLine
  isActive: boolean
  showsExcerpt: boolean
  onFocus: () => void
}) {
  const { words } = useMessages(complaintsMessages)
  const { line } = props
  return (
    <Link
      to="/complaints/$complaintId"
      params={{ complaintId: line.id }}
      preload={false}
      data-line={line.id}
      onFocus={props.onFocus}
      aria-current={props.isActive}
      className="flex h-full flex-col justify-center gap-0.5 border-b border-line-soft px-4 -outline-offset-2 hover:bg-gray-bg/60 aria-[current=true]:bg-accent-bg aria-[current=true]:shadow-[inset_3px_0_var(--accent)]"
    >
      <span className="flex items-baseline gap-2 text-sm leading-5">
        <span
          className={`clamp-1 min-w-0 flex-1 ${line.customerName ? 'font-semibold' : 'text-sub'}`}
        >
          {line.customerName ? words.sama({ name: line.customerName }) : words.unknownCustomer}
        </span>
        <span className="inline-flex items-center gap-1.5 self-center text-xs text-sub">
          <ChannelIcon channel={line.channel} />
          <Moment at={line.receivedAt} />
        </span>
      </span>
      <span className="clamp-1 text-sm leading-5">
        {line.subject}
        {props.showsExcerpt ? <span className="text-sub">　{line.excerpt}</span> : null}
      </span>
      <span className="flex items-center gap-1.5 overflow-hidden pt-0.5 compact:hidden">
        <ComplaintBadges line={line} />
        <span className="ms-auto flex shrink-0 items-center gap-2.5 ps-1">
          {line.ownerName ? (
            <span className="inline-flex items-center gap-1 text-xs text-sub">
              <UserRound aria-hidden size={13} />
              {line.ownerName}
            </span>
          ) : null}
          {line.nextDueAt && line.state !== 'closed' ? <Due at={line.nextDueAt} /> : null}
        </span>
      </span>
    </Link>
  )
}
