import type { Details } from '#features/complaints/contract.ts'

/** What was typed, in the shape the record keeps it; null when it cannot be one. `today`: YYYY-MM-DD in Japan. */
export function readDetail(field: keyof Details, typed: string, today: string): Details | null {
  const text = typed.normalize('NFKC').trim()
  if (field === 'price') {
    const yen = Number(text.replaceAll(/[,円¥\s]/g, ''))
    return Number.isSafeInteger(yen) && yen >= 0 && text !== '' ? { price: yen } : null
  }
  if (field === 'purchasedOn') {
    const day = readPastDay(text, today)
    return day === null ? null : { purchasedOn: day }
  }
  return typed.trim() === '' ? null : { [field]: typed.trim() }
}

const spoken: Readonly<Record<string, number>> = {
  今日: 0,
  きょう: 0,
  本日: 0,
  昨日: 1,
  きのう: 1,
  一昨日: 2,
  おととい: 2,
}

/** 11/20, 11月20日, 20日, 2026-11-20, 昨日 …: without a year or a month, the latest such day that is not to come. */
export function readPastDay(typed: string, today: string): string | null {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '')
  const now = Temporal.PlainDate.from(today)
  const ago = spoken[text]
  if (ago !== undefined) return now.subtract({ days: ago }).toString()
  const parts =
    /^(?:(?:(\d{4})[-/.年])?(\d{1,2})[-/.月])?(\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (!parts || (parts[2] === undefined && !text.endsWith('日'))) return null
  const [, year, month, day] = parts
  return latest(now, year, month, Number(day))
}

function latest(
  now: Temporal.PlainDate,
  year: string | undefined,
  month: string | undefined,
  day: number,
): string | null {
  const from = (of: Temporal.PlainDate) => {
    try {
      return Temporal.PlainDate.from(
        { year: of.year, month: of.month, day },
        { overflow: 'reject' },
      )
    } catch {
      return null
    }
  }
  const back = year === undefined ? (month === undefined ? { months: 1 } : { years: 1 }) : null
  const start = now.with({
    day: 1,
    ...(month === undefined ? {} : { month: Number(month) || 1 }),
    ...(year === undefined ? {} : { year: Number(year) }),
  })
  if (month !== undefined && Number(month) !== start.month) return null
  const first = from(start)
  const isToCome = first === null || Temporal.PlainDate.compare(first, now) > 0
  const read = isToCome && back ? from(start.subtract(back)) : first
  return read && Temporal.PlainDate.compare(read, now) <= 0 ? read.toString() : null
}
