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

type Group = {
  readonly id: string
  readonly name: string
  readonly promises: readonly Commitment[]
}

/** People or departments beside each other: who has what is past, in the days of the week ahead, and later. */
export function Lanes({ groups, heading }: { groups: readonly Group[]; heading: string }) {
  const { words } = useMessages(ledgerMessages)
  const now = useNow()
  return (
    <div
      className="card overflow-x-auto px-3 py-2"
      tabIndex={0}
      role="group"
      aria-label={words.lanes}
    >
      <table
        aria-label={words.lanes}
        className="w-full border-separate border-spacing-x-1 border-spacing-y-0.5 text-sm"
      >
        <thead className="text-2xs text-sub">
          <tr>
            <th scope="col" className="text-start font-medium">
              {heading}
            </th>
            {lanesOf([], now).map((cell) => (
              <Day key={cell.key} cell={cell} />
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, promises }) => (
            <tr key={id}>
              <th scope="row" className="max-w-32 truncate pe-2 text-start font-normal">
                <button
                  type="button"
                  aria-label={words.toLane({ name, count: promises.length })}
                  onClick={() => goTo(id)}
                  className="tap inline-flex min-h-6 cursor-pointer items-center underline-offset-4 hover:underline"
                >
                  {name}
                </button>
              </th>
              {lanesOf(promises, now).map(({ key, kind, count }) => (
                <td
                  key={key}
                  data-figures
                  className={`min-w-7 rounded-md text-center ${count === 0 ? 'bg-gray-bg text-sub' : `font-semibold ${tones[kind]}`}`}
                >
                  {count === 0 ? '・' : count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The keys of a promise then act on the first one there. */
function goTo(id: string) {
  const group = document.getElementById(id)?.parentElement
  group?.scrollIntoView()
  group?.querySelector<HTMLElement>('[data-promise] a')?.focus({ preventScroll: true })
}

function Day({ cell: { kind, key } }: { cell: Cell }) {
  const { words } = useMessages(ledgerMessages)
  const { today } = useMessages(commitmentsMessages).words
  const language = useLanguage()
  const now = useNow()
  const day = {
    before: words.before,
    today,
    day: calendarDay(kind === 'day' ? `${key}T12:00:00+09:00` : now, now, language),
    after: words.after,
  }[kind]
  return (
    <th scope="col" className="text-center font-medium whitespace-nowrap">
      {kind === 'day' ? (
        <>
          <span aria-hidden className="sm:hidden">
            {Number(key.slice(8))}
          </span>
          <span className="max-sm:sr-only">{day}</span>
        </>
      ) : (
        day
      )}
    </th>
  )
}
