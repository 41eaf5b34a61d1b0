import { AlarmClock, Clock, TriangleAlert } from 'lucide-react'
import { useLanguage } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import {
  calendarDay,
  clockTime,
  dayAndTime,
  dayKey,
  elapsed,
  remaining,
  urgencyOf,
} from '#kit/time.ts'

/** 11/24（火）17:00; only the time when it is today. `brief` leaves the time of other days to the pointer. */
export function Moment(props: {
  at: string
  className?: string
  always?: 'day' | 'both'
  brief?: boolean
}) {
  const language = useLanguage()
  const now = useNow()
  const isToday = dayKey(props.at) === dayKey(now)
  const text =
    props.always === 'day' || (props.brief && !isToday)
      ? calendarDay(props.at, now, language)
      : isToday && props.always !== 'both'
        ? clockTime(props.at, language)
        : dayAndTime(props.at, now, language)
  return (
    <time
      dateTime={props.at}
      title={dayAndTime(props.at, now, language)}
      className={`whitespace-nowrap ${props.className ?? ''}`}
    >
      {text}
    </time>
  )
}

/** 3時間前 */
export function Ago(props: { at: string; className?: string }) {
  const language = useLanguage()
  const now = useNow()
  return (
    <time
      dateTime={props.at}
      title={dayAndTime(props.at, now, language)}
      className={`whitespace-nowrap ${props.className ?? ''}`}
    >
      {elapsed(props.at, now, language)}
    </time>
  )
}

const looks = {
  over: { className: 'text-red font-semibold', Icon: TriangleAlert },
  soon: { className: 'text-orange font-semibold', Icon: AlarmClock },
  today: { className: 'text-ink', Icon: Clock },
  later: { className: 'text-sub', Icon: Clock },
} as const

/** あと 5時間25分, coloured by how near it is; the date follows where there is room. */
export function Due(props: { at: string; withDate?: boolean; className?: string }) {
  const language = useLanguage()
  const now = useNow()
  const { className, Icon } = looks[urgencyOf(props.at, now)]
  return (
    <span
      className={`inline-flex items-baseline gap-1 text-xs ${className} ${props.className ?? ''}`}
    >
      <Icon aria-hidden size={13} className="shrink-0 self-center" />
      <time dateTime={props.at} title={dayAndTime(props.at, now, language)}>
        {props.withDate ? (
          <span className="me-1.5 font-medium whitespace-nowrap">
            {dayAndTime(props.at, now, language)}
          </span>
        ) : null}
        <span className="whitespace-nowrap">{remaining(props.at, now, language)}</span>
      </time>
    </span>
  )
}
