import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { CalendarSettings } from '#features/access/contract.ts'
import { accessMessages } from '#features/access/messages.ts'
import { whyNotHalfDay } from '#features/access/rules.ts'
import { Button } from '#kit/Button.tsx'
import { DayField } from '#kit/DayField.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { calendarDay, dayKey } from '#kit/time.ts'
import { TimeField } from '#kit/TimeField.tsx'
import { Chips } from './Chips.tsx'

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
    const day = calendarDay(`${id}T12:00:00+09:00`, now, language)
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
  const [at, setAt] = useState('')
  const sentence = useSentence(props.calendar)
  const error = day && at ? sentence(day, at) : null
  return (
    <div className="mt-2 flex max-w-lg flex-wrap items-start gap-2">
      <div className="min-w-44 flex-1">
        <DayField label={words.day} value={day} onChange={setDay} />
      </div>
      <div className="min-w-32 flex-1">
        <TimeField label={words.closesAt} value={at} onChange={setAt} error={error} />
      </div>
      <Button
        className="sm:mt-6.5"
        icon={<Plus aria-hidden size={16} />}
        isDisabled={day === '' || at === '' || error !== null}
        onPress={() => {
          props.onAdd(day, at)
          setDay('')
          setAt('')
        }}
      >
        {words.addDay}
      </Button>
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
