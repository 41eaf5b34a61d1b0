import { toInstant, tokyo } from '#kernel/tokyo.ts'
import type { BusinessCalendar } from '#kernel/business-calendar.ts'
import { clockReaders } from './clocks.ts'
import { dayReaders } from './days.ts'
import { durationReaders } from './durations.ts'
import {
  type Clock,
  type Day,
  type Mention,
  mentionsBy,
  type Moment,
  type Said,
  withoutOverlaps,
} from './mention.ts'
import { neverReaders, vagueReaders } from './others.ts'

/** When something is to happen, in one place of the text. Without `due`: said, but without a date. */
export type Expression = {
  readonly start: number
  readonly end: number
  readonly kind: 'dated' | 'vague' | 'never'
  readonly due: string | null
  readonly precision: 'minute' | 'day' | 'vague'
}

const readers = [
  ...durationReaders,
  ...dayReaders,
  ...clockReaders,
  ...vagueReaders,
  ...neverReaders,
]
const apposition = /^(?:[\sのはにも、,)）(（・:]|中の)*$/u
const beforeDay = /^[\sの、,(（:]*$/u
const range =
  /^(?:まで)?、?(?:から|より|〜|-|か|または|もしくは|あるいは|ないし|乃至|と|及び)[、の\s]*$/u

/** Everything in a text that may say when. */
export function mentionsIn(text: string): Mention[] {
  return withoutOverlaps(mentionsBy(readers, text))
}

/** The expressions of time in one sentence. A time without a day belongs to the day said before it. */
export function expressionsIn(
  sentence: string,
  mentions: readonly Mention[],
  moment: Moment,
): Expression[] {
  let day: Day | undefined
  return groups(sentence, mentions).map((group) => {
    const last = group.at(-1)
    const span = { start: group[0]?.start ?? 0, end: last?.end ?? 0 }
    const when = resolve(group, sentence, moment, day)
    if (!when) return { ...span, kind: 'never', due: null, precision: 'vague' }
    day = when.day ?? day
    return openEnded(sentence.slice(span.end), { ...span, ...when.said })
  })
}

function groups(sentence: string, mentions: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = []
  for (const mention of mentions) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group && before && belong(before, mention, sentence.slice(before.end, mention.start))) {
      group.push(mention)
    } else groups.push([mention])
  }
  return groups
}

function belong({ said: a }: Mention, { said: b }: Mention, gap: string): boolean {
  if (a.kind === 'vague' || b.kind === 'vague' || b.kind === 'never') return false
  if (a.kind === 'never') {
    const isPart = b.kind === 'clock' || (b.kind === 'day' && (b.isBareWeekday || b.isPartOfDay))
    return isPart === true && /^(?:[のは、\s]|に)*$|^(?:から|〜|-)$/u.test(gap)
  }
  if (range.test(gap)) return gap !== 'と' || a.kind === b.kind
  if (b.kind === 'day' && !b.isPartOfDay) return a.kind === 'day' && beforeDay.test(gap)
  return (
    (a.kind === 'day' || a.kind === 'days') &&
    (b.kind === 'clock' || b.kind === 'day') &&
    apposition.test(gap)
  )
}

type When = { readonly day?: Day; readonly said: Pick<Expression, 'kind' | 'due' | 'precision'> }

const vague = { said: { kind: 'vague', due: null, precision: 'vague' } } as const

function resolve(
  group: readonly Mention[],
  sentence: string,
  moment: Moment,
  inherited: Day | undefined,
): When | undefined {
  let day: Day | undefined
  let clock: Clock | undefined
  for (const [i, { start, said }] of group.entries()) {
    const previous = group[i - 1]
    const inRange = previous !== undefined && range.test(sentence.slice(previous.end, start))
    if (said.kind === 'never') return undefined
    if (said.kind === 'vague') return vague
    const isCounted = said.kind === 'minutes' || (said.kind === 'days' && !inRange)
    if (isCounted && isCountedFromSomethingElse(sentence.slice(0, start))) return vague
    if (said.kind === 'minutes') return exactly(moment.now.add(minutes(said.minutes)))
    if (said.kind === 'clock') clock = later(said.clock, clock)
    else if (said.kind === 'days' || !said.isBareWeekday || !day || inRange) {
      day = dayOf(said, inRange, day, inherited, moment)
      if (!day) return undefined
      if (inRange) clock = undefined
    }
  }
  if (!clock) return day && onDay(day)
  return atTime(clock, day ?? inherited, moment)
}

function dayOf(
  said: Extract<Said, { kind: 'day' | 'days' }>,
  inRange: boolean,
  day: Day | undefined,
  inherited: Day | undefined,
  moment: Moment,
): Day | undefined {
  if (said.kind === 'days') return said.after(moment, (inRange ? day : undefined) ?? moment.today)
  const isPartOfOther = said.isPartOfDay || said.isBareWeekday
  const from = inRange ? day : isPartOfOther ? (day ?? inherited) : undefined
  return said.on(moment, from ?? moment.today)
}

function onDay(day: Day): When {
  return { day, said: { kind: 'dated', due: day.toString(), precision: 'day' } }
}

function exactly(instant: Temporal.Instant, day?: Day): When {
  const local = instant.toZonedDateTimeISO(tokyo)
  const due = `${local.toPlainDateTime().toString({ smallestUnit: 'second' })}${local.offset}`
  return { day: day ?? local.toPlainDate(), said: { kind: 'dated', due, precision: 'minute' } }
}

const minutes = (count: number) => ({ seconds: Math.round(count * 60) })

function atTime(clock: Clock, said: Day | undefined, moment: Moment): When {
  const day = said ?? moment.today
  const instant = at(day, clock, moment, said !== undefined)
  const isPast = Temporal.Instant.compare(instant, moment.now) <= 0
  return isPast && said === undefined
    ? exactly(at(day.add({ days: 1 }), clock, moment))
    : exactly(instant, day)
}

function at(day: Day, clock: Clock, moment: Moment, isDaySaid = false): Temporal.Instant {
  const instantAt = (hour: number) =>
    toInstant(
      day.add({ days: Math.floor(hour / 24) }),
      `${String(hour % 24).padStart(2, '0')}:${String(clock.minute).padStart(2, '0')}`,
    )
  const asSaid = instantAt(clock.hour)
  if (clock.isAsSaid || clock.hour === 12) return asSaid
  const { opens, closes } = hoursOf(moment.calendar)
  const isOpen = (hour: number) => opens <= hour && hour <= closes
  if (!isOpen(clock.hour) && (isOpen(clock.hour + 12) || clock.hour <= 6))
    return instantAt(clock.hour + 12)
  const isEarly = clock.hour <= 7 && !isOpen(clock.hour)
  const isOver =
    (isDaySaid || isEarly) &&
    day.equals(moment.today) &&
    Temporal.Instant.compare(asSaid, moment.now) <= 0
  return isOver && clock.hour <= 9 ? instantAt(clock.hour + 12) : asSaid
}

function hoursOf({ hours }: BusinessCalendar) {
  return { opens: Number.parseInt(hours.opens, 10), closes: Number.parseInt(hours.closes, 10) }
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

/** 「明日以降」 has no end; 「明日の17時以降」 still ends with the day. */
function openEnded(after: string, expression: Expression): Expression {
  if (!/^(?:の?間)?(?:以降|以後|から順次|より順次)/u.test(after) || expression.kind !== 'dated')
    return expression
  return expression.precision === 'minute'
    ? { ...expression, due: (expression.due ?? '').slice(0, 10), precision: 'day' }
    : { ...expression, kind: 'vague', due: null, precision: 'vague' }
}
