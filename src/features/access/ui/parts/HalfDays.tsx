import { useState } from 'react'
import type { CalendarSettings } from '#features/access/contract.ts'
import { accessMessages } from '#features/access/messages.ts'
import { whyNotHalfDay } from '#features/access/rules.ts'
import { DayField } from '#kit/DayField.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayKey, writtenDay } from '#kit/time.ts'
import { Chips } from './Chips.tsx'
import { ClosingTime } from './ClosingTime.tsx'

export type HalfProps = {
  readonly calendar: CalendarSettings
  readonly mayChange: boolean
  readonly onChange: (change: Partial<CalendarSettings>) => void
}

/** A single day that closes early, like the last one before the year-end holidays. */
export function HalfDays({ calendar, mayChange, onChange }: HalfProps) {
  const { organisation: words } = useMessages(accessMessages).words
  const language = useLanguage()
  const now = useNow()
  const error = useSentence(calendar)
  const { halfDays } = calendar
  const save = (days: [string, string][]) =>
    onChange({ halfDays: Object.fromEntries(days.toSorted(([a], [b]) => a.localeCompare(b))) })
  const entries = Object.entries(halfDays).map(([id, at]) => {
    const day = writtenDay(id, now, language)
    // What is over counts nothing any more, and so cannot be wrong.
    return { id, name: words.until({ day, at }), error: id < dayKey(now) ? null : error(id, at) }
  })
  const remove = (id: string) => save(Object.entries(halfDays).filter(([day]) => day !== id))
  return (
    <section aria-label={words.halfDays}>
      <h3 className="mb-1 text-sm font-medium">{words.halfDays}</h3>
      <Chips entries={entries} onRemove={mayChange ? remove : null} />
      {mayChange ? (
        <Adding
          calendar={calendar}
          onAdd={(day, at) => save([...Object.entries(halfDays), [day, at]])}
        />
      ) : null}
    </section>
  )
}

function Adding(props: { calendar: CalendarSettings; onAdd: (day: string, at: string) => void }) {
  const { organisation: words } = useMessages(accessMessages).words
  const [day, setDay] = useState('')
  return (
    <div className="mt-2 flex max-w-lg flex-wrap items-start gap-2">
      <div className="min-w-44 flex-1">
        <DayField label={words.day} value={day} onChange={setDay} />
      </div>
      <ClosingTime
        day={day || undefined}
        whyNot={useSentence(props.calendar)}
        addLabel={words.addDay}
        onAdd={(added, at) => {
          props.onAdd(added, at)
          setDay('')
        }}
      />
    </div>
  )
}

function useSentence(calendar: CalendarSettings) {
  const { reasons } = useMessages(accessMessages).words.organisation
  return (day: string, at: string): string | null => {
    const why = whyNotHalfDay(calendar, day, at)?.refusal
    if (!why) return null
    return why.code === 'access.half-day-closed'
      ? reasons[why.code](why.data)
      : reasons[why.code](why.data)
  }
}
