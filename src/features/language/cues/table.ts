import { cueCode, type CueCode } from '../contract.ts'

export type Sentence = {
  readonly text: string
  readonly speaker: 'customer' | 'operator'
  /** All the cues it carries, not only the one whose table it stands in. */
  readonly codes: readonly CueCode[]
  readonly isHeldOut: boolean
}

/** A cue: why it matters, sentences that show the line, and the table of sentences that holds us to it. */
export type CueTable = {
  readonly code: CueCode
  /** What the customer is doing and what that asks of us, for people. */
  readonly why: string
  readonly carries: readonly string[]
  readonly carriesNot: readonly string[]
  readonly sentences: readonly Sentence[]
}

/**
 * One sentence per line: `+ words` carries the table's own cue, `- words` does not; other cues follow after ` | `.
 * `(operator)` before the words: said by us. Held out: nothing is ever learnt from these.
 */
export function table(cue: Omit<CueTable, 'sentences'>, lines: string, heldOut: string): CueTable {
  return {
    ...cue,
    sentences: [...parse(cue.code, lines, false), ...parse(cue.code, heldOut, true)],
  }
}

function parse(own: CueCode, lines: string, isHeldOut: boolean): Sentence[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const form = /^([+-]) (\(operator\) )?(.*?)(?: \| ([a-z_ ]+))?$/u.exec(line.trim())
      if (!form) throw new Error(`Not a line of a table: ${line}`)
      const others = (form[4] ?? '').split(' ').filter((code) => code !== '')
      const codes = [
        ...(form[1] === '+' ? [own] : []),
        ...others.map((code) => cueCode.parse(code)),
      ]
      const speaker = form[2] === undefined ? 'customer' : 'operator'
      return { text: form[3] ?? '', speaker, codes, isHeldOut }
    })
}
