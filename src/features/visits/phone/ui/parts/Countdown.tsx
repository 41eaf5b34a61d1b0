import { useEffect } from 'react'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { clockTime, stopwatch } from '#kit/time.ts'
import type { MyVisit } from '../../../contract.ts'
import { phoneMessages } from '../../messages.ts'
import { shakeOf } from '../../rules.ts'
import { shake } from './device.ts'

const minuteMs = 60_000

/** How long until the next sign of life; the phone shakes shortly before and, each minute, when it is late. */
export function Countdown({ visit, ahead }: { visit: MyVisit; ahead: number }) {
  const { words } = useMessages(phoneMessages)
  const language = useLanguage()
  const now = useNow('second') + ahead
  const { dueAt, state } = visit
  const kind = shakeOf(dueAt, now)
  const minute = kind === 'due' ? Math.floor(now / minuteMs) : 0
  useEffect(() => {
    if (kind) shake(kind)
  }, [kind, minute])
  if (dueAt === null || state === 'planned' || state === 'back' || state === 'called-off')
    return null
  const rest = Date.parse(dueAt) - now
  const tone =
    kind === 'due' ? 'bg-red-bg text-red' : kind ? 'bg-orange-bg text-orange' : 'bg-surface'
  return (
    <section className={`rounded-2xl border border-line-soft px-5 py-4 ${tone}`}>
      <p className="font-semibold">
        {words.due[state]} <time dateTime={dueAt}>{clockTime(dueAt, language)}</time>
      </p>
      <p data-figures className="text-4xl leading-tight font-semibold">
        {rest > 0 ? words.left({ time: stopwatch(rest) }) : words.past}
      </p>
    </section>
  )
}
