import type { Hand, ReplyContent, Writing } from './contract.ts'

/** A page says every ten seconds that it has the reply open; three times silent, and it is gone. */
export const handSeconds = 30
export const beatSeconds = 10

/** A draft that was sent or thrown away is kept so long, with its earlier states. */
export const keptDays = 30

/** Of one draft at most so many earlier states. */
export const mostPoints = 100

/** How close earlier states lie, by their age in seconds: every save at first, then one of each stretch. */
const steps = [
  { within: 2 * 60, every: 0 },
  { within: 10 * 60, every: 30 },
  { within: 2 * 3600, every: 5 * 60 },
  { within: 24 * 3600, every: 30 * 60 },
  { within: Infinity, every: 3 * 3600 },
] as const

type Point = { readonly savedAt: string; readonly savedBy: string; readonly isAside: boolean }

/**
 * Which earlier states stay (oldest first): the first, the newest, the last before somebody else went on, whatever was
 * kept aside, and the last of each stretch of time, which grows with age. Never more than `mostPoints`.
 */
export function thinned<P extends Point>(points: readonly P[], now: string): P[] {
  const line = points.filter(({ isAside }) => !isAside)
  const left = new Set(line.filter((point, at) => stays(point, line[at + 1], at, now)))
  const kept = points.filter((point) => point.isAside || left.has(point))
  const [first] = kept
  return first === undefined || kept.length <= mostPoints
    ? kept
    : [first, ...kept.slice(1 - mostPoints)]
}

function stays(point: Point, next: Point | undefined, at: number, now: string): boolean {
  if (at === 0 || !next || next.savedBy !== point.savedBy) return true
  const span = spanOf(point.savedAt, now)
  return span === null || span !== spanOf(next.savedAt, now)
}

/** The stretch of time that a state stands for; null while each one stays. */
function spanOf(savedAt: string, now: string): string | null {
  const seconds = Math.floor(Temporal.Instant.from(savedAt).epochMilliseconds / 1000)
  const age = Temporal.Instant.from(now).epochMilliseconds / 1000 - seconds
  const every = steps.find(({ within }) => age < within)?.every ?? 0
  return every === 0 ? null : `${every}:${Math.floor(seconds / every)}`
}

/** Reasons that were left empty say nothing, and their order neither. */
export function isSameContent(a: ReplyContent, b: ReplyContent): boolean {
  return printOf(a) === printOf(b)
}

function printOf({ text, subject, to, cc, reasons, attachments }: ReplyContent): string {
  const given = Object.entries(reasons).filter(([, reason]) => reason.trim() !== '')
  return JSON.stringify([text, subject, to, cc, given.toSorted(), attachments])
}

/** What one browser has of a reply. */
export type Local = {
  readonly content: ReplyContent
  /** What it goes on from; null when the server has not had it yet. */
  readonly base: { readonly draftId: string; readonly version: number } | null
  /** The server has all of it. */
  readonly isSaved: boolean
  /** Somebody has typed here, or taken a draft over. */
  readonly isTouched: boolean
}

/**
 * What to do with what the server says: leave all as it is, note that both are the same, show the server's, save ours (the server
 * finds out whether it was overtaken), begin a draft of our own because the one it belonged to is closed, or show that it is over.
 */
export type Course = 'keep' | 'adopt' | 'take' | 'push' | 'anew' | 'over'

export function courseOf(local: Local, { draft, closed }: Writing, hand: string): Course {
  const { base, isSaved, isTouched } = local
  if (!draft) {
    if (base && closed?.id === base.draftId) return isSaved ? 'over' : 'anew'
    return isTouched && !isSaved ? 'push' : 'keep'
  }
  if (!isTouched) return 'take'
  if (isSameContent(local.content, draft.content)) return 'adopt'
  const isNews = base?.draftId !== draft.id || (draft.version > base.version && draft.hand !== hand)
  if (isSaved) return isNews ? 'take' : 'keep'
  return 'push'
}

export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** More phrases than these are not compared one by one: the whole middle is another. */
const mostCells = 4_000_000

/** What went and what came between two texts, phrase by phrase; pieces of one kind are joined. */
export function differences(before: string, after: string): Piece[] {
  const [a, b] = [phrases(before), phrases(after)]
  const shared = Math.min(a.length, b.length)
  let head = 0
  while (head < shared && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < shared - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const middle = inMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const same = (text: readonly string[]) => ({ kind: 'same' as const, text: text.join('') })
  return joined([same(a.slice(0, head)), ...middle, same(a.slice(a.length - tail))])
}

/** Characters that came and went, as they are counted when read. */
export function sizeOfChange(before: string, after: string): { added: number; removed: number } {
  const pieces = differences(before, after)
  const sum = (kind: Piece['kind']) =>
    pieces.reduce((all, each) => all + (each.kind === kind ? [...each.text].length : 0), 0)
  return { added: sum('added'), removed: sum('removed') }
}

function phrases(text: string): string[] {
  return text.match(/[^、。！？!?\s]+[、。！？!?]*|[、。！？!?]+|\s+/gu) ?? []
}

function inMiddle(a: readonly string[], b: readonly string[]): Piece[] {
  const all = (kind: Piece['kind'], text: readonly string[]) => ({ kind, text: text.join('') })
  if (a.length * b.length > mostCells) return [all('removed', a), all('added', b)]
  const longest = tableOf(a, b)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [x = '', y = ''] = [a[i], b[j]]
    if (x === y) {
      pieces.push({ kind: 'same', text: x })
      i += 1
      j += 1
    } else if ((longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0)) {
      pieces.push({ kind: 'removed', text: x })
      i += 1
    } else {
      pieces.push({ kind: 'added', text: y })
      j += 1
    }
  }
  return [...pieces, all('removed', a.slice(i)), all('added', b.slice(j))]
}

/** Of the phrases from i and from j on: how many stand in both in the same order. */
function tableOf(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const [row, below] = [table[i], table[i + 1]]
    if (!row || !below) continue
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return table
}

function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces.filter(({ text }) => text !== '')) {
    const last = out.at(-1)
    if (last?.kind === piece.kind) out[out.length - 1] = { ...last, text: last.text + piece.text }
    else out.push(piece)
  }
  return out
}

/** The others who have it open, each once: whoever types before whoever only has it open, or reads. */
export function othersWith(hands: readonly Hand[], meId: string | null): Hand[] {
  const ranks = { typing: 0, open: 1, reading: 2 }
  const sorted = hands
    .filter(({ memberId }) => memberId !== meId)
    .toSorted((a, b) => ranks[a.doing] - ranks[b.doing])
  return sorted.filter(
    (hand, at) => sorted.findIndex(({ memberId }) => memberId === hand.memberId) === at,
  )
}
