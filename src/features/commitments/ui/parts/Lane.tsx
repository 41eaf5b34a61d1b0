import type { Commitment } from '#features/commitments/contract.ts'
import { ledgerMessages } from '#features/commitments/ledger/messages.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { calendarDay } from '#kit/time.ts'
import { lanesOf, type Cell } from './lanes.ts'

const tones = {
  before: 'bg-red-bg text-red',
  today: 'bg-orange-bg text-orange',
  day: 'bg-purple-bg text-purple',
  after: 'bg-purple-bg text-purple',
} as const

/** One person or department: what is past, the days of the week ahead, and what comes later, at a glance. */
export function Lane(props: { id: string; name: string; promises: readonly Commitment[] }) {
  const { words } = useMessages(ledgerMessages)
  const { count } = useMessages(commitmentsMessages).words
  const now = useNow()
  return (
    <div className="sticky top-0 z-10 mb-2 bg-bg py-1.5">
      <h2 id={props.id} className="flex items-baseline gap-3 text-lg">
        {props.name}
        <span className="ms-auto text-sm font-normal text-sub">
          {count({ count: props.promises.length })}
        </span>
      </h2>
      <ol aria-label={words.lanes({ name: props.name })} className="mt-1 grid grid-cols-9 gap-1">
        {lanesOf(props.promises, now).map((cell) => (
          <LaneCell key={cell.key} cell={cell} />
        ))}
      </ol>
    </div>
  )
}

function LaneCell({ cell }: { cell: Cell }) {
  const { words } = useMessages(ledgerMessages)
  const language = useLanguage()
  const now = useNow()
  const { today } = useMessages(commitmentsMessages).words
  const { kind, key, count } = cell
  const day =
    kind === 'before'
      ? words.before
      : kind === 'after'
        ? words.after
        : kind === 'today'
          ? today
          : calendarDay(`${key}T12:00:00+09:00`, now, language)
  return (
    <li className="flex min-w-0 flex-col items-center">
      <span className="sr-only">{words.onDay({ day, count })}</span>
      <span aria-hidden className="w-full truncate text-center text-2xs text-sub">
        {kind === 'day' ? (
          <>
            <span className="sm:hidden">{Number(key.slice(8))}</span>
            <span className="max-sm:hidden">{day}</span>
          </>
        ) : (
          day
        )}
      </span>
      <span
        aria-hidden
        data-figures
        className={`w-full rounded-md text-center text-sm ${count === 0 ? 'bg-gray-bg text-sub' : `font-semibold ${tones[kind]}`}`}
      >
        {count === 0 ? '・' : count}
      </span>
    </li>
  )
}
