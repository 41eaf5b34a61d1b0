import { tokyo } from '#kernel/tokyo.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { Ground } from '../drafting/contract.ts'

/** One sentence, or one line of a list, with what it stands on. */
export type Sentence = {
  readonly text: string
  readonly grounds: readonly Ground[]
  /** A lead stands as long as one of its lines does. */
  readonly isLead?: boolean
}

export function says(text: string, ...grounds: readonly Ground[]): Sentence {
  return { text, grounds }
}

/** A lead with its lines below; nothing without lines. */
export function list(lead: string, lines: readonly Sentence[]): Sentence[] {
  if (lines.length === 0) return []
  const grounds = lines.flatMap((line) => line.grounds)
  return [
    { text: lead, grounds, isLead: true },
    ...lines.map((line) => ({ ...line, text: `・${line.text}` })),
  ]
}

/** A place that only a person can fill; the gate holds the letter until then. At most 30 letters. */
export function blank(what: string): string {
  return `{{${what}}}`
}

export function isBlank(text: string): boolean {
  return text.includes('{{')
}

/** The first wording that we have not used towards this customer; after the last one, the first again. */
export function fresh(
  { notes }: Pick<CaseRecord, 'notes'>,
  wordings: readonly [string, ...string[]],
): string {
  const ours = notes.filter(({ speaker }) => speaker === 'operator').map(({ text }) => bare(text))
  return wordings.find((each) => !ours.some((text) => text.includes(bare(each)))) ?? wordings[0]
}

/** Without the breaks and spaces that folding and typing bring. */
export function bare(text: string): string {
  return text.replaceAll(/[\s　]+/gu, '')
}

/** Words of the record inside a sentence: one line, no full stop, quotation marks of the inner kind. */
export function quote(words: string): string {
  return `「${inline(words).replaceAll('「', '『').replaceAll('」', '』')}」`
}

export function inline(words: string): string {
  return words
    .replaceAll(/[{}｛｝]+/gu, '')
    .replaceAll(/[\s　]*\n[\s　]*/gu, ' ')
    .replace(/[。．.\s　]+$/u, '')
    .trim()
}

/** `11月26日（木）12時30分`; only the day when only a day was said. */
export function dueWords({ dueAt, precision }: { dueAt: string; precision?: 'minute' | 'day' }) {
  const at = Temporal.Instant.from(dueAt).toZonedDateTimeISO(tokyo)
  const day = `${at.month}月${at.day}日（${'月火水木金土日'[at.dayOfWeek - 1]}）`
  if (precision === 'day') return day
  return `${day}${at.hour}時${at.minute === 0 ? '' : `${at.minute}分`}`
}

const plain = /(?:た|だ|る|い|う|く|す|つ|ぬ|む|ぶ|ぐ)$/u
const polite = /(?:ました|ません|ます|ませんでした)$/u

/** 「確かめる」「使わない」「二重の点検」 go on into a sentence; 「確かめます」「二人にした」 stand in a list. */
export function goesOn(words: string): boolean {
  return !/(?:ます|ません|ました|です|でした|[ただ])$/u.test(inline(words))
}

/** A statement as something that can be confirmed or apologised for: 「…こと」, or the noun that it is. */
export function asMatter(statement: string): string {
  const words = inline(statement)
  if (words.endsWith('でした')) return `${words.slice(0, -3)}であったこと`
  if (words.endsWith('いです')) return `${words.slice(0, -2)}こと`
  if (words.endsWith('です')) return `${words.slice(0, -2)}であること`
  if (polite.test(words) || plain.test(words)) return `${words}こと`
  return words
}
