import { cueCode, type CueCode } from '../contract.ts'

export type Sentence = {
  readonly text: string
  readonly speaker: 'customer' | 'operator'
  /** All the cues it carries, not only the one whose table it stands in. */
  readonly codes: readonly CueCode[]
  readonly isHeldOut: boolean
}

/**
 * One sentence per line: `+ words` carries the table's own cue, `- words` does not; other cues follow
 * after ` | `. `(operator)` before the words: said by us. Held out: not looked at while patterns are written.
 */
export function table(own: CueCode, lines: string, heldOut: string): Sentence[] {
  return [...parse(own, lines, false), ...parse(own, heldOut, true)]
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
