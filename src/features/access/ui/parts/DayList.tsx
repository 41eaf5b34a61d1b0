import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { accessMessages } from '#features/access/messages.ts'
import { Button } from '#kit/Button.tsx'
import { DayField } from '#kit/DayField.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { calendarDay } from '#kit/time.ts'

export function DayList(props: {
  title: string
  days: readonly string[]
  mayChange: boolean
  onChange: (days: string[]) => void
}) {
  const { organisation: words } = useMessages(accessMessages).words
  const language = useLanguage()
  const [day, setDay] = useState('')
  const now = useNow()
  const written = (value: string) => calendarDay(`${value}T12:00:00+09:00`, now, language)
  return (
    <section aria-label={props.title}>
      <h3 className="mb-1 text-sm font-medium">{props.title}</h3>
      {props.days.length === 0 ? <p className="text-sm text-sub">{words.none}</p> : null}
      <ul className="flex flex-wrap gap-2">
        {props.days.map((value) => (
          <li
            key={value}
            className="inline-flex items-center gap-1 rounded-lg bg-gray-bg ps-3 pe-1 text-sm"
          >
            <time dateTime={value}>{written(value)}</time>
            {props.mayChange ? (
              <Button
                kind="quiet"
                size="small"
                label={words.remove({ day: written(value) })}
                icon={<X aria-hidden size={14} />}
                onPress={() => props.onChange(props.days.filter((other) => other !== value))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {props.mayChange ? (
        <div className="mt-2 flex max-w-sm items-end gap-2">
          <div className="flex-1">
            <DayField label={words.addDay} value={day} onChange={setDay} />
          </div>
          <Button
            icon={<Plus aria-hidden size={16} />}
            isDisabled={day === '' || props.days.includes(day)}
            onPress={() => {
              props.onChange([...props.days, day].toSorted())
              setDay('')
            }}
          >
            {words.addDay}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
