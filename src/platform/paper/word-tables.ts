import {
  BorderStyle,
  convertMillimetersToTwip as mm,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import type { Block, Picture } from '#kernel/document.ts'
import { exactly, line, pitch } from './word-lines.ts'

type Shown = Extract<Block, { kind: 'picture' }>

export function picturesOf(shown: readonly Shown[], pictures: readonly Picture[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const edges = { top: none, bottom: none, left: none, right: none }
  const pairs = Array.from({ length: Math.ceil(shown.length / 2) }, (_, at) =>
    shown.slice(at * 2, at * 2 + 2),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widthsOf(2, [0.5, 0.5]),
    borders: { ...edges, insideHorizontal: none, insideVertical: none },
    rows: pairs.map(
      (pair) =>
        new TableRow({
          cantSplit: true,
          children: [0, 1].map(
            (at) => new TableCell({ children: pictureOf(pair[at], pictures), borders: edges }),
          ),
        }),
    ),
  })
}

/** Lines with a picture in them are as high as it is. */
function pictureOf(block: Shown | undefined, pictures: readonly Picture[]): Paragraph[] {
  if (!block) return [new Paragraph('')]
  const { file, caption } = block
  const found = pictures.find((each) => each.file === file)
  const drawing = found && [drawn(found, 285, 195, caption)]
  const spacing = { line: 240, lineRule: LineRuleType.AUTO }
  return [
    ...(drawing ? [new Paragraph({ keepNext: true, spacing, children: drawing })] : []),
    line(caption, { spacing: { after: 160, ...exactly(pitch.small) } }, { size: 18 }),
  ]
}

export function tableOf({ rows, hasHead }: Extract<Block, { kind: 'table' }>): Table {
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

function widthsOf(count: number, parts = count === 2 ? [0.28, 0.72] : []): number[] {
  return Array.from({ length: count }, (_, at) => Math.round(mm(160) * (parts[at] ?? 1 / count)))
}

function cellOf(text: string, isHead: boolean): TableCell {
  return new TableCell({
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [line(text, { spacing: exactly(pitch.small) }, { size: 19, bold: isHead })],
  })
}

export function drawn(
  { bytes, type, width, height }: Picture,
  most: number,
  high: number,
  name: string,
) {
  const scale = Math.min(most / width, high / height, 1)
  return new ImageRun({
    type,
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: name || 'logo', title: name, description: name },
  })
}
