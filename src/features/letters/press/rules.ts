import type { Document } from '#kernel/document.ts'
import { columnsOfLetter, pagesOf } from '../sheet/rules.ts'

/** What both sheets begin with. What is given is data and never markup; a letter without a glyph is a fault, not a box. */
const preamble = String.raw`
#let g = json(bytes(sys.inputs.given))
#let ymd = g.on.map(int)
#set document(title: g.document.title, author: g.author, date: datetime(year: ymd.at(0), month: ymd.at(1), day: ymd.at(2)))
#set text(font: "Noto Serif JP", lang: "ja", region: "jp", fallback: false)
#let soft = rgb("#444444")
#let accent = if g.document.accent == "" { black } else { rgb(g.document.accent) }
#let mark = if g.document.mark != "" { align(right, text(size: 9pt, fill: rgb("#b3261e"), tracking: 0.1em, g.document.mark)) }
#let folio = context { let n = counter(page).get().first(); if n > 1 { align(center, text(size: 9pt, fill: soft, "― " + str(n) + " ―")) } }
`

/** A4 upright, lines from left to right. The window of 長形3号 is 22 mm from the left and 12 mm from the top of its envelope. */
const linesSource = String.raw`${preamble}
#let d = g.document
#let folds = if d.window != none { for y in (99mm, 198mm) { place(top + left, dx: 4mm, dy: y, line(length: 4mm, stroke: 0.3pt + soft)) } }
#set page(paper: "a4", margin: (x: 25mm, top: 22mm, bottom: 24mm), header: mark, footer: folio, background: folds)
#set text(size: 10.5pt)
#set par(leading: 0.88em, spacing: 0.88em, justify: true)
#let to = block({
  set par(justify: false, leading: 0.5em, spacing: 0.5em)
  for l in d.addressee.address { block(text(size: 9.5pt, l)) }
  for (i, l) in d.addressee.names.enumerate() { block(above: if i == 0 { 0.8em } else { 0.5em }, text(size: if i == d.addressee.names.len() - 1 { 11.5pt } else { 10pt }, l)) }
})
#let stamp = align(right, { set par(justify: false); if d.number != "" { block(text(size: 9.5pt, d.number)) }; block(d.date) })
#let sender = {
  set par(justify: false, leading: 0.55em, spacing: 0.55em)
  if d.logo != "" { block(below: 0.9em, image(d.logo, height: 11mm, alt: g.author)) }
  for l in d.sender { block(text(size: if l.isName { 11pt } else { 9.5pt }, fill: if l.isName { accent } else { black }, l.text)) }
}
#let seal = square(size: 21mm, stroke: (paint: luma(150), thickness: 0.4pt, dash: "dotted"), align(center + horizon, text(size: 8pt, fill: luma(110), "印")))
#let from = align(right, if d.hasSeal {
  block(width: 92mm, align(left, grid(columns: (1fr, 21mm), column-gutter: 2mm, sender, seal)))
} else { block(width: 84mm, align(left, sender)) })
#if d.window != none {
  let w = d.window
  place(top + left, dx: w.x * 1mm - 25mm, dy: w.y * 1mm - 22mm, block(width: w.width * 1mm, height: w.height * 1mm, to))
  block(height: calc.max(24mm, (w.y + w.height - 14) * 1mm), width: 100%, stamp)
} else { stamp; block(above: 1.6em, width: 80%, to) }
#block(above: 1.8em, width: 100%, from)
#block(above: 2.6em, below: 2.2em, width: 100%, align(center, { set par(justify: false); text(size: 14pt, weight: 700, d.title) }))
#if d.accent != "" { v(-0.9em); line(length: 100%, stroke: 0.6pt + accent); v(0.6em) }
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
  else if b.kind == "end" { block(width: 100%, align(right, b.text + h(1em))) }
  else if b.kind == "center" { block(above: 1.6em, below: 1.2em, sticky: true, width: 100%, align(center, b.text)) }
  else if b.kind == "heading" { block(above: 1.6em, below: 0.9em, sticky: true, text(weight: 700, b.text)) }
  else if b.kind == "item" { block(inset: (left: 1em), grid(columns: (auto, 1fr), column-gutter: 0.8em, b.label, par(b.text))) }
  else if b.kind == "table" { cells(b) }
}
#let pictures(all) = grid(columns: (1fr, 1fr), column-gutter: 6mm, row-gutter: 5mm, ..all.map(b => block(breakable: false, {
  image(b.file, width: 100%, height: 52mm, fit: "contain", alt: b.caption)
  block(above: 0.6em, { set par(justify: false, leading: 0.6em); text(size: 9pt, b.caption) })
})))
#for (i, b) in d.body.enumerate() { show-block(b, i == d.body.len() - 2 and d.body.last().kind == "end") }
#for b in d.appendix.filter(b => b.kind != "picture") { show-block(b, false) }
#let shown = d.appendix.filter(b => b.kind == "picture")
#if shown.len() > 0 { pictures(shown) }
`

/** Of a vertical page, in units of its body text (12 pt). */
const verticalPage = { width: 59, pitch: 1.86 }

/**
 * A4 on its side, columns from right to left. Typst sets no vertical lines: each letter stands in a box of its own, in the
 * form that the font has for columns (OpenType `vert`).
 */
const columnsSource = String.raw`${preamble}
#set page(width: 297mm, height: 210mm, margin: (left: 23mm, right: 25mm, top: 24mm, bottom: 22mm), header: mark, footer: folio)
#set text(size: 12pt, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: 0pt, spacing: 0pt)
#let opens = "（［｛「『【〈《〔〝"
#let closes = "、。，．）］｝」』】〉》〕〟"
#let upright(t) = box(width: 1em, height: 1em, align(if opens.contains(t) { right } else if closes.contains(t) { left } else { center }, text(features: ("vert",), t)))
#let fitted(t, room, angle) = context {
  let set-text = text(top-edge: "cap-height", bottom-edge: "baseline", t)
  let wide = measure(set-text).width
  let put = if wide > room { scale(x: room / wide * 100%, reflow: true, set-text) } else { set-text }
  if angle { rotate(90deg, reflow: true, put) } else { put }
}
#let cell(c) = {
  if c.form == "upright" { upright(c.text) }
  else if c.form == "side" { box(width: 1em, height: 1em, align(center + horizon, fitted(c.text, 1em.to-absolute(), false))) }
  else { box(width: 1em, height: c.takes * 1em, align(center + horizon, fitted(c.text, c.takes * 1em.to-absolute(), true))) }
}
#let column(c) = {
  set text(size: 12pt * c.size)
  let gap = c.spread * 1em
  box(width: 1em, stack(dir: ttb, spacing: gap, ..c.cells.map(cell)))
}
#for (i, page) in g.pages.enumerate() {
  if i > 0 { pagebreak() }
  block(width: 100%, height: 100%, for c in page {
    place(top + right, dx: -c.x * 12pt + (c.size - 1) * 6pt, dy: c.top * 12pt * c.size, context column(c))
  })
}
`

/** The sheet of a letter and what it is given. `on`: the day of the letter, so that the same letter gives the same bytes. */
export function setFor(document: Document, { author, on }: { author: string; on: string }) {
  const isVertical = document.direction === 'vertical'
  const pages = isVertical ? pagesOf(columnsOfLetter(document), verticalPage) : []
  const given = { document, author, on: on.split('-'), pages }
  return { source: isVertical ? columnsSource : linesSource, given }
}
