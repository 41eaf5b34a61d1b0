import type { CuePattern, CueRule } from './cue.ts'
import { leadingLetters } from './leading.ts'

export type Trial = { readonly rule: CueRule; readonly pattern: CuePattern }

/** All patterns by the letters a match can begin with. */
export type Places = {
  readonly byLetters: ReadonlyMap<string, readonly Trial[]>
  /** These can begin anywhere and are searched for. */
  readonly anywhere: readonly Trial[]
}

export function placesOf(rules: readonly CueRule[]): Places {
  const byLetters = new Map<string, Trial[]>()
  const anywhere: Trial[] = []
  for (const rule of rules)
    for (const pattern of rule.patterns) {
      const trial = { rule, pattern }
      const letters = leadingLetters(pattern.source)
      if (letters === null) anywhere.push(trial)
      else
        for (const each of letters) {
          const there = byLetters.get(each)
          if (there) there.push(trial)
          else byLetters.set(each, [trial])
        }
    }
  return { byLetters, anywhere }
}
