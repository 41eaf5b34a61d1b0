import type { Block, Document } from '#kernel/document.ts'
import type { TypedLetter } from '../typesetting/contract.ts'
import type { Letterhead } from '../letterhead/contract.ts'
import { colourOf, placeInWindow } from '../letterhead/rules.ts'
import { dateWords, namesOf, pairOf, paragraphsOf, postcodeWords } from '../typesetting/rules.ts'
import { cellsOf, columnsOf, forColumns, type Column } from '../columns/rules.ts'

/** Names of the pictures that are handed over with a document. */
export const logoFile = 'logo.png'
export const pictureFile = (at: number) => `picture-${at + 1}.jpg`

/** The letter with everything said that its settings say. `mark` stands over what has not been issued. */
export function documentOf(letter: TypedLetter, letterhead: Letterhead, mark: string): Document {
  const { direction, recipient, subject, number } = letter
  const isVertical = direction === 'vertical'
  const said = (text: string) =>
    isVertical ? forColumns(cleaned(text), letterhead.numerals) : cleaned(text)
  const address = [postcodeWords(recipient.postcode), ...addressLines(recipient.address)]
  const blocks = (all: readonly Block[]) => all.map((each) => saidBy(each, said, isVertical))
  return {
    direction,
    title: said(subject),
    mark,
    number: said(number),
    date: said(dateWords(letter.dateOn, letter.era ?? letterhead.era)),
    addressee: {
      address: isVertical ? [] : address.filter(Boolean),
      names: namesOf(recipient).map(said),
    },
    window: letterhead.hasWindow && !isVertical ? placeInWindow(letterhead.window) : null,
    hasSeal: letterhead.hasSeal && !isVertical,
    accent: colourOf(letterhead.accent),
    sender: senderOf(letterhead).map((each) => ({ ...each, text: said(each.text) })),
    logo: letterhead.logo === null || isVertical ? '' : logoFile,
    body: blocks(bodyOf(letter)),
    appendix: blocks([...notesOf(letter), ...reportOf(letter), ...afterwards(letter)]),
  }
}

// What no paper shows, and what turns the order of letters around: it may hide another name behind the one that is read.
const unseen = /[\p{Cc}\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu

function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\t ]+/gu, ' ')
    .replaceAll(unseen, '')
}

/** Where the street number ends and the building begins, a new line may begin. */
function addressLines(address: string): string[] {
  return address.split(/\s*\n\s*|　+/u).filter(Boolean)
}

function senderOf(letterhead: Letterhead): { text: string; isName: boolean }[] {
  const { name, postcode, address, telephone, department, person } = letterhead
  const place = [postcodeWords(postcode), address].filter(Boolean).join('　')
  const lines = [
    { text: place, isName: false },
    { text: name, isName: true },
    { text: [department, person].filter(Boolean).join('　'), isName: false },
    { text: telephone === '' ? '' : `電話 ${telephone}`, isName: false },
  ]
  return lines.filter(({ text }) => text !== '')
}

function bodyOf(letter: TypedLetter): Block[] {
  const { opening, closing } = pairOf(letter)
  const paragraphs = paragraphsOf(letter.text).map((text, at): Block => {
    const isOpening = at === 0 && opening !== ''
    return {
      kind: 'paragraph',
      text: isOpening ? `${opening}　${text}` : text,
      isIndented: !isOpening,
    }
  })
  return closing === '' ? paragraphs : [...paragraphs, { kind: 'end', text: closing }]
}

function notesOf({ notes }: TypedLetter): Block[] {
  const given = notes.filter(({ text, rows }) => text !== '' || rows.length > 0)
  if (given.length === 0) return []
  const items = given.flatMap(({ text, rows }, at): Block[] => [
    { kind: 'item', label: `${at + 1}.`, text },
    ...(rows.length > 0 ? [{ kind: 'table' as const, rows, hasHead: rows.length > 1 }] : []),
  ])
  return [{ kind: 'center', text: '記' }, ...items, { kind: 'end', text: '以上' }]
}

function reportOf({ timeline, pictures }: TypedLetter): Block[] {
  const happened = timeline.filter(({ at, what }) => at !== '' || what !== '')
  const rows = [['日時', 'できごと'], ...happened.map(({ at, what }) => [at, what])]
  const shown = pictures.map(({ caption }, at): Block => ({
    kind: 'picture',
    file: pictureFile(at),
    caption: `写真${at + 1}　${caption}`.trim(),
  }))
  return [
    ...(happened.length > 0
      ? [
          { kind: 'heading' as const, text: '経過' },
          { kind: 'table' as const, rows, hasHead: true },
        ]
      : []),
    ...(shown.length > 0 ? [{ kind: 'heading' as const, text: '写真' }, ...shown] : []),
  ]
}

function afterwards({ enclosures, postscript }: TypedLetter): Block[] {
  const enclosed = enclosures.filter(Boolean)
  return [
    ...enclosed.map((text, at): Block => ({
      kind: 'item',
      label: at === 0 ? '同封物' : '　　　',
      text,
    })),
    ...(postscript === '' ? [] : [{ kind: 'item' as const, label: '追伸', text: postscript }]),
  ]
}

/** In columns a table is read row by row. */
function saidBy(block: Block, said: (text: string) => string, isVertical: boolean): Block {
  if (block.kind === 'table') {
    const rows = block.rows.map((row) => row.map(said))
    return { ...block, rows: isVertical ? rows.map((row) => [row.join('　')]) : rows }
  }
  if (block.kind === 'picture') return { ...block, caption: said(block.caption) }
  if (block.kind === 'item')
    return {
      ...block,
      label: said(isVertical ? block.label.replace('.', '') : block.label),
      text: said(block.text),
    }
  return { ...block, text: said(block.text) }
}

/** Cells of a column of body text, and how much larger 件名 and 宛名 are. */
export const columnCells = 38
const larger = 1.2

type LooseColumn = Column & {
  readonly size: number
  /** Columns left free before it. */
  readonly gap: number
}

export type SetColumn = LooseColumn & {
  /** Which part of the letter it belongs to, counted from the right; the columns of one part are read as one. */
  readonly of: number
  /** Of a heading: 1 件名, 2 記; 0 what is none. */
  readonly level: number
}

/** A vertical letter as columns from the right: 件名, 本文, 結語, 日付, 差出人, 宛名, then 記. */
export function columnsOfLetter(document: Document): SetColumn[] {
  const { title, number, date, addressee, sender, body, appendix } = document
  const parts = [
    { level: 1, columns: column(title, { top: 3, size: larger }) },
    ...body.map((block, at) => partOf(block, at === 0 ? 0.6 : 0)),
    { level: 0, columns: column(date, { top: 2, gap: 0.6 }) },
    { level: 0, columns: column(number, { top: 2 }) },
    ...sender.map(({ text, isName }) => ({ level: 0, columns: atTheFoot(text, isName ? 1.1 : 1) })),
    ...addressee.names.map((name, at) => ({
      level: 0,
      columns: column(name, {
        top: Math.min(at, 2),
        size: at === addressee.names.length - 1 ? larger : 1,
        gap: at === 0 ? 0.6 : 0,
      }),
    })),
    ...appendix.map((block, at) => partOf(block, at === 0 ? 1 : 0)),
  ]
  return parts.flatMap(({ level, columns }, of) => columns.map((each) => ({ ...each, of, level })))
}

function partOf(block: Block, gap: number) {
  const isHeading = block.kind === 'heading' || block.kind === 'center'
  return { level: isHeading ? 2 : 0, columns: columnsOfBlock(block, gap) }
}

function columnsOfBlock(block: Block, gap: number): LooseColumn[] {
  switch (block.kind) {
    case 'paragraph':
      return column(block.text, { top: block.isIndented ? 1 : 0, gap, next: 0 })
    case 'end':
      return atTheFoot(block.text, 1)
    case 'center':
      return column(block.text, { top: Math.floor(columnCells / 2) - 1, gap })
    case 'heading':
      return column(block.text, { top: 1, gap })
    case 'item':
      return column(`${block.label}　${block.text}`, { top: 2, gap, next: 4 })
    case 'table':
      return block.rows.flatMap(([text = '']) => column(text, { top: 5, gap: 0, next: 6 }))
    case 'picture':
      return column(block.caption, { top: 2, gap })
  }
}

type Setting = {
  readonly top: number
  readonly size?: number
  readonly gap?: number
  readonly next?: number
}

/** `top`: cells free above the first column, `next`: above those that follow. */
function column(text: string, { top, size = 1, gap = 0, next = top }: Setting): LooseColumn[] {
  const height = Math.floor(columnCells / size)
  const cells = cellsOf(text)
  const [first] = columnsOf(cells, height, top)
  if (!first) return []
  const rest = columnsOf(cells.slice(first.cells.length), height - next)
  return [first, ...rest.map((each) => ({ ...each, top: next }))].map((each, at) => ({
    ...each,
    size,
    gap: at === 0 ? gap : 0,
  }))
}

/** 結語 and 差出人 stand one cell above the foot. */
function atTheFoot(text: string, size: number): LooseColumn[] {
  const height = Math.floor(columnCells / size)
  const length = cellsOf(text).reduce((sum, { takes }) => sum + takes, 0)
  return column(text, { top: Math.max(2, height - length - 1), size, next: 2 })
}

export type PlacedColumn = SetColumn & {
  /** From the right edge, and what is added between two cells; in units of body text. */
  readonly x: number
  readonly spread: number
}

/** Columns onto pages, from the right. */
export function pagesOf(
  columns: readonly SetColumn[],
  { width, pitch }: { readonly width: number; readonly pitch: number },
): PlacedColumn[][] {
  const pages: PlacedColumn[][] = [[]]
  let x = 0
  for (const each of columns) {
    const isFirst = pages.at(-1)?.length === 0
    x += isFirst ? 0 : each.gap * pitch
    if (x + 1 > width) {
      pages.push([])
      x = 0
    }
    pages.at(-1)?.push({ ...each, x, spread: spreadOf(each) })
    x += pitch
  }
  return pages
}

function spreadOf({ cells, top, size, isFull }: SetColumn): number {
  const taken = cells.reduce((sum, { takes }) => sum + takes, 0)
  const free = Math.floor(columnCells / size) - top - taken
  return isFull && free > 0 && free <= 3 && cells.length > 1 ? free / (cells.length - 1) : 0
}
