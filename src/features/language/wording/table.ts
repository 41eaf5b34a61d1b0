import { writingKind, type WordingRule, type WritingKind } from '../contract.ts'

export type Row = {
  readonly rule: WordingRule
  readonly kind: WritingKind
  readonly text: string
  readonly isFound: boolean
  readonly isHeldOut: boolean
}

export type Explained = {
  readonly rule: WordingRule
  /** The kind of the rows, unless one says otherwise, and of `ok` and `ng`. */
  readonly kind: WritingKind
  /** One sentence that a writer understands. */
  readonly why: string
  readonly ok: readonly string[]
  readonly ng: readonly string[]
}

export type Table = Explained & { readonly rows: readonly Row[] }

/**
 * One text per line: `+ words` breaks the rule, `- words` does not. `(letter) ` before the words: another
 * kind than the table's. Held out: written without looking at the patterns, and not used for building.
 */
export function table(explained: Explained, lines: string, heldOut: string): Table {
  return {
    ...explained,
    rows: [...parse(explained, lines, false), ...parse(explained, heldOut, true)],
  }
}

function parse({ rule, kind: usual }: Explained, lines: string, isHeldOut: boolean): Row[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const form = /^([+-]) (?:\((mail|letter|talk|public-reply)\) )?(.+)$/u.exec(line.trim())
      if (!form) throw new Error(`Not a line of a table: ${line}`)
      const kind = form[2] === undefined ? usual : writingKind.parse(form[2])
      return { rule, kind, text: form[3] ?? '', isFound: form[1] === '+', isHeldOut }
    })
}
