import type { Language } from '#kernel/dictionary.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { nameOfLevel, questions, type Check } from './contract.ts'
import { checksMessages } from './messages.ts'

/** What reaches the desk, letter by letter: own words, and the three answers of one check if it was chosen. */
export function passedText(
  words: string,
  check: Omit<Check, 'id' | 'words'> | null,
  language: Language,
): string {
  if (!check) return words
  const { levels, short, pass } = checksMessages[language].words
  const day = tokyoDay(Temporal.Instant.from(check.at))
  const answers = questions.map(
    (each) => `${short[each]}：${levels[each][nameOfLevel(check[each])]}`,
  )
  const line = pass.check({ month: day.month, day: day.day, answers: answers.join('、') })
  return words === '' ? line : `${words}\n\n${line}`
}
