import { Plus } from 'lucide-react'
import { useState } from 'react'
import { accessMessages } from '#features/access/messages.ts'
import { Button } from '#kit/Button.tsx'
import { DayField } from '#kit/DayField.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { writtenDay } from '#kit/time.ts'
import { Chips } from './Chips.tsx'

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
  const written = (value: string) => writtenDay(value, now, language)
  return (
    <section aria-label={props.title}>
      <h3 className="mb-1 text-sm font-medium">{props.title}</h3>
      <Chips
        entries={props.days.map((value) => ({ id: value, day: value, name: written(value) }))}
        onRemove={
          props.mayChange
            ? (value) => props.onChange(props.days.filter((other) => other !== value))
            : null
        }
      />
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
