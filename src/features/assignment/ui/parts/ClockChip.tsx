import { CirclePause, Gauge, TimerOff, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from '#kit/Badge.tsx'
import { toneText } from '#kit/Badge.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import type { Clock } from '../../targets/contract.ts'
import { targetsMessages } from '../../targets/messages.ts'
import { levelOf, percentOf, type Level } from '../../targets/rules.ts'
import { goalNames } from '../../wording/rules.ts'
import { spoken } from './spoken.ts'

const looks: Readonly<Record<Level, { tone: Tone; icon: LucideIcon }>> = {
  calm: { tone: 'gray', icon: Gauge },
  half: { tone: 'blue', icon: Gauge },
  soon: { tone: 'orange', icon: TriangleAlert },
  over: { tone: 'red', icon: TimerOff },
}

/**
 * A clock in one glance: what is owed, and how much open time is left. `at`: when it was counted. Where it is tight, it
 * gives way to names, and a phone shows the time alone and keeps the rest for the ear.
 */
export function ClockChip(props: {
  clock: Clock
  at: string
  waiter?: string | undefined
  isTight?: boolean
}) {
  const { words } = useMessages(targetsMessages)
  const language = useLanguage()
  const now = useNow()
  const { clock } = props
  if (clock.state === 'paused') {
    return (
      <Chip tone="purple" icon={CirclePause} title={words.pausedShort} isTight={props.isTight}>
        <span className="clamp-1">
          {props.waiter ? words.paused({ name: props.waiter }) : words.pausedShort}
        </span>
      </Chip>
    )
  }
  const gone = sinceCounted(clock, props.at, now)
  const used = { ...clock, usedMinutes: clock.usedMinutes + gone }
  const left = used.goalMinutes - used.usedMinutes
  const { tone, icon } = looks[levelOf(used)]
  const time = { time: spoken(left, language) }
  return (
    <Chip
      tone={tone}
      icon={icon}
      title={words.percent({ percent: percentOf(used) })}
      isTight={props.isTight}
    >
      <span className={`clamp-1 ${props.isTight ? 'max-sm:sr-only' : ''}`}>
        {goalNames[language][clock.goal]}{' '}
      </span>
      <span className="shrink-0">{left > 0 ? words.leftShort(time) : words.over(time)}</span>
    </Chip>
  )
}

/** Between two answers of the server a minute is a minute, but never beyond what is due by the calendar. */
function sinceCounted(clock: Clock, at: string, now: number): number {
  if (clock.state !== 'running' || clock.dueAt === null) return 0
  const gone = Math.max(0, now - Date.parse(at)) / 60_000
  const left = clock.goalMinutes - clock.usedMinutes
  const untilDue = (Date.parse(clock.dueAt) - now) / 60_000
  return left > 0 ? Math.min(gone, Math.max(0, left - untilDue)) : 0
}

function Chip(props: {
  tone: Tone
  icon: LucideIcon
  title: string
  isTight: boolean | undefined
  children: ReactNode
}) {
  const Icon = props.icon
  const width = props.isTight ? 'shrink-[1000] max-sm:shrink-0 sm:min-w-28' : 'min-w-0'
  return (
    <span
      title={props.title}
      className={`inline-flex items-center gap-1 text-xs font-medium whitespace-nowrap ${width} ${toneText[props.tone]}`}
    >
      <Icon aria-hidden size={13} className="shrink-0" />
      {props.children}
    </span>
  )
}
