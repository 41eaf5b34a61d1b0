import { tokyo } from './tokyo.ts'

/** `11月25日（水）18時`, or `18時30分`: an instant as it is said to customers. */
export function japaneseMoment(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(tokyo)
  const minutes = at.minute === 0 ? '' : `${at.minute}分`
  return `${japaneseDay(at.toPlainDate().toString())}${at.hour}時${minutes}`
}

/** `11月25日（水）` of a day, `YYYY-MM-DD`. */
export function japaneseDay(day: string): string {
  const { month, day: date, dayOfWeek } = Temporal.PlainDate.from(day)
  return `${month}月${date}日（${'月火水木金土日'[dayOfWeek - 1] ?? ''}）`
}

/** `Wed 25 November at 18:00`, in Japan. */
export function englishMoment(instant: string): string {
  return Temporal.Instant.from(instant).toLocaleString('en-GB', {
    timeZone: tokyo,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
}
