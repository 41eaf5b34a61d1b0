import { numbers } from './separate.ts'

/** A text in the letters it is read in, and whether it carries a code; null where that is not known. */
export type Example = {
  readonly text: string
  readonly carries: (code: string) => boolean | null
  /** Carries any code at all. */
  readonly carriesAny: boolean
  /** May stand beside another in one breath. */
  readonly joins: boolean
}

/**
 * People say several things in one breath: a sentence that carries something and any other, in either order, carries
 * what both carry. The same seed draws the same pairs.
 */
export function joined(examples: readonly Example[], count: number, seed: number): Example[] {
  const random = numbers(seed)
  const all = examples.filter(({ joins }) => joins)
  const carrying = all.filter(({ carriesAny }) => carriesAny)
  const any = (from: readonly Example[]) => from[Math.floor(random() * from.length)]!
  return Array.from({ length: count }, () => {
    const both = [any(carrying), any(all)]
    if (random() < 0.5) both.reverse()
    const [first, second] = both as [Example, Example]
    const comma = random() < 0.35
    return {
      text: comma
        ? `${first.text.replace(/[。]$/u, '')}、${second.text}`
        : stopped(first.text) + second.text,
      carries: (code: string) => first.carries(code) === true || second.carries(code) === true,
      carriesAny: true,
      joins: true,
    }
  })
}

const stopped = (text: string) => (/[。!?]$/u.test(text) ? text : `${text}。`)
