import { type CueCode, mayCarry } from '#features/language/cues/codes.ts'
import { read } from '#features/language/cues/reading.ts'
import type { Labelled } from '#test/cue-sentences.ts'
import { numbers } from './separate.ts'

export type Example = {
  readonly text: string
  readonly speaker: 'customer' | 'operator'
  readonly codes: ReadonlySet<CueCode>
}

/** The sentences in the letters they are read in, each text once. */
export function examplesOf(sentences: readonly Labelled[]): Example[] {
  const known = new Map<string, Example>()
  for (const { text, speaker, codes } of sentences) {
    const usual = read(text).text
    known.set(`${speaker} ${usual}`, { text: usual, speaker, codes: new Set(codes) })
  }
  return [...known.values()]
}

/**
 * People say several things in one breath: a sentence that carries a cue and any other, in either order,
 * carries what both carry.
 */
export function joined(examples: readonly Example[], count: number): Example[] {
  const random = numbers(7)
  const customers = examples.filter(({ speaker }) => speaker === 'customer')
  const carrying = customers.filter(({ codes }) => codes.size > 0)
  const any = (from: readonly Example[]) => from[Math.floor(random() * from.length)]!
  return Array.from({ length: count }, () => {
    const both = [any(carrying), any(customers)]
    if (random() < 0.5) both.reverse()
    const [first, second] = both as [Example, Example]
    const comma = random() < 0.35
    return {
      text: comma
        ? `${first.text.replace(/[。]$/u, '')}、${second.text}`
        : stopped(first.text) + second.text,
      speaker: 'customer' as const,
      codes: first.codes.union(second.codes),
    }
  })
}

const stopped = (text: string) => (/[。!?]$/u.test(text) ? text : `${text}。`)

/** Whether the example carries the cue; null where it says nothing about it. */
export function carries({ speaker, codes }: Example, code: CueCode): boolean | null {
  return mayCarry(speaker, code) ? codes.has(code) : null
}
