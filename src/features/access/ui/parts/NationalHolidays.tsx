import { holidayName } from '#kernel/national-holidays.ts'
import { accessMessages } from '#features/access/messages.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { dayKey, writtenDay } from '#kit/time.ts'

const shownDays = 366

/** The holidays of the coming year, so that a date nobody expected can be explained. */
export function NationalHolidays() {
  const { organisation: words } = useMessages(accessMessages).words
  const language = useLanguage()
  const now = useNow()
  return (
    <section aria-label={words.holidays}>
      <h3 className="text-sm font-medium">{words.holidays}</h3>
      <p className="mb-2 text-xs text-sub">{words.holidaysLead}</p>
      <ul className="grid gap-x-8 text-sm sm:grid-cols-2">
        {holidaysFrom(dayKey(now)).map(({ day, name }) => (
          <li key={day} className="flex justify-between gap-3 border-b border-line-soft py-1">
            <time dateTime={day}>{writtenDay(day, now, language)}</time>
            <span lang="ja">{name}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function holidaysFrom(first: string) {
  const start = Temporal.PlainDate.from(first)
  return Array.from({ length: shownDays }, (_, days) => start.add({ days })).flatMap((day) => {
    const name = holidayName(day)
    return name === undefined ? [] : [{ day: day.toString(), name }]
  })
}
