import {
  judgementDraft,
  type Axes,
  type JudgementDraft,
  type Quotable,
} from '../../judging/contract.ts'

const bare = { finding: 'open', words: '', excerptIds: [] } as const

/** Nothing is decided before somebody has looked. */
export function emptyDraft(reconsiders: string | null): JudgementDraft {
  const unknown = { answer: 'unknown', words: '' } as const
  const asked = { hasReason: 'unknown', isRelated: 'unknown', isProportionate: 'unknown' } as const
  return {
    axes: {
      content: { ...bare, ...asked, excerptIds: [], examples: [] },
      manner: { ...bare, excerptIds: [], examples: [] },
      harm: { ...bare, excerptIds: [], examples: [] },
    },
    considered: { legitimate: unknown, accommodation: unknown, 'own-fault': unknown },
    types: [],
    verdict: 'open',
    reason: '',
    targetIds: [],
    reconsiders,
    newFacts: '',
    excerpts: [],
  }
}

export function understandDraft(kept: unknown): JudgementDraft | null {
  const read = judgementDraft.safeParse(kept)
  return read.success ? read.data : null
}

/** Chosen: the words support every axis until somebody takes them away from one. Whoever heard them was the target. */
export function withExcerpt(draft: JudgementDraft, quoted: Quotable, id: string): JudgementDraft {
  const { entryId, text, witnessId } = quoted
  const isOurs = witnessId !== null && !draft.targetIds.includes(witnessId)
  return {
    ...draft,
    excerpts: [...draft.excerpts, { id, entryId, words: text, witnessId, evidenceId: null }],
    axes: onEachAxis(draft.axes, (ids) => [...ids, id]),
    targetIds: isOurs ? [...draft.targetIds, witnessId] : draft.targetIds,
  }
}

export function withoutExcerpt(draft: JudgementDraft, id: string): JudgementDraft {
  return {
    ...draft,
    excerpts: draft.excerpts.filter((each) => each.id !== id),
    axes: onEachAxis(draft.axes, (ids) => ids.filter((each) => each !== id)),
  }
}

function onEachAxis({ content, manner, harm }: Axes, change: (ids: string[]) => string[]): Axes {
  return {
    content: { ...content, excerptIds: change(content.excerptIds) },
    manner: { ...manner, excerptIds: change(manner.excerptIds) },
    harm: { ...harm, excerptIds: change(harm.excerptIds) },
  }
}

export function toggled<T>(all: readonly T[], one: T, isChosen: boolean): T[] {
  return [...all.filter((each) => each !== one), ...(isChosen ? [one] : [])]
}
