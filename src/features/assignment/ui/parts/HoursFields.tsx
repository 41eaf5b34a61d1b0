import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { DeskHours } from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'

/** The hours of the company, or a desk's own with a break. */
export function HoursFields(props: {
  usual: DeskHours
  hours: DeskHours | null
  onChange: (hours: DeskHours | null) => void
}) {
  const { settings: words } = useMessages(desksMessages).words
  const { usual, hours, onChange } = props
  const [rest] = hours?.breaks ?? []
  const breakWith = (change: Partial<NonNullable<typeof rest>>) => {
    const next = { from: '', to: '', ...rest, ...change }
    if (hours) onChange({ ...hours, breaks: next.from || next.to ? [next] : [] })
  }
  return (
    <div className="flex flex-col gap-2">
      <Checkbox isChosen={hours !== null} onChange={(isOwn) => onChange(isOwn ? usual : null)}>
        {words.ownHours}
      </Checkbox>
      {hours ? (
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          <TextField
            label={words.opens}
            type="time"
            value={hours.opens}
            onChange={(opens) => onChange({ ...hours, opens })}
          />
          <TextField
            label={words.closes}
            type="time"
            value={hours.closes}
            onChange={(closes) => onChange({ ...hours, closes })}
          />
          <TextField
            label={words.breakFrom}
            type="time"
            value={rest?.from ?? ''}
            onChange={(from) => breakWith({ from })}
          />
          <TextField
            label={words.breakTo}
            type="time"
            value={rest?.to ?? ''}
            onChange={(to) => breakWith({ to })}
          />
        </div>
      ) : null}
    </div>
  )
}
