import { Building2, CalendarClock, CircleCheck, CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { listComplaintCommitments, type Commitment } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { proposalsMessages } from '#features/commitments/proposals/messages.ts'
import { PromiseActions } from '#features/commitments/ui/parts/PromiseActions.tsx'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Due, Moment } from '#kit/Time.tsx'

/** The promises of one complaint: what is owed by when, kept and renegotiated where they stand. */
export function PromisesOfComplaint(props: {
  complaintId: string
  /** A button to add one; proposals found in the talk. */
  aside?: ReactNode
  children?: ReactNode
}) {
  const { words } = useMessages(proposalsMessages)
  const params = { complaintId: props.complaintId }
  const promises = useAnswer(listComplaintCommitments, { params })
  const count = promises.state === 'ready' ? promises.value.commitments.length : 0
  return (
    <Section
      title={words.title}
      icon={CalendarClock}
      tone="purple"
      count={count}
      aside={props.aside}
    >
      {props.children}
      <Answering answer={promises} skeletonLines={1}>
        {({ commitments }) =>
          commitments.length === 0 ? (
            props.children ? null : (
              <p className="text-sm text-sub">{words.none}</p>
            )
          ) : (
            <ul className="flex flex-col gap-2">
              {commitments.map((commitment) => (
                <PromiseLine key={commitment.id} commitment={commitment} canAct />
              ))}
            </ul>
          )
        }
      </Answering>
    </Section>
  )
}

/** Promises of an earlier complaint that are broken or open: in red and purple before anything is typed. */
export function PromisesOwed({ complaintId }: { complaintId: string }) {
  const promises = useAnswer(listComplaintCommitments, { params: { complaintId } })
  const owed =
    promises.state === 'ready'
      ? promises.value.commitments.filter(({ state }) => state !== 'kept')
      : []
  if (owed.length === 0) return null
  return (
    <ul className="mt-1 flex flex-col gap-1.5">
      {owed.map((commitment) => (
        <PromiseLine key={commitment.id} commitment={commitment} canAct={false} />
      ))}
    </ul>
  )
}

const looks = {
  open: 'border-purple bg-purple-bg',
  broken: 'border-red bg-red-bg',
  kept: 'border-green bg-green-bg/50',
} as const

function PromiseLine({ commitment, canAct }: { commitment: Commitment; canAct: boolean }) {
  const { words } = useMessages(commitmentsMessages)
  const { state } = commitment
  return (
    <li className={`flex flex-col gap-1 rounded-lg border-s-4 px-3 py-2 text-sm ${looks[state]}`}>
      <p className={state === 'kept' ? 'text-sub' : 'font-medium'}>{commitment.words}</p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-sub">
        {state === 'open' ? (
          <Due at={commitment.dueAt} withDate />
        ) : (
          <>
            <Badge
              tone={state === 'kept' ? 'green' : 'red'}
              icon={state === 'kept' ? CircleCheck : CircleX}
            >
              {words.states[state]}
            </Badge>
            <Moment at={commitment.dueAt} always="both" />
          </>
        )}
        <span>{words.owner({ name: commitment.ownerName })}</span>
        {commitment.madeTo === 'us' ? (
          <Badge tone="gray" icon={Building2}>
            {words.toUs}
          </Badge>
        ) : null}
      </p>
      {canAct ? <PromiseActions commitment={commitment} isActive={false} /> : null}
    </li>
  )
}
