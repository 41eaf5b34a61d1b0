import { type Mood, moodBit, moods, type State, steps } from './endings.ts'

export { type Mood, moodBit, moods } from './endings.ts'

/**
 * How a verb or an adjective is said: not, past, asked for, ordered, meant to be done … read off the endings
 * that follow its stem, dialects included. One small automaton for all words; a text is walked once.
 */
type Ready = { readonly ending: RegExp; readonly bits: number; readonly next: State }
let ready: Readonly<Record<string, readonly Ready[]>> | undefined

function compiledSteps() {
  return Object.fromEntries(
    Object.entries(steps).map(([state, list]) => [
      state,
      list.map(([ending, named, next]) => ({
        ending: new RegExp(ending, 'y'),
        bits: bitsOf(named),
        next,
      })),
    ]),
  )
}

function bitsOf(named: string): number {
  return moods
    .filter((mood) => named.split(' ').includes(mood))
    .reduce((sum, mood) => sum | moodBit[mood], 0)
}

/** Where the endings after a stem end, and what they say. */
export type Inflected = { readonly end: number; readonly moods: number }

/** How a word changes: the letters that never change, and which state its next letter leads to. */
export type Inflection = {
  readonly stem: string
  /** The state after each letter that may follow the stem; '' for no letter. */
  readonly rows: readonly (readonly [letter: string, state: State, moods?: Mood])[]
}

const fiveRows: Readonly<Record<string, string>> = {
  う: 'わいうえおっ',
  つ: 'たちつてとっ',
  る: 'らりるれろっ',
  す: 'さしすせそし',
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  む: 'まみむめもん',
  ぶ: 'ばびぶべぼん',
  ぬ: 'なにぬねのん',
}
const oneRowBefore = /[いきしちにひみりぎじびぴえけせてねへめれげぜでべぺ見着寝出得経煮似居]る$/u
const fiveRowAll =
  /(?:帰|切|走|知|入|蹴|要|減|散|握|滑|焦|限|参|詰|罵|裏切|遮|喋|ねじ|しゃべ|すべ|あせ|いじ|けな|なめき|はい|いき|ちぎ|ほてくりこけ|くじ|つめき|交じ|弄|しばきたお)る$/u

/** The inflection of a verb or an adjective in its dictionary form; する and 来る are known, する-nouns end in する. */
export function inflectionOf(word: string): Inflection {
  const stem = word.slice(0, -1)
  if (word.endsWith('する')) return { stem: word.slice(0, -2), rows: [['', 'noun']] }
  if (word.endsWith('来る'))
    return {
      stem,
      rows: [
        ['', 'one'],
        ['い', 'end', 'order'],
      ],
    }
  if (word.endsWith('くる')) return { stem: word.slice(0, -2), rows: comingInKana }
  if (word.endsWith('い')) return { stem, rows: [['', 'adjective']] }
  if (word.endsWith('る') && oneRowBefore.test(word) && !fiveRowAll.test(word))
    return { stem, rows: [['', 'one']] }
  return { stem, rows: fiveRowsOf(word) }
}

const comingInKana: Inflection['rows'] = [
  ['き', 'one'],
  ['こ', 'one'],
  ['く', 'one'],
]

// おっしゃいます, なさい: い where other verbs have り.
const honorific = /(?:仰|おっしゃ|くださ|なさ|いらっしゃ|ござ)る$/u

function fiveRowsOf(word: string): Inflection['rows'] {
  const last = word.at(-1) ?? ''
  const row = fiveRows[last]
  if (row === undefined) throw new Error(`Neither verb nor adjective: ${word}`)
  const [a = '', i = '', u = '', e = '', o = '', onbin = ''] = row
  const te = word.endsWith('行く') || word.endsWith('いく') ? 'っ' : onbin
  return [
    [te, 'onbin'],
    ...(u === 'う' ? [['う', 'onbin'] as const] : []),
    [a, 'a'],
    ...(last === 'る' ? [['ん', 'contracted'] as const] : []),
    ...(honorific.test(word) ? [['い', 'i'] as const] : []),
    [i, 'i'],
    [u, 'u', 'plain'],
    [e, 'e'],
    [o, 'o'],
  ]
}

// 返金を, 返金の手続きを, 返金とかは: what may stand between a する-noun and する.
const afterNoun =
  /(?:の(?:手続き?|処理|対応|ほう|方|件)|だけ(?:でも)?|くらい|ぐらい|とか|など|なり|を|は|が|も|って|と|で(?!き)|に|、)*/y

/** Reads the endings after a stem that stands before `from`. `null`: no form of this word. */
export function inflected(text: string, from: number, inflection: Inflection): Inflected | null {
  let best: Inflected | null = null
  for (const [letter, state, mood] of inflection.rows) {
    if (letter !== '' && text[from] !== letter) continue
    const bits = mood === undefined ? 0 : moodBit[mood]
    const read = whole(text, walk(text, from + letter.length, state, bits))
    if (
      read &&
      (best === null || read.end > best.end || (read.end === best.end && read.moods > best.moods))
    )
      best = read
  }
  return best
}

// …くださ + い, …もらえ + ますか: said for politeness, and part of the words a person would mark.
const politeTail =
  /(?:い(?:ませ)?|(?:い)?(?:します|いたします|致します|申し上げます|できますか|できませんか)|(?:ま(?:す|せん)|る|ない)(?:でしょう|です|の|ん)*か|たい(?:です|の|ん)*)/y

function whole(text: string, read: Inflected | null): Inflected | null {
  if (!read || (read.moods & moodBit.ask) === 0) return read
  politeTail.lastIndex = read.end
  return politeTail.test(text) ? { end: politeTail.lastIndex, moods: read.moods } : read
}

function walk(text: string, from: number, first: State, bits: number): Inflected | null {
  let at = first === 'noun' ? skip(text, from) : from
  let state: State = first
  let said = bits
  for (let count = 0; count < 12 && state !== 'end'; count++) {
    const step = next(text, at, state)
    if (!step) return count === 0 && !mayEnd(state) ? null : { end: at, moods: said }
    said |= step.bits
    if (state === 'noun' && step.end === at) return { end: from, moods: said }
    at = step.end
    state = step.next
  }
  return { end: at, moods: said }
}

// 謝り、 / 〜た。 are whole as they stand; a stem of a one-row verb alone may be 連用形.
const mayEnd = (state: State) =>
  state === 'i' || state === 'u' || state === 'one' || state === 'past' || state === 'shi'

function next(text: string, at: number, state: State) {
  ready ??= compiledSteps()
  for (const { ending, bits, next: following } of ready[state] ?? []) {
    ending.lastIndex = at
    if (ending.test(text)) return { end: ending.lastIndex, bits, next: following }
  }
  return null
}

function skip(text: string, from: number): number {
  afterNoun.lastIndex = from
  return afterNoun.test(text) ? afterNoun.lastIndex : from
}
