import { japaneseOfficeCalendar } from '#kernel/business-calendar.ts'
import type { LetterGround, LetterLook, StoryLetters } from '#features/guide/stories/contract.ts'
import { draftKind } from '../drafting/contract.ts'
import { findingsOf, ownIn, standingIn, type KeptSentence } from '../drafting/rules.ts'
import { draftingMessages } from '../drafting/messages.ts'
import { besides } from '../gate/measures.ts'
import { gate, obstacles } from '../gate/rules.ts'
import { draftOf } from '../phrasing/draft.ts'
import { kinds } from '../phrasing/kinds.ts'

/** Letters as stories tell them: drafted from the record of then, held against the record of now, by the same rules as at the desk. */
export const storyLetters: StoryLetters = (kind, given) => {
  const known = draftKind.safeParse(kind)
  if (!known.success)
    return `「${kind}」という下書きはありません。あるのは: ${draftKind.options.join(' ')}`
  const source = { ...given, promises: [] }
  const whyNot = kinds[known.data].whyNot(source)
  if (whyNot !== null) return draftingMessages.ja.words.whyNot[whyNot]
  const { text, sentences } = draftOf(known.data, source)
  return { text, look: (written, now) => lookAt(written, sentences, now) }
}

function lookAt(
  written: string,
  sentences: readonly KeptSentence[],
  { record, now, clauses }: LetterGround,
): LetterLook {
  const standings = standingIn(written, sentences, { record, now, clauses })
  const { why } = draftingMessages.ja.words
  const held = { record, now, calendar: japaneseOfficeCalendar, companyWords: [] }
  const found = gate(written, { ...held, hasAttachments: true })
  const findings = besides(found, findingsOf(standings))
  return {
    red: standings.flatMap(({ text, falls }) =>
      falls.map(({ code, ground, now: after }) => ({
        text,
        why: why[code]({ said: ground.said, now: after }),
      })),
    ),
    mended: standings.filter(({ isMended }) => isMended).map(({ text }) => text),
    own: ownIn(written, sentences),
    held: obstacles(findings, []).map(({ message }) => message),
  }
}
