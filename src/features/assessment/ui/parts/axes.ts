import type { Assessed, Ground, Suggestion } from '#features/assessment/contract.ts'
import type { clocksMessages } from '#features/assessment/clocks/messages.ts'
import type { Language } from '#kernel/dictionary.ts'

type Words = (typeof clocksMessages.ja)['words'] | (typeof clocksMessages.en)['words']

/** What somebody has chosen so far; null: not yet. */
export type Chosen = {
  readonly isSafety: boolean | null
  readonly severity: Suggestion['severity']['value'] | null
  readonly complexity: Suggestion['complexity']['value'] | null
  readonly impact: Suggestion['impact']['value'] | null
  readonly isNeeded: boolean | null
}

export function chosenFrom(assessed: Assessed | null): Chosen {
  return {
    isSafety: assessed?.isSafety ?? null,
    severity: assessed?.severity ?? null,
    complexity: assessed?.complexity ?? null,
    impact: assessed?.impact ?? null,
    isNeeded: assessed?.immediateAction?.isNeeded ?? null,
  }
}

/** All that the record speaks for, as if somebody had chosen it; asked for with one press, never by itself. */
export function takenFrom(suggestion: Suggestion): Chosen {
  return {
    isSafety: suggestion.isSafety.value,
    severity: suggestion.severity.value,
    complexity: suggestion.complexity.value,
    impact: suggestion.impact.value,
    isNeeded: suggestion.immediateAction.value,
  }
}

/** A whole decision, or null while something of it is open. */
export function wholeOf(chosen: Chosen, words: string, reason: string) {
  const { isSafety, severity, complexity, impact, isNeeded } = chosen
  if (isSafety === null || severity === null || complexity === null) return null
  if (impact === null || isNeeded === null || reason.trim() === '') return null
  if (isNeeded && words.trim() === '') return null
  const immediateAction = { isNeeded, words: isNeeded ? words.trim() : '' }
  return { isSafety, severity, complexity, impact, immediateAction, reason: reason.trim() }
}

export function sentenceOfGround(ground: Ground, words: Words, language: Language): string {
  const { because } = words.assessment
  switch (ground.kind) {
    case 'harm':
      return because.harm(ground)
    case 'cue':
      return because.cue(ground)
    case 'contacts':
      return because.contacts(ground)
    case 'demands':
      return because.demands(ground)
    case 'clock':
      return because.clock({ name: ground.name[language] })
    case 'lot':
      return because.lot(ground)
    default:
      return because[ground.kind]
  }
}
