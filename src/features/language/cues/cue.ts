import { usualSpelling } from '#kernel/japanese-text/spelling.ts'
import type { CueCode } from './codes.ts'

/**
 * What keeps a match from being a cue: said to be unwanted, said by or to somebody else, about third
 * persons, or in a sentence of thanks. A cue that is carried all the same names the guard in `despite`.
 */
export type Guard = 'negated' | 'reported' | 'hearsay' | 'thanked'

export type CuePattern = {
  readonly source: string
  /** Finds it anywhere; `here` only at its lastIndex. */
  readonly match: RegExp
  readonly here: RegExp
  /** Read on the sentence the match stands in. */
  readonly unless?: RegExp
}

export type CueRule = {
  readonly code: CueCode
  readonly why: string
  readonly carries: readonly string[]
  readonly carriesNot: readonly string[]
  readonly patterns: readonly CuePattern[]
  /** See phrase.ts for how they are written. */
  readonly phrases: readonly string[]
  /** No cue in a sentence that holds one of these. */
  readonly except: readonly string[]
  readonly unless?: RegExp
  readonly despite: readonly Guard[]
  /** Also heard when the operator or the visitor says it. */
  readonly fromOperator: boolean
}

type Written = {
  code: CueCode
  why: string
  carries: readonly string[]
  carriesNot: readonly string[]
  /** Sources of patterns over text in the usual spelling; a pair is [pattern, unless]. */
  patterns?: readonly (string | readonly [string, string])[]
  phrases?: readonly string[]
  except?: readonly string[]
  unless?: string
  despite?: readonly Guard[]
  fromOperator?: boolean
}

export function cue(written: Written): CueRule {
  const {
    patterns = [],
    phrases = [],
    except = [],
    unless,
    despite = [],
    fromOperator = false,
    ...said
  } = written
  return {
    ...said,
    despite,
    fromOperator,
    phrases,
    except,
    patterns: patterns.map((one) =>
      typeof one === 'string' ? pattern(one) : pattern(one[0], one[1]),
    ),
    ...(unless === undefined ? {} : { unless: compiled(unless) }),
  }
}

function pattern(words: string, unless?: string): CuePattern {
  const source = usualSource(words)
  return {
    source,
    match: new RegExp(source, 'g'),
    here: new RegExp(source, 'y'),
    ...(unless === undefined ? {} : { unless: compiled(unless) }),
  }
}

export function compiled(words: string): RegExp {
  return new RegExp(usualSource(words), 'g')
}

// Where a kanji of which only some forms are respelled stands before a group, the forms are not known.
function usualSource(words: string): string {
  return usualSpelling(words)
    .replaceAll(/言(?=[([])/g, '[言い]')
    .replaceAll(/(?<![提支輸流放貸排見])出(?=[([])/g, '[出だ]')
    .replaceAll(/止め(?=[([])/g, '(?:止|や)め')
}
