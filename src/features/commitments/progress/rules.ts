import {
  addBusinessDays,
  endOfBusiness,
  isBusinessDay,
  nextBusinessDay,
  previousBusinessDay,
  type BusinessCalendar,
} from '#kernel/business-calendar.ts'
import { normalise } from '#kernel/japanese-text/normalise.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { Due } from '../contract.ts'
import type { Rhythm } from './contract.ts'

const kanji: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}
const number = '(\\d{1,2}|[一二三四五六七八九十])'
const often = '(?:ごと|毎|間隔|に(?:1|一)[度回])'
const days = (every: number): Rhythm => ({ every, unit: 'days' })
const open = (every: number): Rhythm => ({ every, unit: 'business-days' })

/** Longer forms first. 「一日おき」 is every other day; with larger numbers people mean both, and sooner breaks nothing. */
const forms: readonly (readonly [RegExp, (count: number) => Rhythm])[] = [
  [new RegExp(`${number}営業日(?:${often}|おき)`, 'u'), open],
  [new RegExp(`(?:1|一)日おき|隔日`, 'u'), () => days(2)],
  [new RegExp(`${number}日(?:${often}|おき)`, 'u'), days],
  [new RegExp(`${number}週間?(?:${often}|おき)`, 'u'), (count) => days(count * 7)],
  [/隔週/u, () => days(14)],
  [/毎週|週(?:に|に一度|ごと|1回|一回|1度|一度)/u, () => days(7)],
  [/毎営業日/u, () => open(1)],
  [/毎日|日々/u, () => days(1)],
  [/毎月|月に(?:1|一)[度回]/u, () => days(30)],
]
const aboutNotes = /連絡|報告|知らせ|電話|メール|お伝え|経過/u
const asked = /[?？]$|でしょうか$|ですか$|ましょうか$/u

/** How often we said that we will be in touch, with the words; null when a text says nothing of it. */
export function rhythmIn(text: string): (Rhythm & { words: string }) | null {
  const sentences = normalise(text)
    .text.split(/(?<=[。?？!！])|\n/u)
    .map((each) => each.replace(/[。!！\s]+$/u, '').trim())
  for (const sentence of sentences.filter((each) => aboutNotes.test(each) && !asked.test(each))) {
    for (const [form, make] of forms) {
      const found = form.exec(sentence)
      const rhythm = found && make(countIn(found[1]))
      if (rhythm && rhythm.every >= 1 && rhythm.every <= 90)
        return { ...rhythm, words: [...sentence].slice(0, 200).join('') }
    }
  }
  return null
}

function countIn(written: string | undefined): number {
  return written === undefined ? 1 : (kanji[written] ?? Number(written))
}

type Entry = Pick<TimelineEntry, 'type' | 'payload'>

/** The last interval in what we said since notes ended last; letters that were cancelled said nothing. */
export function foundIn(entries: readonly Entry[]): (Rhythm & { words: string }) | null {
  const ended = entries.findLastIndex(({ type }) => type === 'commitments.progress-ended')
  const cancelled = new Set(
    entries
      .filter(({ type }) => type === 'letters.cancelled')
      .map(({ payload }) => payload?.['letterId']),
  )
  const ours = entries
    .slice(ended + 1)
    .filter((each) => isOurs(each) && !cancelled.has(each.payload?.['letterId']))
  for (const { payload } of ours.toReversed()) {
    const text = payload?.['text']
    const found = typeof text === 'string' ? rhythmIn(text) : null
    if (found) return found
  }
  return null
}

function isOurs({ type, payload }: Entry): boolean {
  if (type === 'complaints.noted') return payload?.['speaker'] === 'operator'
  return type === 'guide.phrase-used' || type === 'letters.written'
}

/**
 * When the note after `at` is due: the closing of the day. Days that would end on a closed day end on the open one
 * before it, so that nobody waits longer than they were told; where there is none in between, on the next.
 */
export function nextNote(at: string, { every, unit }: Rhythm, calendar: BusinessCalendar): Due {
  const from = tokyoDay(Temporal.Instant.from(at))
  if (unit === 'business-days') return closingOf(addBusinessDays(calendar, from, every), calendar)
  const wanted = from.add({ days: every })
  if (isBusinessDay(calendar, wanted)) return closingOf(wanted, calendar)
  const before = previousBusinessDay(calendar, wanted)
  const isAfter = Temporal.PlainDate.compare(before, from) > 0
  return closingOf(isAfter ? before : nextBusinessDay(calendar, wanted), calendar)
}

/** A day that was named: when the desk closes on it; on a closed day when it closes on the open one before. */
export function noteOn(on: string, at: string, calendar: BusinessCalendar): Due {
  const day = Temporal.PlainDate.from(on)
  if (isBusinessDay(calendar, day)) return closingOf(day, calendar)
  const before = closingOf(previousBusinessDay(calendar, day), calendar)
  const isAhead = Temporal.Instant.compare(before.dueAt, at) > 0
  return isAhead ? before : closingOf(nextBusinessDay(calendar, day), calendar)
}

function closingOf(day: Temporal.PlainDate, calendar: BusinessCalendar): Due {
  const dueAt = endOfBusiness(calendar, day).toString()
  return { dueAt, dueOn: day.toString(), precision: 'day' }
}

/** A customer who waits for longer than the longest interval was left alone, whatever they were told. */
export function isTooLong(until: string, at: string): boolean {
  return Temporal.Instant.from(at).until(until).total('hours') > 91 * 24
}

/** `3日ごと`. */
export function everyInWords({ every, unit }: Rhythm): string {
  return `${every}${unit === 'days' ? '日' : '営業日'}ごと`
}
