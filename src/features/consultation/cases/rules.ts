import { refuse } from '#kernel/result.ts'
import { checkMonths, type Check, type Entry, type Written } from './contract.ts'

/** One, three and six months after the opening, until each is answered. Days in Japan. */
export function checksOf(openedOn: string, entries: readonly Entry[], today: string): Check[] {
  return checkMonths.map((month) => {
    const dueOn = Temporal.PlainDate.from(openedOn).add({ months: month }).toString()
    const isDone = entries.some(
      ({ written }) => written.kind === 'check' && written.month === month,
    )
    return { month, dueOn, state: isDone ? 'done' : dueOn <= today ? 'due' : 'later' }
  })
}

/** The earliest day on which the desk has something to do. */
export function nextDueOf(checks: readonly Check[], entries: readonly Entry[]): string | null {
  const days = [
    ...checks.flatMap(({ state, dueOn }) => (state === 'done' ? [] : [dueOn])),
    ...entries.flatMap(({ dueOn, doneOn }) => (dueOn && !doneOn ? [dueOn] : [])),
  ]
  return days.toSorted()[0] ?? null
}

/** Nothing is told to anybody unless the person has said to whom. */
export function whyNotWritten(written: Written, entries: readonly Entry[]) {
  if (written.kind === 'check' && !checkMonths.some((month) => month === written.month))
    return refuse('invalid', 'consultation.no-such-check', {})
  if (written.kind !== 'measure' || written.tells === '') return null
  return consentNow(entries) === ''
    ? refuse('blocked', 'consultation.no-consent', { tells: written.tells })
    : null
}

/** What the person said last of whom to tell; an earlier consent is taken back by a later wish without one. */
export function consentNow(entries: readonly Entry[]): string {
  const wishes = entries.flatMap(({ written }) => (written.kind === 'wish' ? [written] : []))
  return wishes.at(-1)?.mayTell ?? ''
}

/** A case is closed once the person's wish is written down and they were told how it ended. */
export function lacksOf(entries: readonly Entry[]): ('wish' | 'told')[] {
  const has = (wanted: Written['kind']) => entries.some(({ written }) => written.kind === wanted)
  return (['wish', 'told'] as const).filter((each) => !has(each))
}
