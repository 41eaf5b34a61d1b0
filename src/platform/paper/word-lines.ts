import { AlignmentType, LineRuleType, Paragraph, Tab, TextRun, type IParagraphOptions } from 'docx'

/** Of the body text, in half points. */
export const body = 21
/** Of one em of body text, in twips. */
export const em = body * 10

/**
 * Pitch of lines in twips, as on the sheet of the PDF. Exact: 游明朝 says of itself that its lines are 1.7 em high, and Word would
 * multiply from there, so that one sheet becomes two.
 */
export const pitch = { body: 395, small: 285, column: 446 } as const
export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT })

export const atTheEnd = { alignment: AlignmentType.RIGHT, indent: { right: em } }

type Look = { readonly size?: number; readonly bold?: boolean; readonly color?: string }

export function line(text: string, place: IParagraphOptions = {}, look: Look = {}): Paragraph {
  const [before = '', ...after] = text.split('\t')
  const runs =
    after.length === 0
      ? [{ text: before }]
      : [{ text: before }, { children: [new Tab(), after.join(' ')] }]
  return new Paragraph({ ...place, children: runs.map((run) => new TextRun({ ...run, ...look })) })
}

/**
 * Two or three digits on their own stand side by side in a column (縦中横); no quarter of an em is put around them, and the space in
 * a name is as wide as a letter.
 */
export function upright(words: string, place: IParagraphOptions = {}, look: Look = {}): Paragraph {
  const text = words.replaceAll(/(?<=[^!-~]) (?=[^!-~])/gu, '　')
  const eastAsianLayout = { horizontalInVertical: true, fitToLine: true }
  const pieces = text.split(/(?<![\dA-Za-z.,-])(\d{2,3})(?![\dA-Za-z.,-])/u).filter(Boolean)
  const children = pieces.map((piece) => {
    const isAside = /^\d{2,3}$/u.test(piece)
    return new TextRun({ text: piece, ...look, ...(isAside ? { eastAsianLayout } : {}) })
  })
  const spacing = { ...exactly(pitch.column), ...place.spacing }
  return new Paragraph({ ...place, spacing, autoSpaceEastAsianText: false, children })
}
