import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as mm,
  Document as WordDocument,
  DocumentProtectionType,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  LineRuleType,
  PageNumber,
  PageOrientation,
  PageTextDirectionType,
  Packer,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
  type IParagraphOptions,
} from 'docx'
import type { Block, Document, Picture } from '#kernel/document.ts'
import { inColumns } from './word-columns.ts'
import { atTheEnd, body, em, exactly, line, pitch } from './word-lines.ts'
import { drawn, picturesOf, tableOf } from './word-tables.ts'

/** Word takes the Latin letters from the one and the Japanese from the other; both come with Word on Windows and Mac. */
const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '游明朝' }
type Child = Paragraph | Table

/** The same letter for Word. In columns Word itself sets the text: the section runs from top to bottom, right to left. */
export async function asWord(
  document: Document,
  pictures: readonly Picture[],
  author: string,
): Promise<Buffer> {
  const isVertical = document.direction === 'vertical'
  const children = isVertical ? inColumns(document) : inLines(document, pictures)
  const file = new WordDocument({
    title: document.title,
    creator: author,
    styles,
    ...asIs,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(210), height: mm(297), ...(isVertical ? landscape : {}) },
            margin: { top: mm(22), bottom: mm(22), left: mm(25), right: mm(25), ...edges },
            ...(isVertical ? columns : {}),
          },
        },
        headers: { first: headed(document.mark), default: headed(document.mark) },
        footers: { first: new Footer({ children: [new Paragraph('')] }), default: folio() },
        children,
      },
    ],
  })
  return Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable }])
}

// Read only: whoever wants other words there has to lift it first, as these are the words that were looked at.
const asIs = {
  compatibility: { version: 15 },
  protection: { type: DocumentProtectionType.READ_ONLY },
}
const landscape = { orientation: PageOrientation.LANDSCAPE }
const edges = { header: mm(10), footer: mm(10) }
const columns = { textDirection: PageTextDirectionType.TOP_TO_BOTTOM_RIGHT_TO_LEFT }

const styles = {
  default: {
    document: {
      run: { font, size: body, language: { value: 'ja-JP', eastAsia: 'ja-JP' } },
      paragraph: { spacing: exactly(pitch.body) },
    },
    title: {
      run: { font, size: 28, bold: true },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 480, after: 360, ...exactly(480) },
      },
    },
    heading1: {
      run: { font, size: body, bold: true },
      paragraph: { spacing: { before: 300, after: 120, ...exactly(pitch.body) }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'LetterBody',
      name: '本文',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.BOTH },
    },
    ...['LetterAddress', 'LetterSender'].map((id) => ({
      id,
      name: id === 'LetterAddress' ? '宛名' : '差出人',
      basedOn: 'Normal',
      paragraph: { spacing: exactly(pitch.small) },
    })),
  ],
}

function headed(mark: string): Header {
  const run = new TextRun({ text: mark, size: 24, bold: true, color: 'B3261E' })
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] })],
  })
}

function folio(): Footer {
  const run = new TextRun({ children: ['― ', PageNumber.CURRENT, ' ―'], size: 18 })
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  })
}

function inLines(document: Document, pictures: readonly Picture[]): Child[] {
  const { addressee, window, sender, title, number, date } = document
  const right = { alignment: AlignmentType.RIGHT }
  const address = addresseeLines(addressee, window)
  const stamp = [number, date].filter(Boolean).map((text) => line(text, right))
  return [
    ...(window
      ? [
          ...address,
          ...stamp,
          line('', {
            spacing: {
              before: 700 + mm(Math.max(0, window.y + window.height - 37.5)),
              ...exactly(pitch.body),
            },
          }),
        ]
      : [...stamp, ...address]),
    ...logoOf(document, pictures),
    ...(document.hasSeal ? [seal()] : []),
    ...sender.map((each, at) => senderLine(each, at === 0, document)),
    line(title, { style: 'Title', ...ruled(document.accent) }),
    ...blocksOf(document.body, pictures),
    ...blocksOf(document.appendix, pictures),
  ]
}

function senderLine(
  { text, isName }: Document['sender'][number],
  isFirst: boolean,
  { accent, hasSeal }: Pick<Document, 'accent' | 'hasSeal'>,
): Paragraph {
  const place = { style: 'LetterSender', indent: { left: mm(hasSeal ? 70 : 84) } }
  const before = isFirst ? { spacing: { before: 240, ...exactly(pitch.small) } } : {}
  const colour = isName && accent !== '' ? { color: accent.slice(1) } : {}
  return line(text, { ...place, ...before }, { size: isName ? 22 : 19, ...colour })
}

function ruled(accent: string): IParagraphOptions {
  if (accent === '') return {}
  const bottom = { style: BorderStyle.SINGLE, size: 6, space: 6, color: accent.slice(1) }
  return { border: { bottom } }
}

/** A dotted square of 21 mm at the right edge of the text, beside the sender. */
function seal(): Paragraph {
  const side = { style: BorderStyle.DOTTED, size: 4, space: 0, color: '999999' }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exactly(mm(21)),
    border: { top: side, bottom: side, left: side, right: side },
    frame: {
      type: 'absolute',
      position: { x: mm(164), y: 240 },
      width: mm(21),
      height: mm(21),
      wrap: FrameWrap.AROUND,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.TEXT },
    },
    children: [new TextRun({ text: '印', size: 16, color: '777777' })],
  })
}

/** The last lines of a text go to the next sheet with its 結語; pictures stand two by two. */
function blocksOf(blocks: readonly Block[], pictures: readonly Picture[]): Child[] {
  const shown = blocks.filter((each) => each.kind === 'picture')
  const others = blocks.filter((each) => each.kind !== 'picture')
  const set = others.flatMap((block, at) =>
    blockOf(block, others[at + 1]?.kind === 'end' ? { keepNext: true } : {}),
  )
  return shown.length === 0 ? set : [...set, picturesOf(shown, pictures)]
}

/** In the window it is a frame at a fixed place on the page, whatever is written around it. */
function addresseeLines(
  { address, names }: Document['addressee'],
  window: Document['window'],
): Paragraph[] {
  const anchor = { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE }
  const frame = {
    type: 'absolute' as const,
    position: { x: mm(window?.x ?? 0), y: mm(window?.y ?? 0) },
    width: mm(window?.width ?? 0),
    height: mm(window?.height ?? 0),
    wrap: FrameWrap.AROUND,
    anchor,
  }
  const place: IParagraphOptions = { style: 'LetterAddress', ...(window ? { frame } : {}) }
  const below = (before: number) => ({ ...place, spacing: { before, ...exactly(pitch.small) } })
  return [
    ...address.map((text, at) => line(text, below(at === 0 && !window ? 200 : 0), { size: 19 })),
    ...names.map((text, at) =>
      line(text, below(at === 0 ? 100 : 40), { size: at === names.length - 1 ? 23 : 20 }),
    ),
  ]
}

function logoOf({ logo, sender }: Document, pictures: readonly Picture[]): Paragraph[] {
  const found = pictures.find(({ file }) => file === logo)
  if (!found) return []
  return [
    new Paragraph({
      indent: { left: mm(84) },
      spacing: { before: 240, line: 240, lineRule: LineRuleType.AUTO },
      children: [drawn(found, 220, 42, sender.find(({ isName }) => isName)?.text ?? '')],
    }),
  ]
}

const centred = {
  alignment: AlignmentType.CENTER,
  spacing: { before: 300, after: 120, ...exactly(pitch.body) },
  keepNext: true,
}
/** Behind its label every line of an item begins at the same place: a tab, as Word's own lists have it. */
function itemised(label: string): IParagraphOptions {
  const hanging = em * Math.max(2, [...label].filter((letter) => letter > '~').length + 1)
  const left = em + hanging
  return {
    style: 'LetterBody',
    indent: { left, hanging },
    tabStops: [{ type: TabStopType.LEFT, position: left }],
  }
}

type Worded = Exclude<Block, { kind: 'picture' }>

function blockOf(block: Worded, keep: IParagraphOptions): Child[] {
  switch (block.kind) {
    case 'paragraph': {
      const indent = block.isIndented ? { indent: { firstLine: em } } : {}
      return [line(block.text, { style: 'LetterBody', ...indent, ...keep })]
    }
    case 'center':
      return [line(block.text, centred)]
    case 'end':
      return [line(block.text, atTheEnd)]
    case 'heading':
      return [line(block.text, { style: 'Heading1' })]
    case 'item':
      return [line(`${block.label.trim()}\t${block.text}`, itemised(block.label))]
    case 'table':
      return [tableOf(block), line('', { spacing: exactly(200) })]
  }
}

// Where 游明朝 is missing (ECMA-376 17.8.3.1), another Japanese serif is taken and not a sans.
const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="游明朝"><w:altName w:val="Yu Mincho,ＭＳ 明朝,MS Mincho,Hiragino Mincho ProN,Noto Serif JP,Noto Serif CJK JP"/><w:panose1 w:val="02020400000000000000"/><w:charset w:val="80"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`
