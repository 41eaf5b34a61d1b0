import type { Block, Document } from '#kernel/document.ts'
import { columnsOfLetter, pagesOf, type PlacedColumn } from '../sheet/rules.ts'

/**
 * What both sheets begin with. What is given is data and never markup; a letter without a glyph is a fault, not a box.
 * Headings, paragraphs, lists and tables are said to be such, for whoever has the letter read aloud: they become the tags
 * of PDF/A-2a. What stands around the text (folds, 印, numbers of pages) is no part of what is read; the mark of a draft
 * is, as a keyword.
 */
const preamble = String.raw`
#let g = json(bytes(sys.inputs.given))
#let ymd = g.on.map(int)
#set document(title: g.title, author: g.author, keywords: g.keywords, date: datetime(year: ymd.at(0), month: ymd.at(1), day: ymd.at(2)))
#set text(font: "Noto Serif JP", lang: "ja", region: "jp", fallback: false)
#let soft = rgb("#444444")
#show heading: it => it.body
#show heading: set text(weight: 400)
#let accent = if g.document.accent == "" { black } else { rgb(g.document.accent) }
#let red = rgb("#b3261e")
#let mark = if g.document.mark != "" { align(right, box(stroke: 0.8pt + red, inset: (x: 6pt, y: 4pt), text(size: 11pt, weight: "bold", fill: red, tracking: 0.08em, g.document.mark))) }
#let across = if g.document.mark.starts-with("下書き") { place(center + horizon, rotate(-28deg, text(size: 88pt, weight: "bold", fill: rgb("#fbe9e7"), tracking: 0.1em, "下書き"))) }
#let folio = context { let n = counter(page).get().first(); if n > 1 { align(center, text(size: 9pt, fill: soft, "― " + str(n) + " ―")) } }
`

/** A4 upright, lines from left to right. The window of 長形3号 is 22 mm from the left and 12 mm from the top of its envelope. */
const linesSource = String.raw`${preamble}
#let d = g.document
#let folds = if d.window != none { for y in (99mm, 198mm) { place(top + left, dx: 4mm, dy: y, line(length: 4mm, stroke: 0.3pt + soft)) } }
#set page(paper: "a4", margin: (x: 25mm, top: 22mm, bottom: 24mm), header: mark, footer: folio, background: { across; folds })
#set text(size: 10.5pt)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 10.5pt)
#set par(leading: 0.88em, spacing: 0.88em, justify: true)
#let to = block({
  set par(justify: false, leading: 0.5em, spacing: 0.5em)
  for l in d.addressee.address { block(text(size: 9.5pt, par(l))) }
  for (i, l) in d.addressee.names.enumerate() { block(above: if i == 0 { 0.8em } else { 0.5em }, text(size: if i == d.addressee.names.len() - 1 { 11.5pt } else { 10pt }, par(l))) }
})
#let stamp = align(right, { set par(justify: false); if d.number != "" { block(text(size: 9.5pt, par(d.number))) }; block(par(d.date)) })
#let sender = {
  set par(justify: false, leading: 0.55em, spacing: 0.55em)
  if d.logo != "" { block(below: 0.9em, image(d.logo, height: 11mm, alt: g.author)) }
  for l in d.sender { block(text(size: if l.isName { 11pt } else { 9.5pt }, fill: if l.isName { accent } else { black }, par(l.text))) }
}
#let seal = pdf.artifact(square(size: 21mm, stroke: (paint: luma(150), thickness: 0.4pt, dash: "dotted"), align(center + horizon, text(size: 8pt, fill: luma(110), "印"))))
#let from = align(right, if d.hasSeal {
  block(width: 92mm, align(left, grid(columns: (1fr, 21mm), column-gutter: 2mm, sender, seal)))
} else { block(width: 84mm, align(left, sender)) })
#if d.window != none {
  let w = d.window
  place(top + left, dx: w.x * 1mm - 25mm, dy: w.y * 1mm - 22mm, block(width: w.width * 1mm, height: w.height * 1mm, to))
  block(height: calc.max(24mm, (w.y + w.height - 14) * 1mm), width: 100%, stamp)
} else { stamp; block(above: 1.6em, width: 80%, to) }
#block(above: 1.8em, width: 100%, from)
#block(above: 2.6em, below: 2.2em, width: 100%, align(center, { set par(justify: false); if d.title != "" { heading(level: 1, text(weight: 700, d.title)) } }))
#if d.accent != "" { v(-0.9em); pdf.artifact(line(length: 100%, stroke: 0.6pt + accent)); v(0.6em) }
#let cells(b) = {
  let n = calc.max(..b.rows.map(r => r.len()))
  let padded = b.rows.map(r => r + ("",) * (n - r.len()))
  let cell(x, strong) = { set par(justify: false, leading: 0.6em); text(size: 9.5pt, weight: if strong { 700 } else { 400 }, x) }
  let head = if b.hasHead { (table.header(..padded.first().map(x => cell(x, true))),) } else { () }
  let rest = if b.hasHead { padded.slice(1) } else { padded }
  block(above: 0.9em, below: 1.2em, table(columns: if n == 2 { (1fr, 2.6fr) } else { (1fr,) * n }, stroke: 0.4pt + soft, inset: (x: 6pt, y: 5.5pt), ..head, ..rest.flatten().map(x => cell(x, false))))
}
#let show-block(b, isLast) = {
  if b.kind == "paragraph" { block(sticky: isLast, par(first-line-indent: (amount: if b.isIndented { 1em } else { 0em }, all: true), b.text)) }
  else if b.kind == "end" { block(width: 100%, align(right, par(b.text + h(1em)))) }
  else if b.kind == "center" { block(above: 1.6em, below: 1.2em, sticky: true, width: 100%, align(center, heading(level: 2, b.text))) }
  else if b.kind == "heading" { block(above: 1.6em, below: 0.9em, sticky: true, heading(level: 2, text(weight: 700, b.text))) }
  else if b.kind == "table" { cells(b) }
}
#let items(run) = enum(tight: false, indent: 1em, body-indent: 0.8em, number-align: start + top, numbering: (..n) => run.at(n.pos().last() - 1).label, ..run.map(b => par(b.text)))
#let pictures(run) = grid(columns: (1fr, 1fr), column-gutter: 6mm, row-gutter: 5mm, ..run.map(b => block(breakable: false, {
  image(b.file, width: 100%, height: 52mm, fit: "contain", alt: b.caption)
  block(above: 0.6em, { set par(justify: false, leading: 0.6em); text(size: 9pt, par(b.caption)) })
})))
#for (i, b) in d.body.enumerate() { show-block(b, i == d.body.len() - 2 and d.body.last().kind == "end") }
#for run in g.runs {
  let kind = run.first().kind
  if kind == "item" { items(run) } else if kind == "picture" { pictures(run) } else { for b in run { show-block(b, false) } }
}
`

/** Of a vertical page, in units of its body text (12 pt). */
const verticalPage = { width: 59, pitch: 1.86 }

/**
 * A4 on its side, columns from right to left. Typst sets no vertical lines: each letter stands in a box of its own, in the
 * form that the font has for columns (OpenType `vert`).
 */
const columnsSource = String.raw`${preamble}
#set page(width: 297mm, height: 210mm, margin: (left: 23mm, right: 25mm, top: 24mm, bottom: 22mm), header: mark, footer: folio, background: across)
#set text(size: 12pt, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: 0pt, spacing: 0pt)
#let opens = "（［｛「『【〈《〔〝"
#let closes = "、。，．）］｝」』】〉》〕〟"
#let upright(t) = box(width: 1em, height: 1em, align(if opens.contains(t) { right } else if closes.contains(t) { left } else { center }, text(features: ("vert",), t)))
#let fitted(t, em, room, angle) = {
  let set-text = text(top-edge: "cap-height", bottom-edge: "baseline", t)
  let wide = measure(text(size: em, set-text)).width
  let put = if wide > room { scale(x: room / wide * 100%, reflow: true, set-text) } else { set-text }
  if angle { rotate(90deg, reflow: true, put) } else { put }
}
#let cell(c, em) = {
  if c.form == "upright" { upright(c.text) }
  else if c.form == "side" { box(width: 1em, height: 1em, align(center + horizon, fitted(c.text, em, em, false))) }
  else { box(width: 1em, height: c.takes * 1em, align(center + horizon, fitted(c.text, em, c.takes * em, true))) }
}
#let column(c) = {
  let em = 12pt * c.size
  set text(size: em)
  let cells = c.cells.map(c => cell(c, em))
  box(width: 1em, height: 60em, stack(dir: ttb, spacing: c.spread * 1em, ..cells))
}
// A line of no width from which the columns of one paragraph hang: whoever listens hears them as one.
#let room = 297mm - 23mm - 25mm
#let hung(c) = box(width: 0pt, height: 0pt, place(top + right, dx: room - c.x * 12pt + (c.size - 1) * 6pt, dy: c.top * 12pt * c.size, column(c)))
#let together(part) = {
  let all = part.columns.map(hung).join()
  place(top + left, block(width: 100%, if part.level == 0 { par(all) } else { heading(level: part.level, all) }))
}
#for (i, page) in g.pages.enumerate() {
  if i > 0 { pagebreak() }
  block(width: 100%, height: 100%, context for part in page { together(part) })
}
`

/** The sheet of a letter and what it is given. `on`: the day of the letter, so that the same letter gives the same bytes. */
export function setFor(document: Document, { author, on }: { author: string; on: string }) {
  const isVertical = document.direction === 'vertical'
  const pages = isVertical ? pagesOf(columnsOfLetter(document), verticalPage) : []
  const given = {
    document,
    // A file without a title is announced by its name.
    title: document.title || author,
    author,
    keywords: [document.mark].filter(Boolean),
    on: on.split('-'),
    pages: pages.map(partsOf),
    runs: runsOf(document.appendix),
  }
  return { source: isVertical ? columnsSource : linesSource, given }
}

/** Blocks that follow each other and are set together: the entries of one list, the pictures of one page. */
function runsOf(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = []
  for (const block of blocks) {
    const run = runs.at(-1)
    if (run?.[0]?.kind === block.kind) run.push(block)
    else runs.push([block])
  }
  return runs
}

type Part = { readonly level: number; readonly columns: PlacedColumn[] }

/** The columns of a page, those of one paragraph together. */
function partsOf(page: readonly PlacedColumn[]): Part[] {
  const parts = new Map<number, Part>()
  for (const column of page) {
    const part = parts.get(column.of) ?? { level: column.level, columns: [] }
    part.columns.push(column)
    parts.set(column.of, part)
  }
  return [...parts.values()]
}
