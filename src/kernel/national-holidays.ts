/**
 * Japan's national holidays, computed from the law (国民の祝日に関する法律) so that the browser need not
 * carry a table. Right from 2000 to 2099; the equinox days are forecasts until the government gazette
 * announces them each February for the year after.
 */
export function holidayName(day: Temporal.PlainDate): string | undefined {
  return holidaysOf(day.year).get(day.toString())
}

export function isNationalHoliday(day: Temporal.PlainDate): boolean {
  return holidayName(day) !== undefined
}

type MonthDay = `${number}-${number}`
type Rule = {
  name: string
  from?: number
  until?: number
  on: MonthDay | ((year: number) => string)
}

const rules: readonly Rule[] = [
  { name: '元日', on: '01-01' },
  { name: '成人の日', on: nthMonday(1, 2) },
  { name: '建国記念の日', on: '02-11' },
  { name: '天皇誕生日', on: '12-23', until: 2018 },
  { name: '天皇誕生日', on: '02-23', from: 2020 },
  { name: '春分の日', on: equinox(3, 20.8431) },
  { name: 'みどりの日', on: '04-29', until: 2006 },
  { name: '昭和の日', on: '04-29', from: 2007 },
  { name: '即位の日', on: '05-01', from: 2019, until: 2019 },
  { name: '憲法記念日', on: '05-03' },
  { name: 'みどりの日', on: '05-04', from: 2007 },
  { name: 'こどもの日', on: '05-05' },
  { name: '海の日', on: '07-20', until: 2002 },
  { name: '海の日', on: nthMonday(7, 3), from: 2003 },
  { name: '山の日', on: '08-11', from: 2016 },
  { name: '敬老の日', on: '09-15', until: 2002 },
  { name: '敬老の日', on: nthMonday(9, 3), from: 2003 },
  { name: '秋分の日', on: equinox(9, 23.2488) },
  { name: '体育の日', on: nthMonday(10, 2), until: 2019 },
  { name: 'スポーツの日', on: nthMonday(10, 2), from: 2020 },
  { name: '即位礼正殿の儀の行われる日', on: '10-22', from: 2019, until: 2019 },
  { name: '文化の日', on: '11-03' },
  { name: '勤労感謝の日', on: '11-23' },
]

/** Moved once, for the Tokyo Olympics (平成三十二年東京オリンピック…特別措置法). */
const moved: Readonly<Record<string, MonthDay>> = {
  '2020 海の日': '07-23',
  '2020 スポーツの日': '07-24',
  '2020 山の日': '08-10',
  '2021 海の日': '07-22',
  '2021 スポーツの日': '07-23',
  '2021 山の日': '08-08',
}

const computed = new Map<number, ReadonlyMap<string, string>>()

function holidaysOf(year: number): ReadonlyMap<string, string> {
  const known = computed.get(year)
  if (known) return known
  const named = namedHolidays(year)
  const all = new Map([...named, ...substitutes(named, year), ...citizensHolidays(named, year)])
  computed.set(year, all)
  return all
}

function namedHolidays(year: number): Map<string, string> {
  const inForce = rules.filter(({ from = year, until = year }) => from <= year && year <= until)
  return new Map(
    inForce.map(({ name, on }) => {
      const monthDay = moved[`${year} ${name}`] ?? (typeof on === 'string' ? on : on(year))
      return [`${String(year).padStart(4, '0')}-${monthDay}`, name]
    }),
  )
}

/** A holiday on a Sunday: until 2006 the Monday after it, since 2007 the next day that is no holiday. */
function substitutes(named: ReadonlyMap<string, string>, year: number): [string, string][] {
  return [...named.keys()]
    .map((date) => Temporal.PlainDate.from(date))
    .filter((day) => day.dayOfWeek === 7)
    .flatMap((sunday) => {
      let day = sunday.add({ days: 1 })
      while (year >= 2007 && named.has(day.toString())) day = day.add({ days: 1 })
      return named.has(day.toString()) ? [] : [[day.toString(), '振替休日']]
    })
}

/** A day between two holidays. Until 2006 not when it is a Sunday or itself a substitute. */
function citizensHolidays(named: ReadonlyMap<string, string>, year: number): [string, string][] {
  return [...named.keys()]
    .map((date) => Temporal.PlainDate.from(date))
    .filter((before) => {
      const day = before.add({ days: 1 })
      const taken = day.dayOfWeek === 7 || before.dayOfWeek === 7
      return (
        !named.has(day.toString()) &&
        named.has(day.add({ days: 1 }).toString()) &&
        !(year < 2007 && taken)
      )
    })
    .map((before) => [before.add({ days: 1 }).toString(), '国民の休日'])
}

function nthMonday(month: number, nth: number): (year: number) => string {
  return (year) => {
    const first = Temporal.PlainDate.from({ year, month, day: 1 })
    return monthDay(month, 1 + ((8 - first.dayOfWeek) % 7) + 7 * (nth - 1))
  }
}

/** The day the equinox falls on, 1980–2099 (海上保安庁水路部『暦計算研究会編 新こよみ便利帳』). */
function equinox(month: number, day1980: number): (year: number) => string {
  return (year) => {
    const since = year - 1980
    return monthDay(month, Math.floor(day1980 + 0.242194 * since) - Math.floor(since / 4))
  }
}

function monthDay(month: number, day: number): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
