import type { Language } from '#kernel/dictionary.ts'
import type { CueCode } from '#features/language/contract.ts'
import { feelingIn, takesBackAnger } from './feelings.ts'
import type { Situation } from './situation.ts'
import type { PlayInView } from './values.ts'

/** Said back, these would fan the fire or name a sum: they are recorded, never quoted aloud. */
const neverQuoted: readonly CueCode[] = [
  'insult',
  'sexual',
  'threat_harm',
  'threat_exposure',
  'hints_money',
  'asks_compensation',
  'demands_prostration',
  'demands_punishment',
  'demands_personal_info',
  'confinement',
  'refuses_to_leave',
  'customer_crisis',
  'anger_high',
]
const rough: Readonly<Record<Language, RegExp>> = {
  ja: /(?:しろ|せえ|やがれ|ふざけ|馬鹿|バカ|ばか|アホ|クソ|くそ|死|殺|てめ|お前|おまえ|土下座|どうして|なんで|くれるの|くれるん|いい加減|責任|話にならな|話にならん|無能|使えない|使えねえ|けち|ケチ|詐欺|うそつき|嘘つき)/,
  en: /\b(?:fuck|shit|damn|bloody|hell\b|crap|idiot|moron|stupid|useless|pathetic|incompetent|liars?\b|bastard|bitch|kill|die\b|dead\b|shut up|how dare|why (?:did|do|does|is|are|was|were|can|have|has|won|should)|your fault|responsib|or else)/i,
}
const shortest = 4
const longest: Readonly<Record<Language, number>> = { ja: 26, en: 60 }

/** The language the play speaks, whatever the customer speaks. */
export function languageOf({ context }: Situation): Language {
  return context.playbook.language === 'en' ? 'en' : 'ja'
}

export function isJapanese(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text)
}

/** A short piece of the customer's own words: what upset them first, else the latest thing they said. */
export function quotable(situation: Situation, _play: PlayInView): string | undefined {
  return pieceOf(situation, () => true)
}

/** The same, of words that carry a feeling: 「壊れたわけじゃない」 is none, and is not said back as one. */
export function felt(situation: Situation): string | undefined {
  return pieceOf(situation, (piece) => feelingIn(piece) !== 'none')
}

function pieceOf(situation: Situation, suits: (piece: string) => boolean): string | undefined {
  const { concerns, notes, ownWords } = situation.record
  const spoken = notes.filter(({ speaker }) => speaker === 'customer').map(({ text }) => text)
  const sources = [
    ...concerns.filter(({ isSettled }) => !isSettled).map(({ words }) => words),
    ...spoken,
  ]
  const candidates = [...(sources.length === 0 ? [ownWords] : sources)].toReversed()
  const concern = concerns.findLast(({ isSettled }) => !isSettled)?.words
  const hot = hotWords(situation)
  const language = languageOf(situation)
  for (const text of concern === undefined ? candidates : [concern, ...candidates]) {
    const piece = pieces(text, language).find(
      (each) => suits(each) && isQuotable(each, hot, language),
    )
    if (piece !== undefined) return piece
  }
  return undefined
}

/** For the sentence that says why a move is here: cut, never left out. */
export function shortened(words: string | undefined): string | undefined {
  const plain = words
    ?.replace(/\s+/g, ' ')
    .replace(/[「」“”]/g, '')
    .trim()
    .replace(/[。、.,]+$/, '')
  if (plain === undefined || plain === '') return undefined
  const characters = [...plain]
  const most = isJapanese(plain) ? 30 : 70
  return characters.length <= most ? plain : `${characters.slice(0, most - 1).join('')}…`
}

function hotWords({ record }: Situation): string[] {
  return record.cues.filter(({ code }) => neverQuoted.includes(code)).map(({ words }) => words)
}

/** Sentences first; a sentence that is too long is read clause by clause. */
function pieces(text: string, language: Language): string[] {
  return text
    .split(/[。．！!？?\n]+|\.(?=\s|$)/)
    .flatMap((sentence) =>
      sentence.trim().length <= longest[language] ? [sentence] : sentence.split(/[、,，]/),
    )
    .map((piece) => piece.replace(/[「」“”]/g, '').trim())
}

function isQuotable(piece: string, hot: readonly string[], language: Language): boolean {
  return (
    piece.length >= shortest &&
    piece.length <= longest[language] &&
    // Japanese read aloud in the middle of an English sentence helps nobody.
    (language === 'ja' || !isJapanese(piece)) &&
    !rough[language].test(piece) &&
    !takesBackAnger(piece) &&
    !hot.some((words) => words !== '' && (words.includes(piece) || piece.includes(words)))
  )
}
