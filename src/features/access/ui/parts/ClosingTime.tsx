import { Plus } from 'lucide-react'
import { useState } from 'react'
import { accessMessages } from '#features/access/messages.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { TimeField } from '#kit/TimeField.tsx'

/** When a day or weekday that has been chosen closes, and the button that adds it. */
export function ClosingTime<Day extends string | number>(props: {
  day: Day | undefined
  whyNot: (day: Day, at: string) => string | null
  addLabel: string
  onAdd: (day: Day, at: string) => void
}) {
  const { organisation: words } = useMessages(accessMessages).words
  const [at, setAt] = useState('')
  const { day } = props
  const error = day !== undefined && at ? props.whyNot(day, at) : null
  return (
    <>
      <div className="min-w-32 flex-1">
        <TimeField label={words.closesAt} value={at} onChange={setAt} error={error} />
      </div>
      <Button
        className="sm:mt-6.5"
        icon={<Plus aria-hidden size={16} />}
        isDisabled={day === undefined || at === '' || error !== null}
        onPress={() => {
          if (day !== undefined) props.onAdd(day, at)
          setAt('')
        }}
      >
        {props.addLabel}
      </Button>
    </>
  )
}
