/** Days and clock times are Japanese ones, whatever the time zone of the process or the browser. */
export const tokyo = 'Asia/Tokyo'

/** The day it is in Japan at this instant. */
export function tokyoDay(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(tokyo).toPlainDate()
}

/** `'09:30'` on that day in Japan. `'24:00'` is the midnight that ends the day. */
export function toInstant(day: Temporal.PlainDate, time: string): Temporal.Instant {
  const endsTheDay = time === '24:00'
  return (endsTheDay ? day.add({ days: 1 }) : day)
    .toZonedDateTime({
      timeZone: tokyo,
      plainTime: Temporal.PlainTime.from(endsTheDay ? '00:00' : time),
    })
    .toInstant()
}
