import { Stamp } from 'lucide-react'
import type { ReactNode } from 'react'
import { listApprovals, type Approval } from '#features/remedies/approvals/contract.ts'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { useMedia } from '#kit/media.ts'
import { Batch } from './parts/Batch.tsx'
import { RequestPane } from './parts/RequestPane.tsx'
import { RequestRow } from './parts/RequestRow.tsx'
import { useBatch } from './parts/useBatch.ts'
import { useWalk } from './parts/useWalk.ts'

type QueueProps = {
  readonly show: 'waiting' | 'decided'
  /** The request that somebody came for. */
  readonly startId: string | null
  /** The case itself, beside the request: from the rooms that know it. */
  readonly beside: (complaintId: string, isText: boolean) => ReactNode
  /** A text that is asked about, held against the record: from the room that knows the gate. */
  readonly words: (approvalId: string) => ReactNode
}

/** What waits for a decision, soonest to expire first; what others decide stands below. */
export function Queue(props: QueueProps) {
  const { words } = useMessages(queueMessages)
  const { show } = props
  const queue = useAnswer(listApprovals, { query: { show } }, { live: true, keepPrevious: true })
  return (
    <Answering answer={queue}>
      {({ approvals }) =>
        approvals.length === 0 ? (
          <EmptyState icon={Stamp} title={words.empty[show].title}>
            {words.empty[show].detail}
          </EmptyState>
        ) : (
          <Requests approvals={approvals} {...props} />
        )
      }
    </Answering>
  )
}

function Requests(props: QueueProps & { approvals: readonly Approval[] }) {
  const { words } = useMessages(queueMessages)
  const { approvals, show } = props
  const isWide = useMedia('(width >= 64rem)')
  const own = approvals.filter(({ hindrance }) => show === 'decided' || hindrance === null)
  const others = approvals.filter((each) => !own.includes(each))
  const { place, activeId, setActive } = useWalk(
    [...own, ...others].map(({ id }) => id),
    props.startId,
  )
  const { batch, choosing, clear } = useBatch(show === 'waiting' ? own : [])
  const active = approvals.find(({ id }) => id === activeId)
  const pane = active ? (
    <RequestPane key={active.id} approval={active} beside={props.beside} words={props.words} />
  ) : null
  const row = (approval: Approval) => (
    <li key={approval.id} className="flex flex-col gap-2">
      <RequestRow
        approval={approval}
        isActive={approval.id === activeId}
        onOpen={() => setActive(approval.id)}
        {...choosing(approval)}
      />
      {!isWide && approval.id === activeId ? pane : null}
    </li>
  )
  return (
    <div
      ref={place}
      className="grid items-start gap-x-5 gap-y-4 lg:grid-cols-[19rem_minmax(0,1fr)] xl:grid-cols-[23rem_minmax(0,1fr)]"
    >
      <div className="flex flex-col gap-6">
        {own.length > 0 ? (
          <ul aria-label={words.list} className="flex flex-col gap-2">
            {own.map(row)}
          </ul>
        ) : (
          <p className="text-sm text-sub">{words.noneOwn}</p>
        )}
        {others.length > 0 ? (
          <section aria-label={words.others}>
            <h2 className="mb-2 text-sm text-sub">{words.others}</h2>
            <ul className="flex flex-col gap-2">{others.map(row)}</ul>
          </section>
        ) : null}
      </div>
      {isWide ? <div className="sticky top-4">{pane}</div> : null}
      {batch.length > 1 ? <Batch approvals={batch} onDone={clear} /> : null}
    </div>
  )
}
