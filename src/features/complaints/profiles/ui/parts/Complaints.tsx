import { Link } from '@tanstack/react-router'
import { CircleCheck, FolderOpen, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { complaintsMessages } from '#features/complaints/messages.ts'
import type { CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Due, Moment } from '#kit/Time.tsx'

type Line = CustomerPage['complaints'][number]

/** The open ones first, with what comes next; the closed ones below. */
export function Complaints({ complaints }: { complaints: readonly Line[] }) {
  const { words } = useMessages(profilesMessages)
  const open = complaints.filter(({ state }) => state !== 'closed')
  const closed = complaints.filter(({ state }) => state === 'closed')
  return (
    <>
      <Section title={words.open} icon={FolderOpen} tone="blue" count={open.length}>
        {open.length === 0 ? <p className="text-sm text-sub">{words.noOpen}</p> : null}
        <Lines name={words.open} complaints={open} />
      </Section>
      {closed.length === 0 ? null : (
        <Section
          title={words.closed}
          icon={CircleCheck}
          tone="green"
          count={closed.length}
          folds={open.length === 0 ? 'open' : 'shut'}
        >
          <Lines name={words.closed} complaints={closed} />
        </Section>
      )}
    </>
  )
}

/** What else is known shall not be thirty complaints away. */
const most = 8

function Lines({ name, complaints }: { name: string; complaints: readonly Line[] }) {
  const { words } = useMessages(profilesMessages)
  const [isWhole, setWhole] = useState(false)
  if (complaints.length === 0) return null
  const shown = isWhole ? complaints : complaints.slice(0, most)
  const rest = complaints.length - shown.length
  return (
    <>
      <ul aria-label={name} className="rounded-xl border border-line bg-surface">
        {shown.map((each) => (
          <Complaint key={each.id} complaint={each} />
        ))}
      </ul>
      {rest === 0 ? null : (
        <Button size="small" className="self-start" onPress={() => setWhole(true)}>
          {words.showRest({ count: rest })}
        </Button>
      )}
    </>
  )
}

function Complaint({ complaint }: { complaint: Line }) {
  const { words } = useMessages(complaintsMessages)
  const { id, number, subject, state, receivedAt, nextDueAt, hasBrokenPromise } = complaint
  return (
    <li className="border-b border-line-soft last:border-b-0">
      <Link
        to="/complaints/$complaintId"
        params={{ complaintId: id }}
        className="flex flex-col gap-1 px-4 py-2.5 hover:bg-gray-bg"
      >
        <span className="flex items-baseline gap-3">
          <span className="clamp-1 min-w-0 flex-1 font-medium">{subject}</span>
          <Moment at={receivedAt} always="day" className="text-xs text-sub" />
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-sub">
          <span data-figures>{number}</span>
          <Badge tone={state === 'closed' ? 'gray' : 'blue'}>{words.states[state]}</Badge>
          <span>{words.channels[complaint.channel]}</span>
          <span>
            {complaint.ownerName ? words.owner({ name: complaint.ownerName }) : words.noOwner}
          </span>
          {hasBrokenPromise ? (
            <Badge tone="red" icon={TriangleAlert}>
              {words.badges.broken}
            </Badge>
          ) : null}
          {nextDueAt ? <Due at={nextDueAt} withDate /> : null}
        </span>
      </Link>
    </li>
  )
}
