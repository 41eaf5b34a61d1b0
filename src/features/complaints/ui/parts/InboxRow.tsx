import { Link } from '@tanstack/react-router'
import { UserRound } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { AssignedLine } from '#features/assignment/contract.ts'
import { inboxMessages } from '#features/complaints/inbox/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Due, Moment } from '#kit/Time.tsx'
import { ChannelIcon } from './ChannelIcon.tsx'
import { SpecialBadges, StateMark } from './ComplaintBadges.tsx'

type Line = AssignedLine & { readonly at: string }

/** One line of the inbox: who, what about, how it stands, until when. */
export const InboxRow = memo(function InboxRow(props: {
  line: Line
  index: number
  isActive: boolean
  showsExcerpt: boolean
  onFocus: (line: Line, index: number) => void
  isChosen: boolean
  onChoose: (id: string) => void
  /** What other rooms know of it. */
  mark: (line: AssignedLine, at: string) => ReactNode
}) {
  const { words } = useMessages(complaintsMessages)
  const inbox = useMessages(inboxMessages).words
  const { line } = props
  return (
    <div className="flex h-full border-b border-line-soft hover:bg-gray-bg/60 has-aria-[current=true]:bg-accent-bg has-aria-[current=true]:shadow-[inset_3px_0_var(--accent)]">
      <label className="tap flex w-9 shrink-0 cursor-pointer items-center justify-center ps-1">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={inbox.chooseNamed({ number: line.number })}
          checked={props.isChosen}
          onChange={() => props.onChoose(line.id)}
          className="size-4.5 accent-(--accent)"
        />
      </label>
      <Link
        to="/complaints/$complaintId"
        params={{ complaintId: line.id }}
        preload={false}
        data-line={line.id}
        onFocus={() => props.onFocus(line, props.index)}
        aria-current={props.isActive}
        className="flex h-full min-w-0 flex-1 flex-col justify-center gap-0.5 ps-1.5 pe-4 -outline-offset-2"
      >
        <span className="flex items-center gap-2 text-sm leading-5">
          <span
            className={`clamp-1 min-w-20 flex-auto ${line.customerName ? 'font-semibold' : 'text-sub'}`}
          >
            {line.customerName ? words.sama({ name: line.customerName }) : words.unknownCustomer}
          </span>
          {props.mark(line, line.at)}
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
    </div>
  )
})
