import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { PaperKind } from '../contract.ts'
import {
  draftKinds,
  type DraftKind,
  type PossibleKind,
  type Way,
  type WhyNot,
} from '../drafting/contract.ts'
import { acceptedIn, declinedIn } from './answers.ts'
import { decidedIn } from './measures.ts'
import { causesIn, oursIn, promisesIn, type Source } from './source.ts'
import { mannersIn } from './warning.ts'

type Kind = {
  readonly way: Way
  readonly paperKind: PaperKind | null
  readonly whyNot: (source: Source) => WhyNot | null
  /** How well it suits the case as it stands, from 1; 0: another would come first. */
  readonly suits: (source: Source) => number
}

const always = () => null

export const kinds: Readonly<Record<DraftKind, Kind>> = {
  'promise-moved': {
    way: 'mail',
    paperKind: 'progress',
    whyNot: (source) =>
      promisesIn(source, 'open').length + promisesIn(source, 'broken').length === 0
        ? 'no-promise'
        : null,
    suits: (source) => (promisesIn(source, 'broken').length > 0 ? 9 : 0),
  },
  'review-reply': {
    way: 'public',
    paperKind: null,
    whyNot: ({ record }) => (record.channel === 'review' ? null : 'not-a-review'),
    suits: () => 8,
  },
  'answer-full': answer(({ demands, agreement }) => {
    if (declinedIn(demands).length > 0) return 'something-declined'
    return acceptedIn(demands).length > 0 || agreement ? null : 'nothing-accepted'
  }),
  'answer-partial': answer(({ demands, agreement }) => {
    if (declinedIn(demands).length === 0) return 'nothing-declined'
    return acceptedIn(demands).length > 0 || agreement ? null : 'nothing-accepted'
  }),
  'answer-declined': {
    ...answer(({ demands, agreement }) => {
      if (declinedIn(demands).length === 0) return 'nothing-declined'
      return acceptedIn(demands).length > 0 || agreement ? 'something-accepted' : null
    }),
    paperKind: 'refusal',
  },
  'apology-mail': {
    way: 'mail',
    paperKind: null,
    whyNot: always,
    suits: ({ record }) => (oursIn(record).length > 0 ? 6 : 0),
  },
  'apology-letter': {
    way: 'paper',
    paperKind: 'apology',
    whyNot: always,
    suits: ({ record }) =>
      oursIn(record).length > 0 && record.demands.some(({ kind }) => kind === 'document') ? 5 : 0,
  },
  receipt: {
    way: 'mail',
    paperKind: null,
    whyNot: ({ record }) =>
      record.closing ? 'closed' : record.acknowledgedAt ? 'already-acknowledged' : null,
    suits: ({ record }) => (hasAnswered(record) ? 0 : 4),
  },
  progress: {
    way: 'mail',
    paperKind: 'progress',
    whyNot: ({ record }) => (record.closing ? 'closed' : null),
    suits: ({ record }) => (hasAnswered(record) || record.acknowledgedAt ? 3 : 0),
  },
  prevention: {
    way: 'mail',
    paperKind: 'answer',
    whyNot: ({ record }) => {
      if (causesIn(record).length === 0) return 'no-cause'
      return record.noMeasure ? 'no-measure-needed' : null
    },
    suits: ({ record }) => {
      if (causesIn(record).length === 0) return 0
      return decidedIn(record).length > 0 ? 4 : record.agreement ? 2 : 0
    },
  },
  warning: {
    way: 'paper',
    paperKind: 'warning',
    whyNot: ({ record }) =>
      record.contactPlan || mannersIn(record).length > 0 ? null : 'no-harassment',
    suits: ({ record }) => (record.contactPlan ? 8 : mannersIn(record).length > 1 ? 2 : 0),
  },
  'accident-report': {
    way: 'inside',
    paperKind: 'accident-report',
    whyNot: always,
    suits: ({ record }) => (record.isSafety || record.severity === 'critical' ? 1 : 0),
  },
}

/** Possible ones that suit the case first, best first; then the possible; then the others with why not. */
export function possibleKinds(source: Source): PossibleKind[] {
  const all = draftKinds.map((kind) => {
    const { way, paperKind, whyNot, suits } = kinds[kind]
    const why = whyNot(source)
    const suited = why === null ? suits(source) : -1
    return { suited, kind: { kind, way, paperKind, fits: suited > 0, whyNot: why } }
  })
  return all.toSorted((a, b) => b.suited - a.suited).map(({ kind }) => kind)
}

function answer(whyNot: (record: CaseRecord) => WhyNot | null): Kind {
  return {
    way: 'mail',
    paperKind: 'answer',
    whyNot: ({ record }) => whyNot(record),
    suits: () => 7,
  }
}

/** Somebody has spoken to them already, or written. */
function hasAnswered({ notes, call }: CaseRecord): boolean {
  return call !== null || notes.some(({ speaker }) => speaker === 'operator')
}
