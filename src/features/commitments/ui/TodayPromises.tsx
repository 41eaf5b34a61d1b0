import { Handshake } from 'lucide-react'
import { useState } from 'react'
import { listCommitments, type Commitment } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { clockTime, dayKey } from '#kit/time.ts'
import { PromiseRow } from './parts/PromiseRow.tsx'

/** My promises of today by the hour, with a line where now is; what is overdue stands above them. */
export function TodayPromises({ ownerId }: { ownerId: string }) {
  const { words } = useMessages(commitmentsMessages)
  const now = useNow()
  const [activeId, setActive] = useState<string | null>(null)
  const active = { activeId, setActive }
  const mine = { ownerId, limit: 100 } as const
  const today = useAnswer(listCommitments, { query: { ...mine, show: 'today' } }, { live: true })
  const broken = useAnswer(listCommitments, { query: { ...mine, show: 'broken' } }, { live: true })
  const overdue = broken.state === 'ready' ? broken.value.commitments.filter(isRecent(now)) : []
  return (
    <>
      {overdue.length > 0 ? (
        <section aria-label={words.overdue} className="mb-6">
          <h2 className="mb-2 text-base text-red">{words.overdueMine}</h2>
          <Rows commitments={overdue} {...active} withDay />
        </section>
      ) : null}
      <section aria-label={words.byHour}>
        <h2 className="mb-2 text-base">{words.byHour}</h2>
        <Answering answer={today}>
          {({ commitments }) => <Hours commitments={commitments} now={now} {...active} />}
        </Answering>
      </section>
    </>
  )
}

/** Of the days before; older ones belong to the ledger. */
function isRecent(now: number) {
  return ({ dueAt }: Commitment) =>
    dayKey(dueAt) < dayKey(now) && now - Date.parse(dueAt) < 7 * 24 * 3_600_000
}

type Active = {
  readonly activeId: string | null
  readonly setActive: (id: string) => void
}

function Hours(props: Active & { commitments: readonly Commitment[]; now: number }) {
  const { words } = useMessages(commitmentsMessages)
  const { commitments, now } = props
  if (commitments.length === 0) {
    return (
      <div className="card">
        <EmptyState icon={Handshake} title={words.noneToday}>
          {words.noneTodayDetail}
        </EmptyState>
      </div>
    )
  }
  const past = commitments.filter(({ dueAt }) => Date.parse(dueAt) <= now)
  const ahead = commitments.filter(({ dueAt }) => Date.parse(dueAt) > now)
  return (
    <>
      <Rows {...props} commitments={past} />
      <NowLine now={now} />
      <Rows {...props} commitments={ahead} />
    </>
  )
}

function Rows({
  commitments,
  activeId,
  setActive,
  withDay = false,
}: Active & { commitments: readonly Commitment[]; withDay?: boolean }) {
  if (commitments.length === 0) return null
  return (
    <ul className="@container flex flex-col gap-2.5">
      {commitments.map((commitment) => (
        <PromiseRow
          key={commitment.id}
          commitment={commitment}
          isActive={commitment.id === activeId}
          onFocus={() => setActive(commitment.id)}
          hidesOwner
          withDay={withDay}
        />
      ))}
    </ul>
  )
}

function NowLine({ now }: { now: number }) {
  const { words } = useMessages(commitmentsMessages)
  const language = useLanguage()
  return (
    <p className="my-3 flex items-center gap-3 text-xs font-semibold text-accent">
      <span aria-hidden className="h-px w-8 bg-accent" />
      {words.nowLine}
      <time dateTime={new Date(now).toISOString()}>{clockTime(now, language)}</time>
      <span aria-hidden className="h-px flex-1 bg-accent/40" />
    </p>
  )
}
