import { AlarmClock, CircleCheck, Clock, Flag, TriangleAlert } from 'lucide-react'
import type { StageState } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayName, daysUntil } from './days.ts'

const looks = {
  over: { className: 'text-red font-semibold', Icon: TriangleAlert },
  soon: { className: 'text-orange font-semibold', Icon: AlarmClock },
  open: { className: 'text-ink', Icon: Clock },
  ended: { className: 'text-sub', Icon: Flag },
  done: { className: 'text-green', Icon: CircleCheck },
} as const

/** 12/3（木）まで and あと9日; the last day always stands in words, never only as a colour. */
export function StageDue(props: { dueOn: string; state: StageState; doneOn?: string | undefined }) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const now = useNow()
  const { className, Icon } = looks[props.state]
  const day = dayName(props.dueOn, now, language)
  const left = daysUntil(props.dueOn, now)
  if (props.state === 'done') {
    return (
      <span className={`inline-flex items-center gap-1 text-xs ${className}`}>
        <Icon aria-hidden size={13} />
        {words.done({ day: dayName(props.doneOn ?? props.dueOn, now, language) })}
      </span>
    )
  }
  return (
    <span className={`inline-flex flex-wrap items-center gap-x-2 text-xs ${className}`}>
      <span className="inline-flex items-center gap-1">
        <Icon aria-hidden size={13} />
        <time dateTime={props.dueOn} data-figures>
          {words.until({ day })}
        </time>
      </span>
      <span>
        {props.state === 'ended'
          ? words.ended
          : left > 0
            ? words.daysLeft({ count: left })
            : left === 0
              ? words.today
              : words.daysOver({ count: -left })}
      </span>
    </span>
  )
}
