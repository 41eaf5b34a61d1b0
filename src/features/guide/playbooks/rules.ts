import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Content, OwnPlay, PlayState, Trial, Version } from './contract.ts'

/** A play as it came with the product. */
export type ShippedPlay = { readonly name: string; readonly file: string; readonly text: string }
export type PlayText = { readonly name: string; readonly file: string; readonly text: string }

/**
 * The shipped pack with what is the company's laid over it, play by play. A resting play is still there, so that
 * other plays may lead to it; whoever reads the texts leaves it out afterwards.
 */
export function laidOver(shipped: readonly ShippedPlay[], own: Content['plays']): PlayText[] {
  const names = new Set(shipped.map(({ name }) => name))
  const added = Object.entries(own).flatMap(([name, { state, text }]) =>
    names.has(name) || state === 'off' ? [] : [{ name, file: `${name}.yaml`, text }],
  )
  const changed = shipped.map((play) => {
    const mine = own[play.name]
    return mine?.state === 'text' ? { ...play, text: mine.text } : play
  })
  return [...changed, ...added]
}

export function restingIn(own: Content['plays']): string[] {
  return Object.entries(own).flatMap(([name, { state }]) => (state === 'off' ? [name] : []))
}

export function stateOf(
  own: { readonly state: string } | undefined,
  isShipped: boolean,
): PlayState {
  if (own === undefined) return 'shipped'
  if (own.state === 'off') return 'off'
  return isShipped ? 'changed' : 'added'
}

/** A stretch of a play that is merged as one: a field of the play or a whole move, with the comments above it. */
type Stretch = { readonly key: string; readonly text: string }

export type Piece = {
  readonly key: string
  readonly kind: 'same' | 'own' | 'shipped' | 'conflict'
  readonly own: string | null
  readonly shipped: string | null
}
export type Merge = {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Keys of the pieces that both changed and nobody has chosen between. */
  readonly open: readonly string[]
}
export type Choices = Readonly<Record<string, 'own' | 'shipped'>>

/**
 * Three texts of one play become one. What only one side changed is taken from that side; what both changed is a
 * conflict until it is chosen, and stands in the company's words meanwhile.
 */
export function merged(
  basedOn: string,
  own: string,
  shipped: string,
  choices: Choices = {},
): Merge {
  const [base, mine, theirs] = [stretchesOf(basedOn), stretchesOf(own), stretchesOf(shipped)]
  const pieces = inOrder(mine, theirs).map((key) =>
    pieceOf(key, textOf(base, key), textOf(mine, key), textOf(theirs, key)),
  )
  const texts = pieces.map((piece) => chosenText(piece, choices[piece.key]))
  const open = pieces.filter(({ kind, key }) => kind === 'conflict' && !(key in choices))
  return {
    text: texts.filter((text) => text !== null).join(''),
    pieces,
    open: open.map(({ key }) => key),
  }
}

function pieceOf(key: string, base: string | null, own: string | null, shipped: string | null) {
  return { key, kind: kindOf(base, own, shipped), own, shipped } satisfies Piece
}

function kindOf(base: string | null, own: string | null, shipped: string | null): Piece['kind'] {
  if (isSame(own, shipped)) return 'same'
  if (isSame(base, shipped)) return 'own'
  return isSame(base, own) ? 'shipped' : 'conflict'
}

function chosenText(piece: Piece, choice: 'own' | 'shipped' | undefined): string | null {
  const side = piece.kind === 'conflict' ? choice : piece.kind
  return side === 'shipped' ? piece.shipped : piece.own
}

/** The company's order; what only the shipped text has stands after what stands before it there. */
function inOrder(mine: readonly Stretch[], theirs: readonly Stretch[]): string[] {
  const keys = mine.map(({ key }) => key)
  for (const [index, { key }] of theirs.entries()) {
    if (keys.includes(key)) continue
    const before = theirs.slice(0, index).findLast((each) => keys.includes(each.key))
    keys.splice(before ? keys.indexOf(before.key) + 1 : 0, 0, key)
  }
  return keys
}

function textOf(stretches: readonly Stretch[], key: string): string | null {
  return stretches.find((each) => each.key === key)?.text ?? null
}

function isSame(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && bare(a) === bare(b))
}

function bare(text: string): string {
  return text.replace(/[ \t]+$/gm, '').trim()
}

/**
 * A play's text cut where its fields and its moves begin. By lines and not by a YAML parser: every character must
 * come out again as it was written, comments included, and the browser need not carry a parser.
 */
export function stretchesOf(text: string): Stretch[] {
  const stretches: { key: string; lines: string[] }[] = []
  let waiting: string[] = []
  let isInMoves = false
  let indent: string | undefined
  for (const line of linesOf(text)) {
    const field = /^(\w+):/.exec(line)?.[1]
    if (field !== undefined) isInMoves = field === 'moves'
    else if (isInMoves) indent ??= /^( *)- /.exec(line)?.[1]
    const isMove = isInMoves && indent !== undefined && line.startsWith(`${indent}- `)
    if (/^\s*(#.*)?\s*$/.test(line)) waiting.push(line)
    else if (field !== undefined || isMove || stretches.length === 0) {
      stretches.push({ key: field ?? '', lines: [...waiting.splice(0), line] })
    } else stretches.at(-1)?.lines.push(...waiting.splice(0), line)
  }
  stretches.at(-1)?.lines.push(...waiting)
  return named(stretches)
}

function linesOf(text: string): string[] {
  const whole = text.replace(/\r\n?/g, '\n').replace(/\n*$/, '\n')
  return whole.split(/(?<=\n)/)
}

function named(stretches: readonly { key: string; lines: readonly string[] }[]): Stretch[] {
  const seen = new Map<string, number>()
  return stretches.map(({ key, lines }) => {
    const text = lines.join('')
    const name = key === '' ? `moves/${idIn(text)}` : key
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return { key: times === 1 ? name : `${name} ${times}`, text }
  })
}

function idIn(move: string): string {
  return unquoted(/^\s*(?:- )?\{?\s*id:\s*([^#\n,}]+)/m.exec(move)?.[1] ?? '')
}

/** A plain field of a play, read without a parser: good enough for a list. */
export function fieldOf(text: string, field: 'play' | 'title' | 'tier' | 'story'): string | null {
  const found = text.match(new RegExp(`^${field}:[ \\t]*([^#\\n]+)`, 'm'))?.[1]
  return found === undefined ? null : unquoted(found)
}

function unquoted(text: string): string {
  return text.trim().replace(/^(['"])(.*)\1$/, '$2')
}

export type Brought = {
  readonly plays: Content['plays']
  /** Plays in which the company and the product changed the same stretch. */
  readonly conflicts: readonly string[]
}

/** The company's plays on the shipped pack of today: merged where that needs nobody's choice. */
export function broughtUp(shipped: readonly ShippedPlay[], own: Content['plays']): Brought {
  const today = new Map(shipped.map(({ name, text }) => [name, text]))
  const conflicts: string[] = []
  const plays = Object.entries(own).flatMap(([name, play]): [string, OwnPlay][] => {
    const now = today.get(name) ?? null
    if (play.state === 'off') return now === null ? [] : [[name, play]]
    if (now === null) return [[name, { ...play, basedOn: null }]]
    const merge = merged(play.basedOn ?? now, play.text, now)
    if (merge.open.length > 0) conflicts.push(name)
    const text = merge.open.length > 0 ? play.text : merge.text
    if (isSame(text, now)) return []
    return [[name, { state: 'text', text, basedOn: merge.open.length > 0 ? play.basedOn : now }]]
  })
  return { plays: Object.fromEntries(plays), conflicts }
}

export type DiffLine = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Line by line, what came and what went; the longest common lines stay. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, now] = [rowsOf(before), rowsOf(after)]
  const common = commonLengths(old, now)
  const lines: DiffLine[] = []
  let [a, b] = [0, 0]
  while (a < old.length || b < now.length) {
    const [left, right] = [old[a], now[b]]
    if (left !== undefined && left === right) {
      lines.push({ kind: 'same', text: left })
      a += 1
      b += 1
    } else if (
      right === undefined ||
      (left !== undefined && at(common, a + 1, b) >= at(common, a, b + 1))
    ) {
      lines.push({ kind: 'removed', text: left ?? '' })
      a += 1
    } else {
      lines.push({ kind: 'added', text: right })
      b += 1
    }
  }
  return lines
}

function rowsOf(text: string): string[] {
  const bare = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  return bare === '' ? [] : bare.split('\n')
}

/** `[a][b]`: how many lines the rests from a and from b have in common. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array<number>(now.length + 1).fill(0),
  )
  for (let a = old.length - 1; a >= 0; a -= 1) {
    for (let b = now.length - 1; b >= 0; b -= 1) {
      const longest =
        old[a] === now[b]
          ? at(lengths, a + 1, b + 1) + 1
          : Math.max(at(lengths, a + 1, b), at(lengths, a, b + 1))
      lengths[a]?.splice(b, 1, longest)
    }
  }
  return lengths
}

function at(lengths: readonly number[][], a: number, b: number): number {
  return lengths[a]?.[b] ?? 0
}

/** Every play and story that two contents hold differently. */
export function changesBetween(before: Content, after: Content) {
  const plays = changed('play', wordsOf(before.plays), wordsOf(after.plays))
  return [...plays, ...changed('story', before.stories, after.stories)]
}

function wordsOf(plays: Content['plays']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(plays).map(([name, { state, text }]) => [name, state === 'off' ? '' : text]),
  )
}

function changed(
  part: 'play' | 'story',
  before: Record<string, string>,
  after: Record<string, string>,
) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return names
    .map((name) => ({ part, name, before: before[name] ?? null, after: after[name] ?? null }))
    .filter((each) => each.before !== each.after)
}

export type HeldPart = {
  readonly part: 'play' | 'story'
  readonly name: string
  readonly state: 'text' | 'off'
  readonly text: string
  readonly basedOn: string | null
}

export function partsOf({ plays, stories }: Content): HeldPart[] {
  return [
    ...Object.entries(plays).map(([name, play]) => ({ part: 'play' as const, name, ...play })),
    ...Object.entries(stories).map(([name, text]) => ({
      part: 'story' as const,
      name,
      state: 'text' as const,
      text,
      basedOn: null,
    })),
  ]
}

type Tried = Pick<Trial, 'problems' | 'stories'>

/** Conflicts, then what cannot be read, then stories: the first thing that has to be mended. */
export function whyNotPublished(
  { problems, stories }: Tried,
  conflicts: readonly string[],
  acknowledged: Version['acknowledged'],
): Result<null> {
  if (conflicts.length > 0) return refuse('blocked', 'guide.conflicts-left', { names: conflicts })
  if (problems.length > 0) {
    const lines = problems.map(({ name, line, sentence }) => `${name}:${line}: ${sentence}`)
    return refuse('blocked', 'guide.draft-unreadable', { problems: lines })
  }
  const known = new Set(acknowledged.map(({ story }) => story))
  const failed = stories.filter(
    ({ passed, isOwn, story }) => !passed && (isOwn || !known.has(story)),
  )
  return failed.length === 0
    ? ok(null)
    : refuse('blocked', 'guide.stories-fail', { stories: failed.map(({ story }) => story) })
}
