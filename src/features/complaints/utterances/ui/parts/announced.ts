import type { Utterance } from '../../contract.ts'

/** What is worth interrupting for: a cue in the customer's words that was not told yet, by utterance and code. */
export function untold(utterances: readonly Utterance[], told: ReadonlySet<string>): Utterance[] {
  return utterances.flatMap((one) => {
    if (one.speaker !== 'customer') return []
    const cues = one.cues.filter(({ code }) => !told.has(keyOf(one, code)))
    return cues.length > 0 ? [{ ...one, cues }] : []
  })
}

export function keysOf(utterances: readonly Utterance[]): string[] {
  return utterances.flatMap((one) => one.cues.map(({ code }) => keyOf(one, code)))
}

function keyOf({ id }: Utterance, code: string): string {
  return `${id} ${code}`
}
