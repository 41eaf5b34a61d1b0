import { parseTime } from '@internationalized/date'
import { DateInput, DateSegment, TimeField as AriaTimeField } from 'react-aria-components/TimeField'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { fieldBox } from '#kit/fields.ts'

/** A time of day, `HH:MM` or empty, on 24 hours whatever the browser's own habit. */
export function TimeField(props: {
  label: string
  value: string
  onChange: (time: string) => void
  error?: string | null
  isDisabled?: boolean
}) {
  return (
    <AriaTimeField
      value={props.value === '' ? null : parseTime(props.value)}
      onChange={(time) => props.onChange(time ? time.toString().slice(0, 5) : '')}
      hourCycle={24}
      shouldForceLeadingZeros
      isDisabled={props.isDisabled ?? false}
      isInvalid={Boolean(props.error)}
      className="flex flex-col gap-1"
    >
      <Label className="text-sm font-medium">{props.label}</Label>
      <DateInput className={`${fieldBox} tap flex h-10 items-center`}>
        {(segment) => (
          <DateSegment
            segment={segment}
            className="rounded px-0.5 tabular-nums outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-sub"
          />
        )}
      </DateInput>
      {props.error ? (
        <Text slot="errorMessage" className="text-sm text-red">
          {props.error}
        </Text>
      ) : null}
    </AriaTimeField>
  )
}
