import { closingTime } from '#kernel/business-calendar.ts'
import { toInstant, tokyo } from '#kernel/tokyo.ts'
import type { Clock, Day, Mention, Moment, Said } from './mention.ts'

export type When = {
  readonly day?: Day
  /** Without `due`: said, but without a date. `never`: whatever hangs on it is no promise. */
  readonly said: {
    readonly kind: 'dated' | 'vague' | 'never'
    readonly due: string | null
    readonly precision: 'minute' | 'day' | 'vague'
  }
}
/** What was said before: `day` for a time of the day and 翌日, `last` for それまで. */
export type Memory = { last?: When | undefined; day?: Day | undefined }

const vague: When = { said: { kind: 'vague', due: null, precision: 'vague' } }

/** The day and hour that mentions say together. `before`: the words before them. */
export function resolve(
  group: readonly (Mention & { readonly isRange: boolean })[],
  before: string,
  moment: Moment,
  memory: Memory,
): When | undefined {
  let day: Day | undefined
  let clock: Clock | undefined
  for (const [i, { said, isRange }] of group.entries()) {
    if (said.kind === 'never') return undefined
    const isCounted = said.kind === 'minutes' || (said.kind === 'day' && said.basis === 'counted')
    if (said.kind === 'vague' || (isCounted && isCountedFromSomethingElse(before))) return vague
    if (said.kind === 'minutes') return exactly(moment.now.add(seconds(said.minutes)))
    if (said.kind === 'clock') clock = later(said.clock, clock)
    else if (isRepeated(said) && (said.basis === 'again' || !memory.last?.day)) return memory.last
    else if (said.basis === 'weekday' && day && !isRange) {
      // 「3週間後の金曜」 is a day of that week; 「27日金曜」 says the same twice.
      const weeks = group[i - 1]?.said
      if (weeks?.kind === 'day' && weeks.basis === 'counted')
        day = said.on(moment, day.subtract({ days: day.dayOfWeek - 1 }))
    } else {
      day = said.on(moment, basisOf(said, isRange ? day : undefined, day, moment, memory))
      if (!day) return undefined
      if (isRange) clock = undefined
    }
  }
  if (!clock) return day && onDay(day)
  // 「火曜の10時」 said on a Tuesday afternoon is next week's.
  const isWeekday = group.every(({ said }) => said.kind !== 'day' || said.basis === 'weekday')
  if (day && isWeekday && isPast(at(day, clock, moment, true), moment)) day = day.add({ days: 7 })
  return atTime(clock, day ?? memory.day, moment)
}

const isRepeated = ({ basis }: Extract<Said, { kind: 'day' }>) =>
  basis === 'again' || basis === 'same-day'

function basisOf(
  { basis }: Extract<Said, { kind: 'day' }>,
  rangeStart: Day | undefined,
  day: Day | undefined,
  { today }: Moment,
  memory: Memory,
): Day {
  if (rangeStart) return rangeStart
  const said = day ?? memory.day
  if (basis === 'part' || basis === 'weekday') return said ?? today
  const last = said ?? memory.last?.day
  const isAhead = last !== undefined && Temporal.PlainDate.compare(last, today) >= 0
  return isAhead && (basis === 'following' || basis === 'same-day') ? last : today
}

function onDay(day: Day): When {
  return { day, said: { kind: 'dated', due: day.toString(), precision: 'day' } }
}

function exactly(instant: Temporal.Instant, day?: Day): When {
  const local = instant.toZonedDateTimeISO(tokyo)
  const due = `${local.toPlainDateTime().toString({ smallestUnit: 'second' })}${local.offset}`
  return { day: day ?? local.toPlainDate(), said: { kind: 'dated', due, precision: 'minute' } }
}

const seconds = (minutes: number) => ({ seconds: Math.round(minutes * 60) })

function atTime(clock: Clock, said: Day | undefined, moment: Moment): When {
  const day = said ?? moment.today
  const instant = at(day, clock, moment, said !== undefined)
  return isPast(instant, moment) && said === undefined
    ? exactly(at(day.add({ days: 1 }), clock, moment))
    : exactly(instant, day)
}

const isPast = (instant: Temporal.Instant, { now }: Moment) =>
  Temporal.Instant.compare(instant, now) <= 0

function at(day: Day, clock: Clock, moment: Moment, isDaySaid = false): Temporal.Instant {
  const instantAt = (hour: number) =>
    toInstant(
      day.add({ days: Math.floor(hour / 24) }),
      `${String(hour % 24).padStart(2, '0')}:${String(clock.minute).padStart(2, '0')}`,
    )
  const asSaid = instantAt(clock.hour)
  if (clock.isAsSaid || clock.hour === 12) return asSaid
  const opens = Number.parseInt(moment.calendar.hours.opens, 10)
  const closes = Number.parseInt(closingTime(moment.calendar, day), 10)
  const isOpen = (hour: number) => opens <= hour && hour <= closes
  if (!isOpen(clock.hour) && (isOpen(clock.hour + 12) || clock.hour <= 6))
    return instantAt(clock.hour + 12)
  const isEarly = clock.hour <= 7 && !isOpen(clock.hour)
  const isOver = (isDaySaid || isEarly) && day.equals(moment.today) && isPast(asSaid, moment)
  return isOver && clock.hour <= 9 ? instantAt(clock.hour + 12) : asSaid
}

/** 「午後8時から10時」, 「午前2時から5時」: the end is in the half of the day that was said. */
function later(clock: Clock, before: Clock | undefined): Clock {
  if (!before || clock.isAsSaid) return clock
  const isNextHalf = clock.hour < before.hour && clock.hour + 12 > before.hour
  return {
    ...clock,
    hour: clock.hour + (isNextHalf ? 12 : 0),
    isAsSaid: isNextHalf || before.isAsSaid,
  }
}

const event =
  '(?:到着|返送|返却|返品|ご?連絡|お?届け|届|受領|入金|お申し?込み?|お?支払い?|受け?取り?|発送|出荷|着荷|着|交換|工事|引き取り|回収|いただい|頂い|完了|承認|手続き|入荷|ご?注文|ご?購入|ご?契約|書類|ご?返信)'
const counted = new RegExp(
  `${event}[^。、]{0,6}?(?:(?:の)?後|て?から|より)[、に]?$|(?:たら|次第|ば|ますと|場合は?)、?$`,
  'u',
)
const fromNow = /(?:今|いま|本日|今日|只今|ただ今|ただいま|これ|この(?:お)?電話)(?:から|より)、?$/u

/** 「商品到着後3日以内」 cannot be dated before the goods arrive. */
function isCountedFromSomethingElse(before: string): boolean {
  return counted.test(before) && !fromNow.test(before)
}
