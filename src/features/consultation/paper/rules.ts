import type { Language } from '#kernel/dictionary.ts'
import { englishMoment, japaneseMoment } from '#kernel/moments.ts'
import { checkedOn, groups, type Duty, type Figures, type Sheet } from '../duties/contract.ts'
import { dutiesMessages } from '../duties/messages.ts'
import { isShipped } from '../duties/rules.ts'

type Setting = {
  readonly name: string
  /** ISO instant. */
  readonly now: string
  readonly language: Language
}

/** The words of an item: the company's own where it has some. */
export function wordsOf(duty: Duty, language: Language): { title: string; detail: string } {
  const { items } = dutiesMessages[language].words
  const ours = isShipped(duty.code) ? items[duty.code] : { title: duty.code, detail: '' }
  return { title: duty.title ?? ours.title, detail: duty.detail ?? ours.detail }
}

/** What the record itself shows of an item; empty: nothing. */
export function figureOf(code: string, figures: Figures, language: Language): string[] {
  const { words } = dutiesMessages[language]
  const { policy, acknowledged: count, members: of, counsellors } = figures
  const told = policy
    ? [
        words.figures.policy({ version: policy.version, on: policy.publishedOn }),
        words.figures.acknowledged({ count, of }),
      ]
    : [words.figures.noPolicy]
  if (code === 'policy-stance') return told.slice(0, 1)
  if (code === 'policy-told') return told
  return code === 'desk-set' ? [words.figures.counsellors({ count: counsellors })] : []
}

/** A4, every word said already; what the company wrote reaches the typesetter as data. */
export function onPaper(sheet: Sheet, { name, now, language }: Setting) {
  const { words } = dutiesMessages[language]
  const moment = language === 'ja' ? japaneseMoment : englishMoment
  const done = sheet.duties.filter(({ state }) => state === 'done').length
  return {
    language,
    title: words.title,
    company: name,
    head: words.progress({ done, of: sheet.duties.length }),
    groups: groups.map((group) => ({
      title: words.groups[group],
      items: sheet.duties
        .filter((duty) => duty.group === group)
        .map((duty) => itemOf(duty, sheet.figures, language)),
    })),
    policy: sheet.figures.policy
      ? { title: words.policy.title, text: sheet.figures.policy.words }
      : null,
    foot: [words.notAdvice, words.source({ on: checkedOn }), words.made({ time: moment(now) })],
  }
}

function itemOf(duty: Duty, figures: Figures, language: Language) {
  const { words } = dutiesMessages[language]
  const papers = duty.evidence.map(({ words: said, url, on }) =>
    [said, url, on].filter(Boolean).join('　'),
  )
  const proofs = [...figureOf(duty.code, figures, language), ...papers]
  const days = [
    `${words.owner}　${duty.ownerName ?? words.noOwner}`,
    ...(duty.doneOn ? [`${words.doneOn}　${duty.doneOn}`] : []),
    ...(duty.reviewOn ? [`${words.reviewOn}　${duty.reviewOn}`] : []),
  ]
  return {
    ...wordsOf(duty, language),
    state: words.states[duty.state],
    isDone: duty.state === 'done',
    proofs: proofs.length > 0 ? proofs : [words.noEvidence],
    days: days.join('　・　'),
    note: duty.note,
  }
}

/** Typst. What is given is data and never markup. */
export const paperSource = String.raw`
#let g = json(bytes(sys.inputs.given))
#let soft = rgb("#5b5b5b")
#set page(paper: "a4", margin: (x: 18mm, y: 16mm), footer: context align(right, text(size: 7.5pt, fill: soft)[#g.company　#counter(page).display("1 / 1", both: true)]))
#set document(title: g.title)
#set text(font: "Noto Sans JP", lang: g.language, size: 9.5pt)
#set par(leading: 0.65em)
#text(size: 9pt, fill: soft, g.company)
#block(above: 0.8em, below: 0.5em, text(size: 18pt, weight: "bold", g.title))
#text(fill: soft, g.head)
#for group in g.groups {
  block(above: 1.6em, below: 0.8em, sticky: true, width: 100%, stroke: (bottom: 0.8pt + rgb("#0b5cad")), inset: (bottom: 4pt), text(size: 11pt, weight: "bold", group.title))
  for item in group.items {
    block(breakable: false, above: 0.9em, below: 0.9em, grid(columns: (5.5em, 1fr), column-gutter: 8pt,
      box(inset: (x: 4pt, y: 3pt), radius: 3pt, stroke: 0.6pt + if item.isDone { rgb("#197a4b") } else { soft }, text(size: 8pt, weight: "bold", fill: if item.isDone { rgb("#197a4b") } else { soft }, item.state)),
      {
        text(weight: "bold", item.title)
        block(above: 0.55em, below: 0.55em, text(size: 8.5pt, fill: soft, item.detail))
        for proof in item.proofs { block(above: 0.45em, below: 0em)[・#proof] }
        if item.note != "" { block(above: 0.55em, below: 0em, item.note) }
        block(above: 0.6em, below: 0em, text(size: 8pt, fill: soft, item.days))
      }))
  }
}
#if g.policy != none {
  block(above: 2em, below: 0.8em, sticky: true, width: 100%, stroke: (bottom: 0.8pt + rgb("#0b5cad")), inset: (bottom: 4pt), text(size: 11pt, weight: "bold", g.policy.title))
  for line in g.policy.text.split("\n") { block(above: 0.55em, below: 0em, line) }
}
#block(above: 2em, { for line in g.foot { block(above: 0.5em, below: 0em, text(size: 8pt, fill: soft, line)) } })
`
