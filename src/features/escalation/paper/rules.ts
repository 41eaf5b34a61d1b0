import type { Language } from '#kernel/dictionary.ts'
import { englishMoment, japaneseMoment } from '#kernel/moments.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { HandOverSheet } from '../contract.ts'
import { handOverMessages } from '../hand-over/messages.ts'

type Tone = 'red' | 'green' | 'orange' | 'blue' | 'purple' | 'gray'
type Line = { readonly text: string; readonly note: string; readonly isStrong: boolean }
export type Part = {
  readonly title: string
  readonly tone: Tone
  readonly lines: readonly Line[]
  readonly none: string
}
/** One A4 as the typesetter gets it: every word is said already. */
export type Paper = {
  readonly language: Language
  readonly title: string
  readonly head: string
  readonly customer: string
  readonly phone: string
  readonly subject: string
  readonly marks: readonly { readonly text: string; readonly tone: Tone }[]
  readonly first: { readonly title: string; readonly words: string }
  readonly parts: readonly Part[]
  readonly foot: readonly { readonly title: string; readonly words: string }[]
  readonly made: string
}

/** code → name, from the rooms that know it. */
export type Names = Readonly<Record<'cue' | 'channel' | 'demand', Readonly<Record<string, string>>>>

type Setting = {
  readonly language: Language
  readonly names: Names
  readonly clocks: CaseRecord['clocks']
  /** ISO instant. */
  readonly now: string
}

/** E1 on paper: the same sheet as on the screen, in the order in which it is read. */
export function onPaper(sheet: HandOverSheet, setting: Setting): Paper {
  const { words } = handOverMessages[setting.language]
  const { language, names, now } = setting
  const moment = language === 'ja' ? japaneseMoment : englishMoment
  const named = (code: string) => names.channel[code] ?? code
  const handler = sheet.handlerName ? words.handler({ name: sheet.handlerName }) : ''
  return {
    language,
    title: words.title,
    head: [
      sheet.number,
      named(sheet.channel),
      `${words.receivedAt} ${moment(sheet.receivedAt)}`,
      handler,
    ]
      .filter(Boolean)
      .join('　'),
    customer: sheet.customerName ? called(sheet.customerName, language) : words.unknown,
    phone: sheet.customerPhone ?? '',
    subject: sheet.subject,
    marks: marksOf(sheet, setting),
    first: { title: words.firstSentence, words: sheet.firstSentence },
    parts: [...whatIsKnown(sheet, setting), ...betweenUs(sheet, setting)],
    foot: footOf(sheet, setting),
    made: `${words.madeAt({ time: moment(now) })}　${words.confidential}`,
  }
}

function called(name: string, language: Language): string {
  return language === 'ja' ? `${name} 様` : name
}

function marksOf(sheet: HandOverSheet, { language }: Setting): Paper['marks'] {
  const { words } = handOverMessages[language]
  return [
    ...(sheet.minutesSoFar > 0
      ? [{ text: words.minutes({ count: sheet.minutesSoFar }), tone: 'orange' as const }]
      : []),
    ...(sheet.askedFor
      ? [{ text: words.askedFor({ words: sheet.askedFor }), tone: 'orange' as const }]
      : []),
    ...(sheet.safety ? [{ text: sheet.safety, tone: 'red' as const }] : []),
  ]
}

function whatIsKnown(sheet: HandOverSheet, { language }: Setting): Part[] {
  const { words } = handOverMessages[language]
  const wants = sheet.wants ? [line(`${words.wants}　${sheet.wants}`)] : []
  const part = (title: string, tone: Tone, lines: Line[]) => ({
    title,
    tone,
    lines,
    none: words.nothing,
  })
  return [
    part(words.upset, 'red', [...sheet.concerns.map((each) => line(each, '', true)), ...wants]),
    part(
      words.avoid,
      'red',
      sheet.avoid.map((each) => line(each)),
    ),
    part(
      words.confirmed,
      'green',
      sheet.confirmed.map((each) => line(each)),
    ),
    part(
      words.claimed,
      'gray',
      sheet.claimed.map((each) => line(each)),
    ),
  ]
}

function betweenUs(sheet: HandOverSheet, setting: Setting): Part[] {
  const { words } = handOverMessages[setting.language]
  const none = words.nothing
  const answers: Readonly<Record<string, string>> = words.answers
  const demands = sheet.demands.map(({ kind, words: said, times, answer }) => {
    const often = times > 1 ? `（${words.times({ count: times })}）` : ''
    const answered = answer ? (answers[answer] ?? answer) : words.unanswered
    return line(`${setting.names.demand[kind] ?? kind}${often}「${said}」`, `→ ${answered}`)
  })
  const offers = sheet.offered.map(({ label, answer }) =>
    line(label, `→ ${answers[answer] ?? answer}`),
  )
  const agreed = sheet.agreed ? [line(`${words.agreed}：「${sheet.agreed}」`, '', true)] : []
  const all: Part[] = [
    { title: words.demands, tone: 'orange', lines: demands, none },
    { title: words.offered, tone: 'blue', lines: [...offers, ...agreed], none },
    { title: words.promises, tone: 'purple', lines: promisesOf(sheet, setting), none },
    { title: words.said, tone: 'gray', lines: sheet.said.map((each) => line(each)), none },
  ]
  return all.filter(({ lines, tone }) => lines.length > 0 || tone === 'purple')
}

function promisesOf({ promises }: HandOverSheet, { language }: Setting): Line[] {
  const { words } = handOverMessages[language]
  const moment = language === 'ja' ? japaneseMoment : englishMoment
  return promises.map(({ words: said, dueAt, state, ownerName }) => {
    const broken = state === 'broken' ? `${words.states.broken} ` : ''
    const due = words.by({ due: moment(dueAt) })
    return line(said, `${broken}${due}　${ownerName}`, state === 'broken')
  })
}

function footOf(sheet: HandOverSheet, { language, names, clocks }: Setting): Paper['foot'] {
  const { words } = handOverMessages[language]
  const running = clocks.flatMap(({ name, state, stages }) => {
    const next = stages.find(({ doneOn }) => doneOn === null)
    return state === 'running' && next ? [`${name[language]} ${words.by({ due: next.dueOn })}`] : []
  })
  const heard = sheet.cues.map((code) => names.cue[code] ?? code).join('・')
  return [
    { title: words.clocks, words: running.slice(0, 3).join('・') },
    { title: words.ownWords, words: sheet.ownWords && `「${sheet.ownWords}」` },
    { title: words.cues, words: heard },
  ].filter((each) => each.words !== '')
}

function line(text: string, note = '', isStrong = false): Line {
  return { text, note, isStrong }
}

/**
 * Typst. What is given is data and never markup. When it would not fit, the type gets smaller, down to 7 points: the
 * sheet is short by its rules, and this is for the longest that they allow.
 */
export const paperSource = String.raw`
#let g = json(bytes(sys.inputs.given))
#let tones = (red: rgb("#c4161c"), green: rgb("#197a4b"), orange: rgb("#a34b00"), blue: rgb("#0b5cad"), purple: rgb("#6b3fa0"), gray: rgb("#5b5b5b"))
#let soft = rgb("#5b5b5b")
#set page(paper: "a4", margin: (x: 15mm, y: 13mm))
#set document(title: g.title)
#let mark(m) = box(inset: (x: 5pt, y: 3pt), radius: 3pt, stroke: 0.6pt + tones.at(m.tone), text(fill: tones.at(m.tone), weight: "bold", size: 0.9em, m.text))
#let entry(l) = grid(columns: (1em, 1fr), [・], [#text(weight: if l.isStrong { "bold" } else { "regular" }, l.text) #text(size: 0.85em, fill: soft, l.note)])
#let part(p) = block(breakable: false, width: 100%, stroke: (top: 0.8pt + tones.at(p.tone)), inset: (top: 4pt, bottom: 7pt), {
  block(below: 0.55em, text(size: 0.8em, weight: "bold", fill: tones.at(p.tone), p.title))
  if p.lines.len() == 0 { text(fill: soft, p.none) }
  for l in p.lines { block(above: 0.55em, below: 0em, entry(l)) }
})
#let body(size) = {
  set text(font: "Noto Sans JP", lang: g.language, size: size)
  set par(leading: 0.6em)
  text(size: 0.8em, fill: soft, g.title + "　" + g.head)
  block(above: 0.9em, below: 0.8em)[#text(size: 1.5em, weight: "bold", g.customer) #h(0.8em) #text(size: 1.1em, fill: soft, g.phone)]
  block(above: 0.7em, below: 0.9em, text(size: 1.15em, g.subject))
  if g.marks.len() > 0 { block(below: 1em, g.marks.map(mark).join(h(5pt))) }
  block(width: 100%, inset: 10pt, radius: 4pt, stroke: 1pt + tones.blue, below: 1.1em, {
    block(below: 0.7em, text(size: 0.8em, fill: tones.blue, weight: "bold", g.first.title))
    text(size: 1.25em, weight: "bold", g.first.words)
  })
  grid(columns: (1fr, 1fr), column-gutter: 8mm, row-gutter: 0.5em, ..g.parts.map(part))
  line(length: 100%, stroke: 0.6pt + soft)
  for f in g.foot { block(above: 0.5em, below: 0.5em)[#text(size: 0.8em, fill: soft, f.title + "　") #f.words] }
  text(size: 0.75em, fill: soft, g.made)
}
#layout(space => {
  let size = 12pt
  while size > 7pt and measure(block(width: space.width, body(size))).height > space.height { size = size - 0.5pt }
  body(size)
})
`
