import {
  Archive,
  CalendarClock,
  CircleUserRound,
  HeartCrack,
  Inbox,
  Layers,
  PhoneForwarded,
  ShieldAlert,
  UserRoundX,
  type LucideIcon,
} from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { countViews, views, type View } from '#features/complaints/contract.ts'
import { inboxMessages } from '#features/complaints/inbox/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { intoSight } from '#kit/into-sight.ts'
import { useMessages } from '#kit/language.tsx'
import { useShortcut } from '#kit/shortcuts.ts'

const icons: Readonly<Record<View, LucideIcon>> = {
  open: Inbox,
  mine: CircleUserRound,
  unassigned: UserRoundX,
  'due-today': CalendarClock,
  broken: HeartCrack,
  safety: ShieldAlert,
  escalated: PhoneForwarded,
  closed: Archive,
  all: Layers,
}
const alarming: readonly View[] = ['broken', 'safety']

/** Saved views with live counts: a column where there is room, a strip elsewhere. */
export function ViewList(props: {
  /** Null: the list is narrowed to something of one's own. */
  chosen: View | null
  onChoose: (view: View) => void
  children?: ReactNode
}) {
  const { words } = useMessages(complaintsMessages)
  const inbox = useMessages(inboxMessages)
  const counts = useAnswer(countViews, {}, { live: true })
  const { chosen, onChoose } = props
  const nav = useRef<HTMLElement>(null)
  // The counts make each of them wider.
  useEffect(
    () => intoSight(nav.current?.querySelector('[aria-current=true]')),
    [chosen, counts.state],
  )
  useShortcut({
    keys: 'v',
    label: inbox.words.nextView,
    group: inbox.words.keys,
    run: () =>
      onChoose(views[chosen === null ? 0 : (views.indexOf(chosen) + 1) % views.length] ?? 'open'),
  })
  return (
    <nav
      ref={nav}
      aria-label={inbox.words.views}
      className="flex gap-0.5 overflow-x-auto border-b border-line bg-surface p-2 xl:flex-col xl:border-e xl:overflow-x-hidden xl:overflow-y-auto xl:border-b-0 xl:p-3 max-xl:items-center"
    >
      {views.map((view) => {
        const Icon = icons[view]
        const count = counts.state === 'ready' ? counts.value.counts[view] : undefined
        const isAlarming = alarming.includes(view) && count !== undefined && count > 0
        return (
          <button
            type="button"
            key={view}
            onClick={() => onChoose(view)}
            aria-current={view === chosen}
            className="tap flex min-h-9 shrink-0 cursor-pointer items-center gap-2.5 rounded-lg px-3 text-sm text-sub -outline-offset-2 hover:bg-gray-bg hover:text-ink aria-[current=true]:bg-accent-bg aria-[current=true]:font-semibold aria-[current=true]:text-accent"
          >
            <Icon aria-hidden size={17} strokeWidth={1.75} className="shrink-0" />
            <span className="whitespace-nowrap">{words.views[view]}</span>
            {count === undefined ? null : (
              <span
                data-figures
                className={`text-xs whitespace-nowrap xl:ms-auto ${isAlarming ? 'font-semibold text-red' : ''}`}
              >
                {count.toLocaleString('ja')}
              </span>
            )}
          </button>
        )
      })}
      {props.children}
    </nav>
  )
}
