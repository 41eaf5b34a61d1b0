import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as mm,
  Document as WordDocument,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  ImageRun,
  LineRuleType,
  PageNumber,
  PageOrientation,
  PageTextDirectionType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx'
import type { Block, Document, Picture } from '#kernel/document.ts'

/** Word takes the Latin letters from the one and the Japanese from the other; both come with Word on Windows and Mac. */
const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '游明朝' }
const body = 21 // half points
/** Of one em of body text, in twips. */
const em = body * 10

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
    compatibility: { version: 15 },
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

const landscape = { orientation: PageOrientation.LANDSCAPE }
const edges = { header: mm(10), footer: mm(10) }
const columns = { textDirection: PageTextDirectionType.TOP_TO_BOTTOM_RIGHT_TO_LEFT }

const styles = {
  default: {
    document: {
      run: { font, size: body, language: { value: 'ja-JP', eastAsia: 'ja-JP' } },
      paragraph: { spacing: { line: 360, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font, size: 28, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 480, after: 360 } },
    },
    heading1: {
      run: { font, size: body, bold: true },
      paragraph: { spacing: { before: 300, after: 120 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'LetterBody',
      name: '本文',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.BOTH },
    },
    { id: 'LetterAddress', name: '宛名', basedOn: 'Normal', paragraph: { spacing: { line: 260 } } },
    {
      id: 'LetterSender',
      name: '差出人',
      basedOn: 'Normal',
      paragraph: { spacing: { line: 280 } },
    },
  ],
}

function headed(mark: string): Header {
  const run = new TextRun({ text: mark, size: 18, color: 'B3261E' })
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.END, children: [run] })],
  })
}

function folio(): Footer {
  const run = new TextRun({ children: ['― ', PageNumber.CURRENT, ' ―'], size: 18 })
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  })
}

function inLines(document: Document, pictures: readonly Picture[]): Child[] {
  const { addressee, isInWindow, sender, title, number, date } = document
  const right = { alignment: AlignmentType.END }
  const address = addresseeLines(addressee, isInWindow)
  const stamp = [number, date].filter(Boolean).map((text) => line(text, right))
  return [
    ...(isInWindow
      ? [...address, ...stamp, line('', { spacing: { before: 700 } })]
      : [...stamp, ...address]),
    ...logoOf(document, pictures),
    ...sender.map(({ text, isName }, at) =>
      line(
        text,
        {
          style: 'LetterSender',
          indent: { left: mm(84) },
          ...(at === 0 ? { spacing: { before: 240, line: 280 } } : {}),
        },
        { size: isName ? 22 : 19 },
      ),
    ),
    line(title, { style: 'Title' }),
    ...[...document.body, ...document.appendix].flatMap((block) => blockOf(block, pictures)),
  ]
}

/** In the window it is a frame at a fixed place on the page, whatever is written around it. */
function addresseeLines(
  { address, names }: Document['addressee'],
  isInWindow: boolean,
): Paragraph[] {
  const anchor = { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE }
  const frame = {
    type: 'absolute' as const,
    position: { x: mm(23), y: mm(13) },
    width: mm(64),
    height: mm(24),
    wrap: FrameWrap.AROUND,
    anchor,
  }
  const place: IParagraphOptions = { style: 'LetterAddress', ...(isInWindow ? { frame } : {}) }
  return [
    ...address.map((text) => line(text, place, { size: 19 })),
    ...names.map((text, at) => line(text, place, { size: at === names.length - 1 ? 23 : 20 })),
  ]
}

function logoOf({ logo }: Document, pictures: readonly Picture[]): Paragraph[] {
  const found = pictures.find(({ file }) => file === logo)
  if (!found) return []
  return [
    new Paragraph({
      indent: { left: mm(84) },
      spacing: { before: 240 },
      children: [drawn(found, 220, 42, '')],
    }),
  ]
}

function drawn({ bytes, type, width, height }: Picture, most: number, high: number, name: string) {
  const scale = Math.min(most / width, high / height, 1)
  return new ImageRun({
    type,
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: name || 'logo', title: name, description: name },
  })
}

const centred = {
  alignment: AlignmentType.CENTER,
  spacing: { before: 300, after: 120 },
  keepNext: true,
}
const atTheEnd = { alignment: AlignmentType.END, indent: { right: em } }
const itemised = { style: 'LetterBody', indent: { left: em * 3, hanging: em * 2 } }

function blockOf(block: Block, pictures: readonly Picture[]): Child[] {
  switch (block.kind) {
    case 'paragraph': {
      const indent = block.isIndented ? { indent: { firstLine: em } } : {}
      return [line(block.text, { style: 'LetterBody', ...indent })]
    }
    case 'center':
      return [line(block.text, centred)]
    case 'end':
      return [line(block.text, atTheEnd)]
    case 'heading':
      return [line(block.text, { style: 'Heading1' })]
    case 'item':
      return [line(`${block.label}　${block.text}`, itemised)]
    case 'table':
      return [tableOf(block), line('', { spacing: { line: 200 } })]
    case 'picture':
      return pictureOf(block, pictures)
  }
}

function pictureOf(
  { file, caption }: Extract<Block, { kind: 'picture' }>,
  pictures: readonly Picture[],
) {
  const found = pictures.find((each) => each.file === file)
  const shown = found
    ? [
        new Paragraph({
          keepNext: true,
          spacing: { before: 200 },
          children: [drawn(found, 300, 220, caption)],
        }),
      ]
    : []
  return [...shown, line(caption, {}, { size: 18 })]
}

function tableOf({ rows, hasHead }: Extract<Block, { kind: 'table' }>): Table {
  const wide = Math.max(...rows.map((row) => row.length))
  const border = { style: BorderStyle.SINGLE, size: 4, color: '444444' }
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widthsOf(wide),
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: rows.map(
      (row, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: hasHead && at === 0,
          children: Array.from({ length: wide }, (_, column) =>
            cellOf(row[column] ?? '', hasHead && at === 0),
          ),
        }),
    ),
  })
}

function widthsOf(count: number): number[] {
  const whole = mm(160)
  if (count === 2) return [Math.round(whole * 0.28), Math.round(whole * 0.72)]
  return Array.from({ length: count }, () => Math.round(whole / count))
}

function cellOf(text: string, isHead: boolean): TableCell {
  return new TableCell({
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [line(text, { spacing: { line: 280 } }, { size: 19, bold: isHead })],
  })
}

/** 件名, 本文, 結語, 日付, 差出人 at the foot, 宛名, then 記. */
function inColumns({
  title,
  number,
  date,
  sender,
  addressee,
  body: text,
  appendix,
}: Document): Child[] {
  const { names } = addressee
  return [
    upright(title, { indent: { left: em * 3 }, spacing: { after: 240 } }, { size: 28 }),
    ...text.flatMap((block) => columnBlock(block)),
    upright(date, { indent: { left: em * 2 }, spacing: { before: 240 } }, { size: 24 }),
    ...(number === '' ? [] : [upright(number, { indent: { left: em * 2 } }, { size: 24 })]),
    ...sender.map(({ text: said, isName }) => upright(said, atTheEnd, { size: isName ? 26 : 24 })),
    ...names.map((name, at) =>
      upright(
        name,
        {
          indent: { left: em * Math.min(at, 2) },
          ...(at === 0 ? { spacing: { before: 240 } } : {}),
        },
        { size: at === names.length - 1 ? 28 : 24 },
      ),
    ),
    ...appendix.flatMap((block) => columnBlock(block)),
  ]
}

function columnBlock(block: Block): Child[] {
  const size = { size: 24 }
  if (block.kind === 'table')
    return block.rows.map((row) => upright(row.join('　'), { indent: { left: em * 5 } }, size))
  if (block.kind === 'picture') return [upright(block.caption, {}, size)]
  if (block.kind === 'item')
    return [
      upright(`${block.label}　${block.text}`, { indent: { left: em * 4, hanging: em * 2 } }, size),
    ]
  if (block.kind === 'paragraph') {
    const indent = block.isIndented ? { indent: { firstLine: 240 } } : {}
    return [upright(block.text, { style: 'LetterBody', ...indent }, size)]
  }
  const alignment =
    block.kind === 'end'
      ? AlignmentType.END
      : block.kind === 'center'
        ? AlignmentType.CENTER
        : AlignmentType.START
  return [
    upright(
      block.text,
      { alignment, ...(block.kind === 'end' ? { indent: { right: em } } : {}) },
      size,
    ),
  ]
}

type Look = { readonly size?: number; readonly bold?: boolean }

function line(text: string, place: IParagraphOptions = {}, look: Look = {}): Paragraph {
  return new Paragraph({ ...place, children: [new TextRun({ text, ...look })] })
}

/** Two or three digits on their own stand side by side in a column (縦中横). */
function upright(text: string, place: IParagraphOptions = {}, look: Look = {}): Paragraph {
  const eastAsianLayout = { horizontalInVertical: true, fitToLine: true }
  const pieces = text.split(/(?<![\dA-Za-z.,-])(\d{2,3})(?![\dA-Za-z.,-])/u).filter(Boolean)
  const children = pieces.map((piece) => {
    const isAside = /^\d{2,3}$/u.test(piece)
    return new TextRun({ text: piece, ...look, ...(isAside ? { eastAsianLayout } : {}) })
  })
  return new Paragraph({ ...place, children })
}

// Where 游明朝 is missing (ECMA-376 17.8.3.1), another Japanese serif is taken and not a sans.
const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="游明朝"><w:altName w:val="Yu Mincho,Hiragino Mincho ProN,Noto Serif JP,Noto Serif CJK JP"/><w:panose1 w:val="02020400000000000000"/><w:charset w:val="80"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`
