import { Link } from '@tanstack/react-router'
import { UserRoundX } from 'lucide-react'
import {
  readOutlook,
  type Commitment,
  type Outlook as Ahead,
} from '#features/commitments/contract.ts'
import { ledgerMessages } from '#features/commitments/ledger/messages.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Due } from '#kit/Time.tsx'
import { urgencyOf } from '#kit/time.ts'

/** What breaks next, in one look: the next date, and how many stand in line behind it. */
export function Outlook({ ownerId }: { ownerId?: string | undefined }) {
  const { words } = useMessages(ledgerMessages)
  const outlook = useAnswer(
    readOutlook,
    { query: ownerId === undefined ? {} : { ownerId } },
    { live: true, keepPrevious: true },
  )
  return (
    <section
      aria-label={words.outlook}
      className="card flex min-h-28 flex-col justify-between gap-3 px-5 py-3"
    >
      <Answering answer={outlook} skeletonLines={2}>
        {(ahead) => (
          <>
            {ahead.next === null ? (
              <p className="text-sub">{words.noNext}</p>
            ) : (
              <Next commitment={ahead.next} />
            )}
            <Counts ahead={ahead} ownerId={ownerId} />
          </>
        )}
      </Answering>
    </section>
  )
}

const edges = {
  over: 'text-red',
  soon: 'text-orange',
  today: 'text-ink',
  later: 'text-ink',
} as const

function Next({ commitment }: { commitment: Commitment }) {
  const { words } = useMessages(ledgerMessages)
  const shared = useMessages(commitmentsMessages).words
  const now = useNow()
  const { complaintId, dueAt, customerName } = commitment
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h2 className="text-sm font-medium text-sub">{words.next}</h2>
      <Due at={dueAt} withDate className={`text-base ${edges[urgencyOf(dueAt, now)]}`} />
      <p className="flex min-w-0 basis-full flex-wrap items-baseline gap-x-3">
        <Link
          to="/complaints/$complaintId"
          params={{ complaintId }}
          className="text-lg leading-snug font-semibold underline-offset-4 hover:underline"
        >
          {commitment.words}
        </Link>
        <span className="text-sm text-sub">
          {customerName ? `${customerName} 様　` : ''}
          {shared.owner({ name: commitment.ownerName })}
        </span>
        {commitment.isOwnerAway ? (
          <Badge tone="orange" icon={UserRoundX}>
            {shared.ownerAway}
          </Badge>
        ) : null}
      </p>
    </div>
  )
}

const cells = [
  { key: 'broken', show: 'broken', tone: 'bg-red-bg text-red' },
  { key: 'hour', show: 'open', tone: 'bg-orange-bg text-orange' },
  { key: 'today', show: 'today', tone: 'bg-purple-bg text-purple' },
  { key: 'tomorrow', show: 'open', tone: 'bg-purple-bg text-purple' },
  { key: 'later', show: 'open', tone: 'bg-purple-bg text-purple' },
] as const

function Counts({ ahead, ownerId }: { ahead: Ahead; ownerId: string | undefined }) {
  const { words } = useMessages(ledgerMessages)
  return (
    <ul className="grid grid-cols-5 gap-1">
      {cells.map(({ key, show, tone }) => (
        <li key={key}>
          <Link
            to="/promises"
            search={{ show, ...(ownerId === undefined ? {} : { mine: true }) }}
            aria-label={words.onDay({ day: words.ahead[key], count: ahead[key] })}
            className={`tap flex h-full flex-col items-center justify-end rounded-md px-1 py-0.5 text-center hover:outline-1 hover:outline-line ${ahead[key] === 0 ? 'bg-gray-bg text-sub' : tone}`}
          >
            <span aria-hidden className="text-2xs leading-tight">
              {words.ahead[key]}
            </span>
            <strong aria-hidden data-figures className="text-lg leading-6">
              {ahead[key]}
            </strong>
          </Link>
        </li>
      ))}
    </ul>
  )
}
