import { Link } from '@tanstack/react-router'
import { BellRing, Building2, CircleCheck, CircleX } from 'lucide-react'
import type { Commitment } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Due, Moment } from '#kit/Time.tsx'
import { calendarDay, clockTime, urgencyOf } from '#kit/time.ts'
import { PromiseActions } from './PromiseActions.tsx'

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
  const { commitment } = props
  const isOpen = commitment.state === 'open'
  const edge = isOpen ? edges[urgencyOf(commitment.dueAt, now)] : stateEdge(commitment)
  return (
    <li
      data-promise={commitment.id}
      onFocus={props.onFocus}
      className={`card group grid grid-cols-[7rem_minmax(0,1fr)_auto] items-start gap-x-4 border-s-4 px-4 py-3 @max-xl:grid-cols-[6.5rem_minmax(0,1fr)] ${edge} ${props.isActive ? 'outline-1 outline-accent' : ''}`}
    >
      <div className="flex flex-col">
        {props.withDay ? <Moment at={commitment.dueAt} always="day" className="text-xs" /> : null}
        <time dateTime={commitment.dueAt} className="text-xl leading-7 font-semibold">
          {commitment.precision === 'minute' ? (
            clockTime(commitment.dueAt, language)
          ) : (
            <span className="text-sm">
              {words.untilDay({ day: calendarDay(commitment.dueAt, now, language) })}
            </span>
          )}
        </time>
        {isOpen ? <Due at={commitment.dueAt} /> : null}
      </div>
      <div className="min-w-0">
        <Link
          to="/complaints/$complaintId"
          params={{ complaintId: commitment.complaintId }}
          className="font-semibold underline-offset-4 hover:underline"
        >
          {commitment.words}
        </Link>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-sub">
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
        </p>
        <History commitment={commitment} />
      </div>
      <PromiseActions commitment={commitment} isActive={props.isActive} />
    </li>
  )
}

function stateEdge({ state }: Commitment) {
  return state === 'kept' ? 'border-s-green' : 'border-s-red'
}

function PromiseState({ commitment }: { commitment: Commitment }) {
  const { words } = useMessages(commitmentsMessages)
  if (commitment.state === 'open') {
    return commitment.warnedAt ? (
      <Badge tone="orange" icon={BellRing}>
        {words.warned}
      </Badge>
    ) : null
  }
  const isKept = commitment.state === 'kept'
  return (
    <>
      <Badge tone={isKept ? 'green' : 'red'} icon={isKept ? CircleCheck : CircleX}>
        {words.states[commitment.state]}
      </Badge>
      {commitment.keptAt ? <Moment at={commitment.keptAt} className="text-xs" /> : null}
    </>
  )
}

function History({ commitment }: { commitment: Commitment }) {
  const { words } = useMessages(commitmentsMessages)
  const moves = commitment.renegotiations
  if (moves.length === 0) return null
  return (
    <details className="mt-1 text-sm text-sub">
      <summary className="w-fit cursor-pointer">{words.history({ count: moves.length })}</summary>
      <ul aria-label={words.moves} className="mt-1 border-s-2 border-line ps-3">
        {moves.map((move) => (
          <li key={move.at}>
            <Moment at={move.previousDueAt} always="both" className="line-through" />　{move.reason}
            　{move.alternative}（{move.toldBy}）
          </li>
        ))}
      </ul>
    </details>
  )
}
