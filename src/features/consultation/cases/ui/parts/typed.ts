import type { areas, cares, checkMonths, Kind, Written } from '../../contract.ts'

export type Typed = {
  readonly kind: Kind
  readonly words: string
  readonly isAgainst: boolean
  readonly mayTell: string
  readonly when: string
  readonly witness: string
  readonly care: (typeof cares)[number]
  readonly dueOn: string
  readonly reference: string
  readonly tells: string
  readonly on: string
  readonly isSentHere: boolean
  readonly month: (typeof checkMonths)[number]
  readonly changed: readonly (typeof areas)[number][]
}

export const nothingTyped = (today: string): Typed => ({
  kind: 'wish',
  words: '',
  isAgainst: false,
  mayTell: '',
  when: '',
  witness: '',
  care: 'interview',
  dueOn: '',
  reference: '',
  tells: '',
  on: today,
  isSentHere: true,
  month: 1,
  changed: [],
})

/** What was typed, as far as its kind asks for it. */
export function writtenOf(typed: Typed): Written {
  const { kind, words, care, reference, tells, on, isSentHere, month } = typed
  const dueOn = typed.dueOn || null
  switch (kind) {
    case 'wish':
      return { kind, words, isAgainst: typed.isAgainst, mayTell: typed.mayTell }
    case 'fact':
      return { kind, words, when: typed.when, witness: typed.witness }
    case 'care':
      return { kind, words, care, dueOn }
    case 'measure':
      return { kind, words, reference, tells, dueOn }
    case 'told':
      return { kind, words, on, isSentHere }
    case 'prevention':
      return { kind, words, dueOn }
    case 'check':
      return { kind, words, month, changed: [...typed.changed] }
  }
}
