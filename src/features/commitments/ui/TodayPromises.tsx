import { Link } from '@tanstack/react-router'
import { Handshake } from 'lucide-react'
import { listCommitments, type Commitment } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { clockTime, dayKey } from '#kit/time.ts'
import { PromiseRow } from './parts/PromiseRow.tsx'
import { useWalk, type Active } from './parts/useWalk.ts'

/** My promises of today by the hour, with a line where now is; what is overdue stands above them. */
export function TodayPromises({ ownerId }: { ownerId: string }) {
  const { words } = useMessages(commitmentsMessages)
  const now = useNow()
  const { place, ...active } = useWalk()
  const mine = { ownerId, limit: 100 } as const
  const today = useAnswer(listCommitments, { query: { ...mine, show: 'today' } }, { live: true })
  const broken = useAnswer(listCommitments, { query: { ...mine, show: 'broken' } }, { live: true })
  const overdue = broken.state === 'ready' ? broken.value.commitments.filter(isRecent(now)) : []
  return (
    <div ref={place}>
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
      <ComingUp ownerId={ownerId} {...active} />
    </div>
  )
}

const shownAhead = 3

/** The next ones after today, so that nobody is surprised tomorrow. */
function ComingUp({ ownerId, ...active }: Active & { ownerId: string }) {
  const { words } = useMessages(commitmentsMessages)
  const now = useNow()
  const query = { ownerId, limit: 100, show: 'open' } as const
  const open = useAnswer(listCommitments, { query }, { live: true })
  const ahead =
    open.state === 'ready'
      ? open.value.commitments.filter(({ dueAt }) => dayKey(dueAt) > dayKey(now))
      : []
  if (ahead.length === 0) return null
  return (
    <section aria-label={words.comingUp} className="mt-8">
      <h2 className="mb-2 text-base">{words.comingUp}</h2>
      <Rows commitments={ahead.slice(0, shownAhead)} {...active} withDay />
      {ahead.length > shownAhead ? (
        <Link
          to="/promises"
          search={{ mine: true }}
          className="tap mt-1 inline-flex items-center text-sm text-accent underline underline-offset-4"
        >
          {words.seeLedger}（{words.count({ count: ahead.length })}）
        </Link>
      ) : null}
    </section>
  )
}

/** Of the days before; older ones belong to the ledger. */
function isRecent(now: number) {
  return ({ dueAt }: Commitment) =>
    dayKey(dueAt) < dayKey(now) && now - Date.parse(dueAt) < 7 * 24 * 3_600_000
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
