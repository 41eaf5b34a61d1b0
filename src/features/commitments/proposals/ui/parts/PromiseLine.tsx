import { Building2 } from 'lucide-react'
import { Suspense } from 'react'
import type { Commitment } from '#features/commitments/contract.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { asOf } from '#features/commitments/ui/parts/standing.ts'
import { StateBadge } from '#features/commitments/ui/parts/StateBadge.tsx'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useNow } from '#kit/now.ts'
import { Due, Moment } from '#kit/Time.tsx'

const PromiseActions = later(() =>
  import('#features/commitments/ui/parts/PromiseActions.tsx').then((m) => ({
    default: m.PromiseActions,
  })),
)
const History = later(() =>
  import('#features/commitments/ui/parts/History.tsx').then((m) => ({ default: m.History })),
)

const looks = {
  open: 'border-purple bg-purple-bg',
  broken: 'border-red bg-red-bg',
  kept: 'border-green bg-green-bg/50',
  withdrawn: 'border-line bg-gray-bg',
} as const

/** One promise: purple while it is owed, red when it was broken, green when it was kept. */
export function PromiseLine(props: { commitment: Commitment; canAct: boolean }) {
  const { words } = useMessages(commitmentsMessages)
  const commitment = asOf(props.commitment, useNow())
  const { state } = commitment
  return (
    <li className={`flex flex-col gap-1 rounded-lg border-s-4 px-3 py-2 text-sm ${looks[state]}`}>
      <p className={state === 'kept' || state === 'withdrawn' ? 'text-sub' : 'font-medium'}>
        {commitment.words}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-sub">
        {state === 'open' ? (
          <Due at={commitment.dueAt} withDate />
        ) : (
          <>
            <StateBadge state={state} />
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
      {commitment.said || commitment.renegotiations.length > 0 || commitment.withdrawnReason ? (
        <Suspense>
          <History commitment={commitment} />
        </Suspense>
      ) : null}
      {props.canAct ? (
        <Suspense>
          <PromiseActions commitment={commitment} isActive={false} />
        </Suspense>
      ) : null}
    </li>
  )
}
