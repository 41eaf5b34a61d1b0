import { Phone } from 'lucide-react'
import type { z } from 'zod'
import type { readWebForm } from '#features/intake/contract.ts'
import { webFormMessages } from '#features/intake/web-form/messages.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { writtenDay } from '#kit/time.ts'

type Form = z.output<typeof readWebForm.answer>

/** When we call: the usual hours, and the days of the coming two weeks that are not usual. */
export function Hours({ hours, closedOn }: Pick<Form, 'hours' | 'closedOn'>) {
  const { words } = useMessages(webFormMessages)
  const language = useLanguage()
  const now = useNow()
  const named = (day: string) => writtenDay(day, now, language)
  const parts = hours.map(({ weekdays, days, opens, closes }) => {
    const when = days.length > 0 ? days.map(named).join(words.and) : weekdaysIn(weekdays, words)
    return words.open({ when, opens, closes })
  })
  return (
    <li className="flex items-start gap-2.5 text-sm">
      <Phone aria-hidden size={18} className="mt-0.5 shrink-0" />
      <span>
        {words.hours({ hours: parts.join(words.besides) })}
        {closedOn.length > 0 ? words.closed({ days: closedOn.map(named).join(words.and) }) : null}
      </span>
    </li>
  )
}

/** 月〜金, or one by one where they do not follow each other. */
function weekdaysIn(
  weekdays: readonly number[],
  words: { weekdays: string; to: string; and: string },
): string {
  const all = words.weekdays.split(' ')
  const names = weekdays.map((each) => all[each - 1] ?? '')
  const isRow = weekdays.every((each, at) => each === (weekdays[0] ?? 0) + at)
  return isRow && names.length > 2
    ? `${names[0] ?? ''}${words.to}${names.at(-1) ?? ''}`
    : names.join(words.and)
}
