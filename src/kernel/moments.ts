import { tokyo } from './tokyo.ts'

/** `11月25日（水）18時`, or `18時30分`: an instant as it is said to customers. */
export function japaneseMoment(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(tokyo)
  const weekday = '月火水木金土日'[at.dayOfWeek - 1] ?? ''
  const minutes = at.minute === 0 ? '' : `${at.minute}分`
  return `${at.month}月${at.day}日（${weekday}）${at.hour}時${minutes}`
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
