import type { PlanSettings, Reason, Terms, Way } from '../../contract.ts'

/** A plan as it is typed. */
export type PlanDraft = {
  readonly about: string
  readonly covers: Terms['covers']
  readonly windowId: string
  /** Empty: nobody. */
  readonly standInId: string
  readonly ways: readonly Way[]
  readonly hasHours: boolean
  readonly weekdays: readonly number[]
  readonly from: string
  readonly to: string
  readonly onHolidays: boolean
  /** One on each line. */
  readonly refrains: string
  readonly say: string
  readonly reasons: readonly Reason[]
  readonly objection: string
  readonly reviewOn: string
  readonly because: string
}
export type ChangeDraft = (change: Partial<PlanDraft>) => void

const workdays = [1, 2, 3, 4, 5]

export function emptyDraft({ objection }: PlanSettings, reviewOn: string): PlanDraft {
  return {
    about: '',
    covers: 'matter',
    windowId: '',
    standInId: '',
    ways: ['letter'],
    hasHours: false,
    weekdays: workdays,
    from: '10:00',
    to: '11:00',
    onHolidays: false,
    refrains: '',
    say: '',
    reasons: [],
    objection,
    reviewOn,
    because: '',
  }
}

/** What was agreed, to be changed; the review is set anew. */
export function draftOf(terms: Terms, reviewOn: string): PlanDraft {
  const { hours } = terms
  return {
    ...terms,
    standInId: terms.standInId ?? '',
    hasHours: hours !== null,
    weekdays: hours?.weekdays ?? workdays,
    from: hours?.from ?? '10:00',
    to: hours?.to ?? '11:00',
    onHolidays: hours?.onHolidays ?? false,
    refrains: terms.refrains.join('\n'),
    reviewOn,
    because: '',
  }
}

export function termsOf(draft: PlanDraft): Terms {
  const { about, covers, windowId, ways, weekdays, from, to, onHolidays } = draft
  const isTimed = draft.hasHours && ways.includes('phone')
  return {
    about: about.trim(),
    covers,
    windowId,
    standInId: draft.standInId || null,
    ways: [...ways],
    hours: isTimed ? { weekdays: [...weekdays], from, to, onHolidays } : null,
    refrains: draft.refrains
      .split('\n')
      .map((each) => each.trim())
      .filter(Boolean),
    say: draft.say.trim(),
    reasons: [...draft.reasons],
    objection: draft.objection.trim(),
    reviewOn: draft.reviewOn,
  }
}

/** Something that must be said is still missing. */
export function isUnfinished(draft: PlanDraft): boolean {
  const texts = [draft.about, draft.windowId, draft.say, draft.objection, draft.reviewOn]
  const isTimeless = draft.hasHours && (draft.weekdays.length === 0 || !draft.from || !draft.to)
  return (
    texts.some((text) => text.trim() === '') ||
    draft.ways.length === 0 ||
    draft.reasons.length === 0 ||
    isTimeless
  )
}
