import { parseNumeral } from '#kernel/japanese-text/numerals.ts'
import { n, type Reader } from './mention.ts'

// The empty branch, because an optional group forgets what a lookbehind in it has captured.
const partOfDay =
  '(?:(?<![今明翌])(午前|午後|夕方|夕刻|夜|晩|朝|早朝|昼|お昼|深夜|未明|正午|am|pm|AM|PM|ごぜん|ごご)の?\\s?|(?<=[今明翌]([朝晩夜夕])の?)|)'
const around = '(?:頃|ごろ|きっかり|ちょうど|過ぎ|すぎ|台)?'

export const clockReaders: readonly Reader[] = [
  {
    pattern: new RegExp(
      `${partOfDay}(?:\\d{1,2}[〜-])?${n}時(?!間|点|期|代|給|短|効)(?:(半)|\\s?${n}分)?${around}(?!以降)`,
      'gu',
    ),
    read: ([, part, of, hour, half, minute]) => clock(part ?? of, hour, half ? '30' : minute),
  },
  {
    pattern: new RegExp(`${partOfDay}(?<![\\d:.])(\\d{1,2}):(\\d{2})(?!\\d|:)${around}`, 'gu'),
    read: ([, part, of, hour, minute]) => clock(part ?? of, hour, minute, true),
  },
  {
    pattern: /午前中|正午|お?昼(?=まで|頃|ごろ|に(?!な))|昼前/gu,
    read: () => noon,
  },
  {
    // A part of the day without an hour leaves the promise one of the day.
    pattern:
      /(?:午前(?!中)|午後(?:一番?|イチ)?|夕方|夕刻|朝一番?|朝イチ|(?<![毎今翌同当前]|前の|その)朝|(?<![毎今同当前]|前の|その)[夜晩]|昼過ぎ|(?:営業終了|終業|閉店)(?:時間|時刻)?)(?=まで|に|には|頃|ごろ|、|で|のうち)/gu,
    read: () => ({ kind: 'day', on: (_, from) => from, basis: 'part' }),
  },
]

const noon = { kind: 'clock', clock: { hour: 12, minute: 0, isAsSaid: true } } as const

function clock(part = '', hours = '', minutes = '0', isColon = false) {
  const hour = parseNumeral(hours) ?? 99
  const minute = parseNumeral(minutes) ?? 0
  if (hour > 30 || minute > 59) return undefined
  const isLeadingZero = /^0\d/u.test(hours)
  return {
    kind: 'clock',
    clock: {
      hour: inPart(part, hour),
      minute,
      isAsSaid:
        part !== '' ||
        hour > 12 ||
        hour === 0 ||
        isLeadingZero ||
        (isColon && part === '' && hour >= 7),
    },
  } as const
}

function inPart(part: string, hour: number): number {
  if (hour > 12) return hour
  if (/午後|夕|pm|PM|ごご/u.test(part)) return (hour % 12) + 12
  if (/夜|晩/u.test(part)) return hour === 12 ? 24 : hour >= 5 ? hour + 12 : hour + 24
  if (/深夜|未明/u.test(part)) return hour === 12 ? 24 : hour
  if (/昼/u.test(part)) return hour < 6 ? hour + 12 : hour
  return /午前|am|AM|ごぜん/u.test(part) && hour === 12 ? 12 : hour
}
