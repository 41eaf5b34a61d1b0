import type { Letterhead } from '../letterhead/contract.ts'
import { placeInWindow, roomIn } from '../letterhead/rules.ts'
import type { PaperKind } from '../contract.ts'
import { missingAttachment } from '../gate/enclosures.ts'
import type { Need, Recipient, Salutation, TypedLetter } from './contract.ts'

const pairs: Readonly<Record<Salutation, { readonly opening: string; readonly closing: string }>> =
  {
    haikei: { opening: '拝啓', closing: '敬具' },
    kinkei: { opening: '謹啓', closing: '謹白' },
    kyukei: { opening: '急啓', closing: '敬具' },
    zenryaku: { opening: '前略', closing: '草々' },
    none: { opening: '', closing: '' },
  }

const usual: Readonly<Record<PaperKind, Salutation>> = {
  apology: 'kinkei',
  progress: 'haikei',
  answer: 'haikei',
  refusal: 'haikei',
  warning: 'none',
  'accident-report': 'none',
}

/** 頭語 and the 結語 that belongs to it; both empty when the letter goes without. */
export function pairOf({ kind, salutation }: Pick<TypedLetter, 'kind' | 'salutation'>) {
  return pairs[salutation ?? usual[kind]]
}

// First days in the Gregorian calendar, which Japan keeps since 1873; earlier days have no date to translate.
const eras = [
  ['令和', '2019-05-01'],
  ['平成', '1989-01-08'],
  ['昭和', '1926-12-25'],
  ['大正', '1912-07-30'],
  ['明治', '1873-01-01'],
] as const
const beforeMeiji = 1867

/** `2026年11月24日` or `令和8年11月24日`; the first year of an era is 元年. `dateOn`: YYYY-MM-DD. */
export function dateWords(dateOn: string, era: Letterhead['era']): string {
  const { year, month, day } = Temporal.PlainDate.from(dateOn)
  const found = eras.find(([, from]) => dateOn >= from)
  if (era === 'western' || !found) return `${year}年${month}月${day}日`
  const [name, from] = found
  const first = name === '明治' ? beforeMeiji + 1 : Number(from.slice(0, 4))
  const count = year - first + 1
  return `${name}${count === 1 ? '元' : count}年${month}月${day}日`
}

const honorific = /[\s　]*(?:様|さま|さん|殿|御中)$/u

/** Company, department and name, each a line: 様 once behind a person, 御中 behind the last line without one. */
export function namesOf({ company, department, position, name }: Recipient): string[] {
  const person = bare(name)
  const [firm, section] = [bare(company), bare(department)]
  if (person === '') {
    const lines = [firm, section].filter(Boolean)
    return lines.map((line, at) => (at === lines.length - 1 ? `${line}　御中` : line))
  }
  const called = position === '' ? person : `${position}　${person}`
  return [firm, section, `${called}　様`].filter(Boolean)
}

/** A name without the honorifics that somebody has typed behind it. */
function bare(name: string): string {
  const once = name.trim().replace(honorific, '')
  return once === name.trim() ? once : bare(once)
}

/** 〒420-0853 from whatever was typed; what is no postcode stays as it is. */
export function postcodeWords(postcode: string): string {
  const digits = postcode.normalize('NFKC').replace(/[^\d]/gu, '')
  if (digits.length !== 7) return postcode
  return `〒${digits.slice(0, 3)}-${digits.slice(3)}`
}

/** Paragraphs of a text: one to a line, without the indents that typing brings. */
export function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^[\s　]+|[\s　]+$/gu, ''))
    .filter(Boolean)
}

/** What stands below the text: 記, 経過, 写真, 同封物 and 追伸. Empty lines do not count. */
function below({ notes, timeline, pictures, enclosures, postscript }: TypedLetter): string[] {
  return [
    ...notes.flatMap(({ text, rows }) => [text, ...rows.map((row) => row.join(' '))]),
    ...timeline.map(({ at, what }) => `${at} ${what}`.trim()),
    ...pictures.map(({ caption }) => caption),
    ...enclosures,
    postscript,
  ].filter(Boolean)
}

/** What a letter says beside its text and its addressee: whatever is printed that somebody has typed. */
export function besideText(letter: TypedLetter): string {
  const { subject, number, recipient } = letter
  const above = [...namesOf(recipient).slice(0, -1), subject, number].filter(Boolean)
  return [...above, ...below(letter)].join('\n')
}

/** What the customer is told, as the record keeps it: the text with all that stands below it. */
export function toldBy(letter: TypedLetter): string {
  return [letter.text.trim(), ...below(letter)].join('\n')
}

/** All that a letter says, and to whom. What is approved is the whole of it, and not a text beside which more is said. */
export function saidBy(letter: TypedLetter): string {
  return [letter.text, besideText(letter), addresseeOf(letter)].filter(Boolean).join('\n')
}

/** With 様 or 御中, as it stands on the sheet. */
export function addresseeOf({ recipient }: TypedLetter): string {
  return namesOf(recipient).at(-1) ?? ''
}

/** Full-width letters of a line; Latin takes half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter <= '~' ? 0.5 : 1), 0)
}

function linesInWindow({ address, ...recipient }: Recipient, letters: number): number {
  const lines = ['〒', address, ...namesOf({ address, ...recipient })]
  return lines.reduce((sum, each) => sum + Math.max(1, Math.ceil(widthOf(each) / letters)), 0)
}

// 160 mm of text in letters of 10.5 pt; what has no place to break is wider than the sheet from here on.
const widestRun = 43
const unbreakable = /[!-~]{24,}/gu
/** So long that it lies on its side in a column: addresses of the web. */
const longLatin = /[A-Za-z0-9][!-~]{23,}/u

/** What does not look right on the sheet, and holds nothing back. */
export function warningsOf(letter: TypedLetter): Need[] {
  const { direction, text, notes, kind, recipient } = letter
  const said = [text, ...notes.flatMap(({ text: note, rows }) => [note, ...rows.flat()])].join('\n')
  const wide = said.match(unbreakable)?.find((run) => widthOf(run) > widestRun)
  const isVertical = direction === 'vertical'
  return [
    ...when(!isVertical && wide !== undefined, 'overfull', `${wide?.slice(0, 20)}…`),
    ...when(isVertical && longLatin.test(said), 'turned'),
    ...when(isVertical && notes.some(({ rows }) => rows.length > 0), 'table-upright'),
    ...when(kind !== 'accident-report' && recipient.address === '', 'no-address'),
  ]
}

/**
 * The text of a mail as it stands on paper: the line with 「○○様」 over it is the sheet's own. `from` is where in the mail
 * it begins.
 */
export function textOnPaper(mail: string): { readonly text: string; readonly from: number } {
  const [named = ''] = /^\s*[^\n、。]{1,40}(?:様|御中)[ 　]*(?:\n\s*|$)/u.exec(mail) ?? []
  return { text: mail.slice(named.length), from: named.length }
}

const longestName = 40
const blank = /[{｛]{1,2}[^{}｛｝\n]{1,30}[}｝]{1,2}|[○◯●△]{2,}|[＿_]{3,}/u
const openings = /^[\s　]*(拝啓|謹啓|急啓|前略|冠省|粛啓)/u
const closings = /(?:^|\n)[\s　]*(敬具|敬白|謹白|謹言|草々|早々|不一)[\s　]*(?:\n|$)/u

/** Everything without which a letter cannot be printed, in the order in which it is read. Empty: it can. */
export function needsOf(letter: TypedLetter, letterhead: Letterhead): Need[] {
  return [
    ...aboutTheAddressee(letter, letterhead),
    ...when(bare(letterhead.name) === '', 'sender'),
    ...when(letter.subject === '', 'subject'),
    ...when(widthOf(letter.subject) > 60, 'subject-long'),
    ...aboutTheText(letter),
    ...when(letter.kind === 'accident-report' && letter.direction === 'vertical', 'upright-report'),
  ]
}

function aboutTheAddressee(
  { recipient, direction }: TypedLetter,
  { hasWindow, window }: Letterhead,
) {
  const names = namesOf(recipient)
  const long = names.find((each) => widthOf(each) > longestName)
  if (names.length === 0) return when(true, 'addressee')
  if (long) return when(true, 'addressee-long', `${long.slice(0, 12)}…`)
  if (!hasWindow || direction === 'vertical') return []
  if (recipient.address === '' || recipient.postcode === '') return when(true, 'address')
  const { letters, lines } = roomIn(placeInWindow(window))
  return when(linesInWindow(recipient, letters) > lines, 'address-long')
}

function aboutTheText(letter: TypedLetter): Need[] {
  const { text, kind, enclosures } = letter
  const isApology = kind === 'apology'
  const said = [text, besideText(letter)].join('\n')
  const [unfilled] = blank.exec(said) ?? []
  const [, opening = ''] = openings.exec(text) ?? []
  const [, closing = ''] = closings.exec(text) ?? []
  return [
    ...when(paragraphsOf(text).length === 0, 'text'),
    ...when(unfilled !== undefined, 'blank', unfilled),
    ...when(opening !== '', 'opening-typed', opening),
    ...when(closing !== '', 'closing-typed', closing),
    ...when(isApology && letter.salutation === 'zenryaku', 'curt-apology'),
    ...when(isApology && letter.postscript !== '', 'postscript'),
    ...when(enclosures.every((each) => each === '') && speaksOfEnclosures(said), 'enclosures'),
  ]
}

function speaksOfEnclosures(said: string): boolean {
  return /同封(?!いただ|頂|くださ|下さ)/u.test(said) || missingAttachment(said, 'letter').length > 0
}

function when(isSo: boolean, code: string, words = ''): Need[] {
  return isSo ? [{ code, words }] : []
}
