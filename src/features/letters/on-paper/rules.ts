import type { PaperKind } from '../contract.ts'
import type { PaperOpening, TypedLetter } from '../typesetting/contract.ts'
import { textOnPaper } from '../typesetting/rules.ts'
import type { PaperDraft } from './contract.ts'

type Mail = { readonly text: string; readonly subject: string }

/** The letter that stands on paper while a reply is written. */
export function letterOf(
  { format: _, ...draft }: PaperDraft,
  mail: Mail,
  opening: PaperOpening,
): TypedLetter {
  const isReport = draft.kind === 'accident-report'
  return {
    ...draft,
    recipient: draft.recipient ?? opening.recipient,
    dateOn: draft.dateOn ?? opening.dateOn,
    subject: draft.subject ?? subjectOf(draft.kind, mail.subject),
    text: textOnPaper(mail.text).text,
    notes: notesIn(draft.notes),
    enclosures: linesIn(draft.enclosures).slice(0, 20),
    timeline: isReport ? timelineIn(draft.timeline) : [],
    pictures: isReport ? draft.pictures : [],
  }
}

const endings: Readonly<Record<PaperKind, string>> = {
  apology: 'お詫び',
  progress: '経過のご報告',
  answer: 'ご回答',
  refusal: 'ご回答',
  warning: '警告',
  'accident-report': '報告',
}

/** What a mail is about, quoted, without what mail programs and we put around it: `Re: ` and our number. */
export function subjectOf(kind: PaperKind, mailSubject: string): string {
  const about = mailSubject
    .replace(/^(?:\s*(?:re|fwd?|返信)\s*[:：])+/iu, '')
    .replace(/\s*[[［【(（]\s*[A-Z]{1,4}[\d-]{4,}\s*[\]］】)）]\s*/gu, ' ')
    .trim()
  if (kind === 'accident-report') return about === '' ? '事故・苦情報告書' : `${about}（報告）`
  return about === ''
    ? `お申し出についての${endings[kind]}`
    : `「${about}」についての${endings[kind]}`
}

export function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** Numbers are put in by the sheet: those that were typed go. */
export function notesIn(text: string): TypedLetter['notes'] {
  const notes: TypedLetter['notes'] = []
  for (const line of linesIn(text)) {
    const isRow = /^[|｜]/u.test(line)
    const last = notes.at(-1)
    if (isRow && last) last.rows.push(cellsIn(line))
    else if (isRow) notes.push({ text: '', rows: [cellsIn(line)] })
    else notes.push({ text: line.replace(/^[\d０-９]{1,2}\s*[.．、)）]\s*/u, ''), rows: [] })
  }
  return notes.slice(0, 30)
}

function cellsIn(line: string): string[] {
  return line
    .replace(/^[|｜]|[|｜]$/gu, '')
    .split(/[|｜]/u)
    .map((cell) => cell.trim())
    .slice(0, 6)
}

/** `11月18日 お届け`, with a wide space: what stands before the first wide space or tab is the time. */
function timelineIn(text: string): TypedLetter['timeline'] {
  return linesIn(text).map((line) => {
    const [at = '', ...what] = line.split(/[\t\u3000]+/u)
    return what.length === 0 ? { at: '', what: at } : { at, what: what.join('　') }
  })
}

/** How many sheets a drawing has that was set as one picture, from top to bottom; at least one. */
export function sheetsIn(svg: string): number {
  const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg) ?? []
  const isOnItsSide = Number(width) > 700
  return Math.max(1, Math.round(Number(height) / (isOnItsSide ? 595.28 : 841.89)))
}
