import { AlignmentType, type Paragraph } from 'docx'
import type { Block, Document } from '#kernel/document.ts'
import { atTheEnd, em, exactly, pitch, upright } from './word-lines.ts'

/** 件名, 本文, 結語, 日付, 差出人 at the foot, 宛名, then 記. */
export function inColumns(document: Document): Paragraph[] {
  const { title, number, date, sender, addressee, body, appendix } = document
  const placed = (cells: number, before = 0, line: number = pitch.column) => ({
    indent: { left: em * cells },
    spacing: { before, ...exactly(line) },
  })
  const titled = { ...placed(3), spacing: { after: 240, ...exactly(larger) } }
  const last = addressee.names.length - 1
  return [
    upright(title, titled, { size: 28 }),
    ...body.flatMap((block) => columnBlock(block)),
    upright(date, placed(2, 240), { size: 24 }),
    ...(number === '' ? [] : [upright(number, placed(2), { size: 24 })]),
    ...sender.map(({ text, isName }) => upright(text, atTheEnd, { size: isName ? 26 : 24 })),
    ...addressee.names.map((name, at) =>
      upright(name, placed(Math.min(at, 2), at === 0 ? 240 : 0, larger), {
        size: at === last ? 28 : 24,
      }),
    ),
    ...appendix.flatMap((block) => columnBlock(block)),
  ]
}

/** Pitch of what is set larger: 件名 and 宛名. */
const larger = 560

function columnBlock(block: Block): Paragraph[] {
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
      ? AlignmentType.RIGHT
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
