import type { Language } from '#kernel/dictionary.ts'
import { kitMessages } from '#kit/messages.ts'

const zone = 'Asia/Tokyo'
const locales = { ja: 'ja-JP', en: 'en-GB' } as const
const formats = new Map<string, Intl.DateTimeFormat>()

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** 17:00, in Japan. */
export function clockTime(at: string | number, language: Language): string {
  return format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  )
}

/** 11/24（火）; with the year when it is not the year of `now`. */
export function calendarDay(at: string | number, now: number, language: Language): string {
  const date = new Date(at)
  const isThisYear = dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4)
  if (language === 'en') {
    const shape = { weekday: 'short', day: 'numeric', month: 'short' } as const
    return format(language, isThisYear ? shape : { ...shape, year: 'numeric' }).format(date)
  }
  const written = format(language, {
    ...(isThisYear ? {} : { year: 'numeric' }),
    month: 'numeric',
    day: 'numeric',
  }).format(date)
  return `${written}（${format(language, { weekday: 'short' }).format(date)}）`
}

/** As `calendarDay`, of a day of the calendar, `YYYY-MM-DD`. */
export function writtenDay(day: string, now: number, language: Language): string {
  return calendarDay(`${day}T12:00:00+09:00`, now, language)
}

/** 11/24（火）17:00 */
export function dayAndTime(at: string | number, now: number, language: Language): string {
  const space = language === 'ja' ? '' : ', '
  return calendarDay(at, now, language) + space + clockTime(at, language)
}

/** `YYYY-MM-DD` in Japan: to group by day. */
export function dayKey(at: string | number): string {
  // Japan has had no summer time since 1951; a list asks this for every row, and Intl is a hundred times slower.
  return new Date(new Date(at).getTime() + 9 * hour).toISOString().slice(0, 10)
}

/** あと 5時間25分 / 45分 超過; whole days from two days on. */
export function remaining(at: string | number, now: number, language: Language): string {
  const left = new Date(at).getTime() - now
  const words = kitMessages[language]
  const time = lengthOf(Math.abs(left), language)
  return left >= 0 ? words.left({ time }) : words.over({ time })
}

/** 3時間前 */
export function elapsed(at: string | number, now: number, language: Language): string {
  const gone = now - new Date(at).getTime()
  const words = kitMessages[language]
  return gone < minute ? words.justNow : words.ago({ time: lengthOf(gone, language) })
}

/** 5時間25分; two units at most, none below a minute. */
export function lengthOf(ms: number, language: Language): string {
  const words = kitMessages[language]
  const space = language === 'ja' ? '' : ' '
  if (ms >= 2 * day) return words.days({ count: Math.floor(ms / day) })
  if (ms >= hour) {
    const rest = Math.floor((ms % hour) / minute)
    const hours = words.hours({ count: Math.floor(ms / hour) })
    return rest === 0 ? hours : hours + space + words.minutes({ count: rest })
  }
  return ms >= minute ? words.minutes({ count: Math.floor(ms / minute) }) : words.underAMinute
}

/** 04:32, or 1:04:32 from an hour on: for a timer. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${rest}` : rest
}

export type Urgency = 'over' | 'soon' | 'today' | 'later'

/** Colours of a due time: over is red, the last two hours are orange. */
export function urgencyOf(at: string | number, now: number): Urgency {
  const left = new Date(at).getTime() - now
  if (left < 0) return 'over'
  if (left < 2 * hour) return 'soon'
  return dayKey(at) === dayKey(now) ? 'today' : 'later'
}

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const made =
    formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options })
  formats.set(key, made)
  return made
}
