import { normalise } from '#kernel/japanese-text/normalise.ts'
import { tokyo } from '#kernel/tokyo.ts'

export type Moment = { readonly at: string; readonly precision: 'minute' | 'day' | 'month' }

const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
  大正: 1911,
  T: 1911,
}

const written = new RegExp(
  [
    '^(?:(?<era>令和|平成|昭和|大正|[RHST])\\s*(?<eraYear>\\d{1,2}|元)|(?<year>\\d{4}))',
    '\\s*[年/.\\-]\\s*(?<month>\\d{1,2})',
    '(?:\\s*[月/.\\-]\\s*(?<day>\\d{1,2})\\s*日?|\\s*月)?',
    '(?:\\s*[(][月火水木金土日][^)]*[)])?',
    '(?:[\\sT]*(?<half>午前|午後)?\\s*(?<hour>\\d{1,2})(?::|時)\\s*(?<minute>\\d{1,2})?',
    '(?:分|:\\d{2}(?:\\.\\d+)?)?(?:\\d{1,2}秒)?\\s*(?:UTC|(?<zone>Z|[+-]\\d{2}:?\\d{2}))?)?$',
  ].join(''),
  'iu',
)

/** Days as offices write them; Japanese time unless the text names another. Null when it is none we can trust. */
export function readMoment(typed: string): Moment | null {
  const match = partsOf(typed)
  if (!match) return null
  const { day, hour, zone } = match
  try {
    const date = Temporal.PlainDate.from(
      { year: yearOf(match), month: Number(match['month']), day: Number(day ?? 1) },
      { overflow: 'reject' },
    )
    const local = date.toPlainDateTime(timeOf(match))
    const at = zone
      ? Temporal.Instant.from(`${local.toString()}${zone}`)
      : local.toZonedDateTime(/UTC\s*$/iu.test(typed) ? 'UTC' : tokyo).toInstant()
    const precision = day === undefined ? 'month' : hour === undefined ? 'day' : 'minute'
    return { at: at.toString(), precision }
  } catch {
    return null
  }
}

/** The form of a date and yet none: 2026/2/30. Somebody mistyped it. */
export function isImpossible(typed: string): boolean {
  return partsOf(typed) !== undefined && readMoment(typed) === null
}

function partsOf(typed: string): Groups | undefined {
  const text = normalise(typed).text.trim()
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(text)
  return written.exec(compact ? compact.slice(1).join('-') : text)?.groups
}

// 1954-10-03 to 2099-12-31: other five-digit numbers are amounts, lots, mileages.
const [firstSerial, lastSerial] = [20_000, 73_050]

/** A cell of a column of dates: also the number of days by which Excel keeps one (1900 system, no zone of its own). */
export function readCellMoment(typed: string): Moment | null {
  const text = typed.trim()
  const serial = /^\d{5}(?:\.\d+)?$/u.test(text) ? Number(text) : 0
  if (serial < firstSerial || serial > lastSerial) return readMoment(typed)
  const minutes = Math.round((serial % 1) * 1440)
  const day = Temporal.PlainDate.from('1899-12-30').add({ days: Math.floor(serial) })
  const at = day.toPlainDateTime().add({ minutes }).toZonedDateTime(tokyo).toInstant().toString()
  return { at, precision: minutes === 0 ? 'day' : 'minute' }
}

type Groups = Readonly<Record<string, string | undefined>>

function yearOf({ era, eraYear, year }: Groups): number {
  if (year) return Number(year)
  return (eras[(era ?? '').toUpperCase()] ?? 0) + (eraYear === '元' ? 1 : Number(eraYear))
}

function timeOf({ half, hour, minute }: Groups): Temporal.PlainTime {
  const told = Number(hour ?? 0)
  const inDay = half === '午後' && told < 12 ? told + 12 : half === '午前' && told === 12 ? 0 : told
  return Temporal.PlainTime.from(
    { hour: inDay, minute: Number(minute ?? 0) },
    { overflow: 'reject' },
  )
}
