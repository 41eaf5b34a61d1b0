import type { Language } from '#kernel/dictionary.ts'
import type { MannerExample } from '../judging/contract.ts'
import { timesTaken } from '../ladder/rules.ts'
import type { Ladder, Step } from '../ladder/contract.ts'
import { wordingMessages } from './messages.ts'

/** The words for one step, those that were not said yet before those that were. */
export function wordsFor(
  step: Step,
  ladder: Ladder,
  manner: MannerExample | null,
  language: Language,
): string[] {
  const words = wordingMessages[language]
  const asked = timesTaken(ladder, 'request')
  const all = words.say[step]({
    what: manner ? words.manners[manner] : words.someManner,
    times: step === 'request' ? asked + 1 : asked,
    isCall: ladder.occasion.kind === 'call',
  })
  const said = new Set(ladder.taken.map((each) => each.said))
  return all.split('\n').toSorted((a, b) => Number(said.has(a)) - Number(said.has(b)))
}
