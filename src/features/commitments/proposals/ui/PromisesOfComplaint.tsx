import { CalendarClock } from 'lucide-react'
import type { ReactNode } from 'react'
import { listComplaintCommitments, type Commitment } from '#features/commitments/contract.ts'
import { proposalsMessages } from '#features/commitments/proposals/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { PromiseLine } from './parts/PromiseLine.tsx'

/** The promises of one complaint: what is owed by when, kept and renegotiated where they stand. */
export function PromisesOfComplaint(props: {
  complaintId: string
  /** A button to add one; proposals found in the talk. */
  aside?: ReactNode
  /** The note due next stands in a panel of its own on the same screen. */
  leavesOutNote?: boolean
  children?: ReactNode
}) {
  const { words } = useMessages(proposalsMessages)
  const params = { complaintId: props.complaintId }
  const promises = useAnswer(listComplaintCommitments, { params })
  const shown = (commitments: readonly Commitment[]) =>
    commitments.filter(({ progress }) => !props.leavesOutNote || progress === null)
  const count = promises.state === 'ready' ? shown(promises.value.commitments).length : 0
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
            <p className="text-sm text-sub">{words.none}</p>
          ) : (
            <ul className="flex flex-col gap-2">
              {shown(commitments).map((commitment) => (
                <PromiseLine key={commitment.id} commitment={commitment} canAct />
              ))}
            </ul>
          )
        }
      </Answering>
    </Section>
  )
}
