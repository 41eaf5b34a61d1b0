/**
 * Japan's national holidays, computed from the law (国民の祝日に関する法律) so that the browser need not
 * carry a table. Right from 2000 to 2099; the equinox days are forecasts until the government gazette
 * announces them each February for the year after.
 */
export function holidayName(day: Temporal.PlainDate): string | undefined {
  const holiday = holidaysOf(day.year).get(day.toString())
  return holiday && names[holiday]
}

export function isNationalHoliday(day: Temporal.PlainDate): boolean {
  return holidaysOf(day.year).has(day.toString())
}

const names = {
  newYear: '元日',
  comingOfAge: '成人の日',
  foundation: '建国記念の日',
  emperor: '天皇誕生日',
  spring: '春分の日',
  greenery: 'みどりの日',
  showa: '昭和の日',
  accession: '即位の日',
  constitution: '憲法記念日',
  children: 'こどもの日',
  sea: '海の日',
  mountain: '山の日',
  aged: '敬老の日',
  autumn: '秋分の日',
  fitness: '体育の日',
  sports: 'スポーツの日',
  enthronement: '即位礼正殿の儀の行われる日',
  culture: '文化の日',
  labour: '勤労感謝の日',
  substitute: '振替休日',
  between: '国民の休日',
} as const
type Holiday = keyof typeof names
type MonthDay = `${number}-${number}`
type Rule = readonly [
  holiday: Holiday,
  on: MonthDay | ((year: number) => string),
  from?: number,
  until?: number,
]

const rules: readonly Rule[] = [
  ['newYear', '01-01'],
  ['comingOfAge', nthMonday(1, 2)],
  ['foundation', '02-11'],
  ['emperor', '12-23', 0, 2018],
  ['emperor', '02-23', 2020],
  ['spring', equinox(3, 20.8431)],
  ['greenery', '04-29', 0, 2006],
  ['showa', '04-29', 2007],
  ['accession', '05-01', 2019, 2019],
  ['constitution', '05-03'],
  ['greenery', '05-04', 2007],
  ['children', '05-05'],
  ['sea', '07-20', 0, 2002],
  ['sea', nthMonday(7, 3), 2003],
  ['mountain', '08-11', 2016],
  ['aged', '09-15', 0, 2002],
  ['aged', nthMonday(9, 3), 2003],
  ['autumn', equinox(9, 23.2488)],
  ['fitness', nthMonday(10, 2), 0, 2019],
  ['sports', nthMonday(10, 2), 2020],
  ['enthronement', '10-22', 2019, 2019],
  ['culture', '11-03'],
  ['labour', '11-23'],
]

/** Moved once, for the Tokyo Olympics (平成三十二年東京オリンピック…特別措置法). */
const moved: Readonly<Record<string, MonthDay>> = {
  '2020 sea': '07-23',
  '2020 sports': '07-24',
  '2020 mountain': '08-10',
  '2021 sea': '07-22',
  '2021 sports': '07-23',
  '2021 mountain': '08-08',
}

type Named = ReadonlyMap<string, Holiday>
const computed = new Map<number, Named>()

function holidaysOf(year: number): Named {
  const known = computed.get(year)
  if (known) return known
  const named = namedHolidays(year)
  const all = new Map([...named, ...substitutes(named, year), ...citizensHolidays(named, year)])
  computed.set(year, all)
  return all
}

function namedHolidays(year: number): Named {
  const inForce = rules.filter(([, , from = year, until = year]) => from <= year && year <= until)
  return new Map(
    inForce.map(([holiday, on]) => {
      const monthDay = moved[`${year} ${holiday}`] ?? (typeof on === 'string' ? on : on(year))
      return [`${String(year).padStart(4, '0')}-${monthDay}`, holiday]
    }),
  )
}

/** A holiday on a Sunday: until 2006 the Monday after it, since 2007 the next day that is no holiday. */
function substitutes(named: Named, year: number): [string, Holiday][] {
  return [...named.keys()]
    .map((date) => Temporal.PlainDate.from(date))
    .filter((day) => day.dayOfWeek === 7)
    .flatMap((sunday) => {
      let day = sunday.add({ days: 1 })
      while (year >= 2007 && named.has(day.toString())) day = day.add({ days: 1 })
      return named.has(day.toString()) ? [] : [[day.toString(), 'substitute']]
    })
}

/** A day between two holidays. Until 2006 not when it is a Sunday or itself a substitute. */
function citizensHolidays(named: Named, year: number): [string, Holiday][] {
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
    .map((before) => [before.add({ days: 1 }).toString(), 'between'])
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
