import type { CueCode } from './codes.ts'

/**
 * What keeps a match from being a cue: said to be unwanted, said by or to somebody else, about third
 * persons, or in a sentence of thanks. A cue that is carried all the same names the guard in `despite`.
 */
export type Guard = 'negated' | 'reported' | 'hearsay' | 'thanked'

export type CueRule = {
  readonly code: CueCode
  readonly why: string
  readonly carries: readonly string[]
  readonly carriesNot: readonly string[]
  /** See phrase.ts for how they are written. */
  readonly phrases: readonly string[]
  /** No cue in a sentence that holds one of these. */
  readonly except: readonly string[]
  readonly despite: readonly Guard[]
  /** Also heard when the operator or the visitor says it. */
  readonly fromOperator: boolean
}

type Written = Omit<CueRule, 'except' | 'despite' | 'fromOperator'> & Partial<CueRule>

export function cue(written: Written): CueRule {
  return { except: [], despite: [], fromOperator: false, ...written }
}
