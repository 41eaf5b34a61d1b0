import { Handshake } from 'lucide-react'
import { listCommitments, type Commitment, type Show } from '#features/commitments/contract.ts'
import { ledgerMessages } from '#features/commitments/ledger/messages.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayKey, writtenDay } from '#kit/time.ts'
import { Lanes } from './parts/Lanes.tsx'
import { PromiseRow } from './parts/PromiseRow.tsx'
import { useWalk } from './parts/useWalk.ts'

export const arrangements = ['day', 'person', 'team'] as const
export type Arrangement = (typeof arrangements)[number]

/** Promises as timelines by day, person or department; j/k walk, E R H W A act on the one that is active. */
export function Ledger(props: {
  show: Exclude<Show, 'all'>
  by: Arrangement
  ownerId?: string | undefined
}) {
  const { words } = useMessages(ledgerMessages)
  const { show, ownerId, by } = props
  const ledger = useAnswer(
    listCommitments,
    { query: { show, ownerId, limit: 300 } },
    { live: true, keepPrevious: true },
  )
  return (
    <Answering answer={ledger}>
      {({ commitments, total }) =>
        commitments.length === 0 ? (
          <EmptyState icon={Handshake} title={words.empty[show].title}>
            {words.empty[show].detail}
          </EmptyState>
        ) : (
          <>
            <Groups commitments={commitments} by={by} hidesOwner={ownerId !== undefined} />
            {total > commitments.length ? (
              <p className="mt-6 text-sm text-sub">
                {words.capped({ shown: commitments.length, total })}
              </p>
            ) : null}
          </>
        )
      }
    </Answering>
  )
}

function Groups(props: {
  commitments: readonly Commitment[]
  by: Arrangement
  hidesOwner: boolean
}) {
  const { words } = useMessages(ledgerMessages)
  const { place, activeId, setActive } = useWalk()
  const { commitments, by } = props
  const keyOf: Record<Arrangement, (each: Commitment) => string> = {
    day: ({ dueAt }) => dayKey(dueAt),
    person: ({ ownerName }) => ownerName,
    team: ({ ownerTeam }) => ownerTeam ?? words.noTeam,
  }
  const groups = [...Map.groupBy(commitments, keyOf[by])].map(([name, promises], index) => ({
    id: `group-${index}`,
    name,
    promises,
  }))
  return (
    <div ref={place} className="flex flex-col gap-5">
      {by === 'day' ? null : (
        <Lanes groups={groups} heading={by === 'team' ? words.department : words.who} />
      )}
      {groups.map(({ id, name, promises }) => (
        <section key={name} aria-labelledby={id} className="scroll-mt-2">
          {by === 'day' ? (
            <DayHeading id={id} day={name} count={promises.length} />
          ) : (
            <Heading id={id} name={name} count={promises.length} />
          )}
          <ul className="@container flex flex-col gap-1.5">
            {promises.map((commitment) => (
              <PromiseRow
                key={commitment.id}
                commitment={commitment}
                isActive={commitment.id === activeId}
                onFocus={() => setActive(commitment.id)}
                hidesOwner={props.hidesOwner || by === 'person'}
                withDay={by !== 'day'}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function DayHeading(props: { id: string; day: string; count: number }) {
  const { words } = useMessages(commitmentsMessages)
  const language = useLanguage()
  const now = useNow()
  const name =
    props.day === dayKey(now)
      ? words.today
      : props.day === dayKey(now + 24 * 3_600_000)
        ? words.tomorrow
        : ''
  const day = writtenDay(props.day, now, language)
  return <Heading id={props.id} name={day} aside={name} count={props.count} />
}

function Heading(props: { id: string; name: string; aside?: string; count: number }) {
  const { words } = useMessages(commitmentsMessages)
  return (
    <h2
      id={props.id}
      className="sticky top-0 z-10 mb-1 flex items-baseline gap-3 bg-bg py-1 text-lg"
    >
      {props.name}
      {props.aside ? <span className="text-sm text-accent">{props.aside}</span> : null}
      <span className="ms-auto text-sm font-normal text-sub">
        {words.count({ count: props.count })}
      </span>
    </h2>
  )
}
