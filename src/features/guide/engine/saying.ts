import type { Language } from '#kernel/dictionary.ts'
import { tokyo } from '#kernel/tokyo.ts'
import type { Tongue } from '../contract.ts'

/** How a language says times, joins words and counts, inside a sentence. Instants are ISO, read in Tokyo. */
type Saying = {
  readonly instant: (at: string) => string
  readonly day: (at: string) => string
  readonly times: (count: number) => string
  readonly and: string
  readonly or: string
  /** `other`: nobody has said which. */
  readonly tongues: Readonly<Record<Exclude<Tongue, 'other'>, string>> & { readonly other?: never }
}

export const says: Readonly<Record<Language, Saying>> = {
  ja: {
    instant: (at) => `${japaneseDay(at)}${japaneseHour(at)}`,
    day: japaneseDay,
    times: String,
    and: 'と',
    or: '、または',
    tongues: {
      english: '英語',
      chinese: '中国語',
      korean: '韓国語',
      vietnamese: 'ベトナム語',
      nepali: 'ネパール語',
      tagalog: 'タガログ語',
      portuguese: 'ポルトガル語',
      spanish: 'スペイン語',
      indonesian: 'インドネシア語',
      japanese: '日本語',
    },
  },
  en: {
    instant: (at) => `${englishHour(at)} on ${englishDay(at)}`,
    day: englishDay,
    times: (count) => ['once', 'twice'][count - 1] ?? `${count} times`,
    and: ' and ',
    or: ', or ',
    tongues: {
      english: 'English',
      chinese: 'Chinese',
      korean: 'Korean',
      vietnamese: 'Vietnamese',
      nepali: 'Nepali',
      tagalog: 'Tagalog',
      portuguese: 'Portuguese',
      spanish: 'Spanish',
      indonesian: 'Indonesian',
      japanese: 'Japanese',
    },
  },
}

/** 11月24日（火） */
function japaneseDay(at: string): string {
  const due = inTokyo(at)
  return `${due.month}月${due.day}日（${'月火水木金土日'[due.dayOfWeek - 1]}）`
}

function japaneseHour(at: string): string {
  const due = inTokyo(at)
  return `${due.hour}時${due.minute === 0 ? '' : `${due.minute}分`}`
}

/** Tuesday 24 November */
function englishDay(at: string): string {
  const due = inTokyo(at)
  return `${weekdays[due.dayOfWeek - 1]} ${due.day} ${months[due.month - 1]}`
}

/** 5 pm, 9:30 am, noon */
function englishHour(at: string): string {
  const { hour, minute } = inTokyo(at)
  if (hour === 12 && minute === 0) return 'noon'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function inTokyo(at: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(tokyo)
}
