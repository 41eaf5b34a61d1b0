import { parseDate } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { DateInput, DatePicker, DateSegment } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { fieldBox } from '#kit/fields.ts'

const round =
  'tap inline-flex size-9 cursor-pointer items-center justify-center rounded-lg text-sub hover:bg-gray-bg'

/** A calendar day, `YYYY-MM-DD` or empty; typed in parts or chosen from a month. */
export function DayField(props: {
  label: string
  value: string
  onChange: (day: string) => void
  /** The first day that may be chosen. */
  from?: string
}) {
  return (
    <DatePicker
      value={props.value === '' ? null : parseDate(props.value)}
      onChange={(date) => props.onChange(date?.toString() ?? '')}
      {...(props.from === undefined ? {} : { minValue: parseDate(props.from) })}
      className="flex flex-col gap-1"
    >
      <Label className="text-sm font-medium">{props.label}</Label>
      <Group className={`${fieldBox} tap flex h-10 items-center pe-1`}>
        <DateInput className="flex flex-1 items-center">
          {(segment) => (
            <DateSegment
              segment={segment}
              className="rounded px-0.5 tabular-nums outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-sub"
            />
          )}
        </DateInput>
        <Button className={round}>
          <CalendarDays aria-hidden size={17} />
        </Button>
      </Group>
      <Popover className="rounded-xl border border-line bg-raised p-3 shadow-lift">
        <Dialog className="outline-none">
          <Month />
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

function Month() {
  return (
    <Calendar>
      <header className="mb-1 flex items-center justify-between">
        <Button slot="previous" className={round}>
          <ChevronLeft aria-hidden size={18} />
        </Button>
        <Heading className="text-sm font-semibold" />
        <Button slot="next" className={round}>
          <ChevronRight aria-hidden size={18} />
        </Button>
      </header>
      <CalendarGrid className="text-sm tabular-nums [&_th]:pb-1 [&_th]:text-xs [&_th]:font-medium [&_th]:text-sub">
        {(date) => (
          <CalendarCell
            date={date}
            className="flex size-9 cursor-pointer items-center justify-center rounded-full hover:bg-gray-bg data-disabled:cursor-not-allowed data-disabled:opacity-40 data-outside-month:hidden data-selected:bg-accent data-selected:text-on-accent data-today:font-bold data-today:underline data-today:underline-offset-4"
          />
        )}
      </CalendarGrid>
    </Calendar>
  )
}
