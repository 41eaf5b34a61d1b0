import { Link } from '@tanstack/react-router'
import { BellRing, Building2, Megaphone, UserRoundX } from 'lucide-react'
import { Suspense } from 'react'
import type { Commitment } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useNow } from '#kit/now.ts'
import { Due, Moment } from '#kit/Time.tsx'
import { calendarDay, clockTime, urgencyOf } from '#kit/time.ts'
import { History } from './History.tsx'
import { PromiseActions } from './PromiseActions.tsx'
import { asOf } from './standing.ts'
import { StateBadge } from './StateBadge.tsx'

const NoteBadge = later(() => import('#features/commitments/progress/ui/parts/NoteBadge.tsx'))

const edges = {
  over: 'border-s-red',
  soon: 'border-s-orange',
  today: 'border-s-purple',
  later: 'border-s-purple/50',
} as const

/** One promise: until when, what, to whom, and what can be done about it. */
export function PromiseRow(props: {
  commitment: Commitment
  isActive: boolean
  onFocus: () => void
  hidesOwner?: boolean
  /** Where no heading says the day. */
  withDay?: boolean
}) {
  const { words } = useMessages(commitmentsMessages)
  const language = useLanguage()
  const now = useNow()
  const commitment = asOf(props.commitment, now)
  const isOpen = commitment.state === 'open'
  const day = calendarDay(commitment.dueAt, now, language)
  const edge = isOpen ? edges[urgencyOf(commitment.dueAt, now)] : ended[commitment.state]
  return (
    <li
      data-promise={commitment.id}
      onFocus={props.onFocus}
      className={`card group grid grid-cols-[8.5rem_minmax(0,1fr)_auto] items-start gap-x-4 border-s-4 px-4 py-2 @max-xl:grid-cols-[auto_minmax(0,1fr)] ${edge} ${props.isActive ? 'outline-1 outline-accent' : ''}`}
    >
      <div className="flex flex-col">
        <time
          dateTime={commitment.dueAt}
          className="flex flex-wrap items-baseline gap-x-1.5 text-xl leading-7 font-semibold"
        >
          {commitment.precision === 'day' ? (
            <span className="text-sm">{words.untilDay({ day })}</span>
          ) : (
            <>
              {props.withDay ? <span className="text-xs font-normal">{day}</span> : null}
              {clockTime(commitment.dueAt, language)}
            </>
          )}
        </time>
        {isOpen || commitment.state === 'broken' ? <Due at={commitment.dueAt} /> : null}
      </div>
      <div className="min-w-0">
        <Link
          to="/complaints/$complaintId"
          params={{ complaintId: commitment.complaintId }}
          className="font-semibold underline-offset-4 hover:underline"
        >
          {commitment.words}
        </Link>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-sub">
          <span>
            {commitment.complaintNumber}
            {commitment.customerName ? `　${commitment.customerName} 様` : ''}
          </span>
          {props.hidesOwner ? null : <span>{words.owner({ name: commitment.ownerName })}</span>}
          {commitment.madeTo === 'us' ? (
            <Badge tone="gray" icon={Building2}>
              {words.toUs}
            </Badge>
          ) : null}
          <PromiseState commitment={commitment} />
          {commitment.progress ? (
            <Suspense>
              <NoteBadge note={commitment.progress} />
            </Suspense>
          ) : null}
        </p>
        <History commitment={commitment} />
      </div>
      <PromiseActions commitment={commitment} isActive={props.isActive} />
    </li>
  )
}

const ended = {
  kept: 'border-s-green',
  broken: 'border-s-red',
  withdrawn: 'border-s-line',
  open: 'border-s-purple',
} as const

function PromiseState({ commitment }: { commitment: Commitment }) {
  const { words } = useMessages(commitmentsMessages)
  const { state, warnedAt, raisedAt, isOwnerAway, keptAt, withdrawnAt } = commitment
  if (state !== 'open') {
    const endedAt = keptAt ?? withdrawnAt
    return (
      <>
        <StateBadge state={state} />
        {endedAt ? <Moment at={endedAt} className="text-xs" /> : null}
      </>
    )
  }
  return (
    <>
      {isOwnerAway ? (
        <Badge tone="orange" icon={UserRoundX}>
          {words.ownerAway}
        </Badge>
      ) : null}
      {warnedAt ? (
        <Badge tone="orange" icon={BellRing}>
          {words.warned}
        </Badge>
      ) : null}
      {raisedAt ? (
        <Badge tone="orange" icon={Megaphone}>
          {words.raised}
        </Badge>
      ) : null}
    </>
  )
}
