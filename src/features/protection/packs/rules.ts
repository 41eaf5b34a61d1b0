import type { ChainEntry } from '#kernel/chain.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import type { PackChoice, PackPart } from './contract.ts'

/** One entry of either record as the paper tells it. */
export type PackLine = {
  /** When it happened, else when it was written. */
  readonly at: string
  readonly who: string
  readonly text: string
  /** Verbatim words below it, each with what they are. */
  readonly quotes: readonly { readonly label: string; readonly words: string }[]
  readonly number: string
}

/** Which part an entry belongs to; null: it is about our own doings and stays in the house. */
export function partOf(type: string): PackPart | null {
  if (type.startsWith('letters.')) return 'letters'
  if (type.startsWith('harassment.')) return 'judgement'
  if (!type.startsWith('protection.')) return 'talk'
  if (/\.(?:post-|screen-|removal-)/u.test(type)) return 'posts'
  return /\.(?:noted|corrected|accusation-)/u.test(type) ? 'notes' : null
}

/** The things that an entry is about: what may stay out is named by these. */
const aboutKeys = ['evidenceId', 'noteId', 'postId', 'screenId'] as const

/** Does its wording go into the pack? */
export function isShown(
  { type, payload }: Pick<TimelineEntry, 'type' | 'payload'>,
  { parts, leaveOut }: Pick<PackChoice, 'parts' | 'leaveOut'>,
): boolean {
  const part = partOf(type)
  if (payload === null || part === null || !parts.includes(part)) return false
  return !aboutKeys.some((key) => leaveOut.some((id) => id === payload[key]))
}

/** Covers the names of third persons; the same name has the same cover everywhere. */
export function masker(names: readonly string[]): (text: string) => string {
  const wanted = names
    .map((name, index) => ({ name: name.trim(), cover: `［第三者${index + 1}］` }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length)
  return (text) => wanted.reduce((said, { name, cover }) => said.replaceAll(name, cover), text)
}

/** An entry as the record in the pack holds it: without words (and salt) where they are withheld or hold a covered name. */
export function sealedFor(
  entry: ChainEntry,
  choice: Pick<PackChoice, 'parts' | 'leaveOut' | 'mask'>,
): Omit<ChainEntry, 'organisationId' | 'complaintId'> {
  const { sequence, id, type, at, by, commitment, previous, hash } = entry
  const isOpen =
    isShown({ type, payload: recordOf(entry.payload) }, choice) &&
    !hasName(entry.payload, choice.mask)
  const { payload, salt } = isOpen ? entry : { payload: null, salt: null }
  return { sequence, id, type, at, by, payload, salt, commitment, previous, hash }
}

function recordOf(payload: unknown): Record<string, unknown> | null {
  const isRecord = typeof payload === 'object' && payload !== null && !Array.isArray(payload)
  return isRecord ? { ...payload } : null
}

function hasName(payload: unknown, mask: readonly string[]): boolean {
  const text = JSON.stringify(payload)
  return mask.some(
    (name) => name.trim() !== '' && text.includes(JSON.stringify(name.trim()).slice(1, -1)),
  )
}

const labels: Readonly<Record<string, string>> = {
  text: '言葉',
  words: '言葉',
  ownWords: 'お客様の言葉',
  quoted: '止めるよう求めた言葉',
  said: 'こちらの言葉',
  statement: '内容',
  facts: '起きたこと',
  place: '場所',
  witness: '居合わせた人',
  witnessName: '居合わせた人',
  decidedByName: '決めた人',
  url: 'URL',
  account: 'アカウント',
  seenAt: '見た時刻',
  happenedAt: '起きた時刻',
  saidAt: '言われた時刻',
  reason: '理由',
  about: '行為',
  how: '方法',
  sha256: 'SHA-256',
}
/** Of a judgement: its three axes. */
const axes: Readonly<Record<string, string>> = {
  content: '要求の内容',
  manner: '手段・態様',
  harm: '就業環境への影響',
}
type Quote = PackLine['quotes'][number]

/** The entry in a line: its room's sentence, and below it what the sentence does not already say. */
export function lineOf(
  entry: Pick<TimelineEntry, 'type' | 'payload' | 'at' | 'byName'>,
  number: string,
  sentence: string,
): PackLine {
  const { payload, byName } = entry
  const at = happenedAt(payload) ?? entry.at
  const quotes = quotesIn(payload, '').filter(({ words }) => !sentence.includes(words))
  const written = at === entry.at ? [] : [{ label: '書いた時刻', words: japaneseSecond(entry.at) }]
  const who = speakerOf(payload) ?? byName
  return { at, who, text: sentence, quotes: [...quotes, ...written], number }
}

/** Words lie deeper in some entries, such as the excerpts of a judgement. */
function quotesIn(value: unknown, under: string): Quote[] {
  if (Array.isArray(value)) return value.flatMap((each) => quotesIn(each, under))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]: [string, unknown]): Quote[] => {
    const label = key === 'words' && under !== '' ? under : labels[key]
    if (typeof part !== 'string') return quotesIn(part, axes[key] ?? under)
    if (label === undefined || part.trim() === '') return []
    return [{ label, words: key.endsWith('At') ? japaneseSecond(part) : part }]
  })
}

/** When it happened, where somebody wrote it down later. */
function happenedAt(payload: TimelineEntry['payload']): string | null {
  const at = payload?.['happenedAt'] ?? payload?.['seenAt']
  return typeof at === 'string' ? at : null
}

function speakerOf(payload: TimelineEntry['payload']): string | null {
  return payload?.['speaker'] === 'customer' ? 'お客様' : null
}

/** `2026年11月24日 09時41分07秒`, in Japan. */
export function japaneseSecond(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Tokyo')
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.year}年${at.month}月${at.day}日 ${two(at.hour)}時${two(at.minute)}分${two(at.second)}秒`
}

/** How a file is called inside the pack: nothing of its own name, which may be anybody's. */
export function fileName(index: number, type: string): string {
  const place = `files/${String(index + 1).padStart(3, '0')}`
  if (type === 'message/rfc822') return `${place}.eml`
  const known =
    /^(?:image|audio|video|application|text)\/(png|jpeg|webp|gif|pdf|mp4|mpeg|wav|ogg|plain)$/u
  const ending = known.exec(type)?.[1] ?? 'bin'
  const short = ending === 'jpeg' ? 'jpg' : ending === 'plain' ? 'txt' : ending
  return `${place}.${short}`
}
