import type { Language } from '#kernel/dictionary.ts'
import { clockTime, calendarDay } from '#kit/time.ts'
import { windowMessages } from '#features/chat/window/messages.ts'
import type { ChatConversation, ChatLine } from '#features/chat/window/contract.ts'

/** The conversation as plain text, to be kept by the customer. `now`: ms. */
export function transcriptOf(
  { organisationName, number, lines }: ChatConversation,
  now: number,
  language: Language,
): string {
  const { words } = windowMessages[language]
  const head = `${organisationName}\n${words.number} ${number}`
  const told = lines.map((line) => {
    const when = `${calendarDay(line.at, now, language)} ${clockTime(line.at, language)}`
    return `${when}　${whoOf(line, words.you, organisationName)}\n${textOf(line, language)}`
  })
  return [head, ...told].join('\n\n')
}

/** Who says a line. */
export function whoOf({ kind, name }: ChatLine, you: string, organisationName: string): string {
  if (kind === 'you') return you
  return kind === 'desk' ? `${name ?? ''}（${organisationName}）` : organisationName
}

export function textOf({ kind, text, name }: ChatLine, language: Language): string {
  const { words } = windowMessages[language]
  if (kind === 'taken') return words.taken({ name: name ?? '' })
  return kind === 'ended' ? words.endedLine : text
}
