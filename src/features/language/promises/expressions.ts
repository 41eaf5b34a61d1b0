import { clockReaders } from './clocks.ts'
import { dayReaders } from './days.ts'
import { durationReaders } from './durations.ts'
import { type Mention, mentionsBy, type Moment, withoutOverlaps } from './mention.ts'
import { neverReaders, vagueReaders } from './others.ts'
import { type Memory, resolve, type When } from './resolve.ts'

export type { Memory } from './resolve.ts'

/** When something is to happen, in one place of the text. */
export type Expression = When['said'] & { readonly start: number; readonly end: number }

const readers = [
  ...durationReaders,
  ...dayReaders,
  ...clockReaders,
  ...vagueReaders,
  ...neverReaders,
]
const apposition = /^(?:[\sのはにも、,)）(（・:]|中の)*$/u
const range =
  /^(?:まで)?、?(?:から|より|〜|-|か|または|もしくは|あるいは|ないし|乃至|と|及び|・)[、の\s]*$/u
const beforeDay = /^[\sの、,(（:]*$/u
/** Everything in a text that may say when. */
export function mentionsIn(text: string): Mention[] {
  return withoutOverlaps(mentionsBy(readers, text))
}

/** The expressions of time in one sentence. A time without a day belongs to the day said before it. */
export function expressionsIn(
  sentence: string,
  mentions: readonly Mention[],
  moment: Moment,
  memory: Memory = {},
): Expression[] {
  return groups(sentence, mentions).map((group) => {
    const last = group.at(-1)
    const span = { start: group[0]?.start ?? 0, end: last?.end ?? 0 }
    const before = sentence.slice(Math.max(0, span.start - 40), span.start)
    const when = resolve(group, before, moment, memory)
    if (!when) return { ...span, kind: 'never', due: null, precision: 'vague' }
    if (when.day) Object.assign(memory, { day: when.day, last: when })
    return openEnded(sentence.slice(span.end, span.end + 12), { ...span, ...when.said })
  })
}

type Placed = Mention & { readonly isRange: boolean }

function groups(sentence: string, mentions: readonly Mention[]): Placed[][] {
  const groups: Placed[][] = []
  for (const mention of mentions) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const gap = before && sentence.slice(before.end, mention.start)
    if (group && before && gap !== undefined && belong(before, mention, gap))
      group.push({ ...mention, isRange: range.test(gap) })
    else groups.push([{ ...mention, isRange: false }])
  }
  return groups
}

function belong({ said: a }: Mention, { said: b }: Mention, gap: string): boolean {
  if (b.kind === 'vague' || b.kind === 'never' || a.kind === 'vague') return false
  const basis = b.kind === 'day' ? b.basis : undefined
  if (basis === 'again' || basis === 'same-day') return false
  if (a.kind === 'never') {
    const isPart = b.kind === 'clock' || basis === 'weekday' || basis === 'part'
    return isPart && /^(?:[のは、\s]|に)*$|^(?:から|〜|-)$/u.test(gap)
  }
  if (range.test(gap)) return gap !== 'と' || (a.kind === b.kind && basis !== 'counted')
  if (a.kind !== 'day' || b.kind === 'minutes') return false
  const isWhole = b.kind === 'day' && basis !== 'part'
  return isWhole ? basis !== 'counted' && beforeDay.test(gap) : apposition.test(gap)
}

/** 「明日以降」 has no end; 「明日の17時以降」 still ends with the day. */
function openEnded(after: string, expression: Expression): Expression {
  if (!/^(?:の?間)?(?:以降|以後|から順次|より順次)/u.test(after) || expression.kind !== 'dated')
    return expression
  return expression.precision === 'minute'
    ? { ...expression, due: (expression.due ?? '').slice(0, 10), precision: 'day' }
    : { ...expression, kind: 'vague', due: null, precision: 'vague' }
}
