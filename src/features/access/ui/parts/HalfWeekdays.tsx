import { useState } from 'react'
import type { CalendarSettings } from '#features/access/contract.ts'
import { accessMessages } from '#features/access/messages.ts'
import { weekdays, whyNotHalfWeekday, type Weekday } from '#features/access/rules.ts'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { Chips } from './Chips.tsx'
import { ClosingTime } from './ClosingTime.tsx'
import type { HalfProps } from './HalfDays.tsx'

/** A Saturday until noon, every week. */
export function HalfWeekdays({ calendar, mayChange, onChange }: HalfProps) {
  const { organisation: words } = useMessages(accessMessages).words
  const error = useSentence(calendar)
  const save = (weekday: Weekday, at: string | undefined) => {
    const others = Object.entries(calendar.halfWeekdays).filter(([id]) => id !== String(weekday))
    const own = at === undefined ? {} : { [weekday]: at }
    onChange({ halfWeekdays: { ...Object.fromEntries(others), ...own } })
  }
  const known = weekdays.filter((weekday) => calendar.halfWeekdays[weekday] !== undefined)
  const entries = known.map((weekday) => {
    const at = calendar.halfWeekdays[weekday] ?? ''
    const name = words.until({ day: words.weekdays[weekday], at })
    return { id: String(weekday), name, error: error(weekday, at) }
  })
  const remove = (id: string) =>
    known.forEach((each) => String(each) === id && save(each, undefined))
  return (
    <section aria-label={words.halfWeekdays}>
      <h3 className="mb-1 text-sm font-medium">{words.halfWeekdays}</h3>
      <Chips entries={entries} onRemove={mayChange ? remove : null} />
      {mayChange ? <Adding calendar={calendar} onAdd={save} /> : null}
    </section>
  )
}

function Adding(props: {
  calendar: CalendarSettings
  onAdd: (weekday: Weekday, at: string) => void
}) {
  const { organisation: words } = useMessages(accessMessages).words
  const { workdays, halfWeekdays } = props.calendar
  const [chosen, setChosen] = useState<string | null>(null)
  const free = weekdays.filter(
    (weekday) => workdays.includes(weekday) && halfWeekdays[weekday] === undefined,
  )
  const weekday = free.find((each) => String(each) === chosen)
  return (
    <div className="mt-2 flex max-w-lg flex-wrap items-start gap-2">
      <div className="min-w-32 flex-1">
        <Select
          label={words.weekday}
          choices={free.map((each) => ({ id: String(each), name: words.weekdays[each] }))}
          value={weekday ? String(weekday) : null}
          onChange={setChosen}
        />
      </div>
      <ClosingTime
        day={weekday}
        whyNot={useSentence(props.calendar)}
        addLabel={words.addWeekday}
        onAdd={(added, at) => {
          props.onAdd(added, at)
          setChosen(null)
        }}
      />
    </div>
  )
}

function useSentence(calendar: CalendarSettings) {
  const { reasons } = useMessages(accessMessages).words.organisation
  return (weekday: Weekday, at: string): string | null => {
    const why = whyNotHalfWeekday(calendar, weekday, at)?.refusal
    if (!why) return null
    return why.code === 'access.half-weekday-closed'
      ? reasons[why.code](why.data)
      : reasons[why.code](why.data)
  }
}
