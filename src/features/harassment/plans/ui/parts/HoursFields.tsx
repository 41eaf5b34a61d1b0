import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { TimeField } from '#kit/TimeField.tsx'
import { weekday } from './weekday.ts'
import { planningMessages } from '../../../planning/messages.ts'
import type { ChangeDraft, PlanDraft } from './draft.ts'

const week = [1, 2, 3, 4, 5, 6, 7] as const

/** When the window answers the telephone. */
export function HoursFields({ draft, change }: { draft: PlanDraft; change: ChangeDraft }) {
  const { words } = useMessages(planningMessages)
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line px-3 py-2">
      <Checkbox isChosen={draft.hasHours} onChange={(hasHours) => change({ hasHours })}>
        {words.hasHours}
      </Checkbox>
      {draft.hasHours ? (
        <>
          <div className="flex flex-wrap gap-x-4">
            {week.map((day) => (
              <Checkbox
                key={day}
                isChosen={draft.weekdays.includes(day)}
                onChange={(isChosen) =>
                  change({
                    weekdays: week.filter((each) =>
                      each === day ? isChosen : draft.weekdays.includes(each),
                    ),
                  })
                }
              >
                {words.weekdays[weekday(day)]}
              </Checkbox>
            ))}
          </div>
          <div className="grid max-w-sm grid-cols-2 gap-3">
            <TimeField
              label={words.from}
              value={draft.from}
              onChange={(from) => change({ from })}
            />
            <TimeField label={words.to} value={draft.to} onChange={(to) => change({ to })} />
          </div>
          <Checkbox isChosen={draft.onHolidays} onChange={(onHolidays) => change({ onHolidays })}>
            {words.onHolidays}
          </Checkbox>
        </>
      ) : null}
    </div>
  )
}
