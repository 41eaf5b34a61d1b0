import type { z } from 'zod'
import type { EventOf } from '#kernel/event.ts'
import type { Cue } from '#features/language/contract.ts'
import type {
  complaintsEvents,
  Channel,
  CustomerFields,
  Details,
  Fact,
  Severity,
} from '#features/complaints/contract.ts'
import type { EvidenceKind, evidenceEvents } from '#features/complaints/evidence/contract.ts'
import type { Measure, measuresEvents, Unneeded } from '#features/complaints/measures/contract.ts'
import type { profilesEvents } from '#features/complaints/profiles/contract.ts'
import type { chatEvents } from '#features/chat/contract.ts'
import type { clocksEvents } from '#features/assessment/clocks/contract.ts'
import type { assignmentEvents } from '#features/assignment/contract.ts'
import type { commitmentsEvents } from '#features/commitments/contract.ts'
import type { escalationEvents } from '#features/escalation/contract.ts'
import type { harassmentEvents } from '#features/harassment/contract.ts'
import type { inquiriesEvents } from '#features/inquiries/contract.ts'
import type { NamedTerms, plansEvents } from '#features/harassment/plans/contract.ts'
import type { guideEvents } from '#features/guide/contract.ts'
import type { intakeEvents } from '#features/intake/contract.ts'
import type { reviewsEvents } from '#features/intake/reviews/contract.ts'
import type { lettersEvents } from '#features/letters/contract.ts'
import type { approvalsEvents } from '#features/remedies/approvals/contract.ts'
import type { remediesEvents } from '#features/remedies/contract.ts'
import type { supervisionEvents } from '#features/supervision/contract.ts'
import type { visitsEvents } from '#features/visits/contract.ts'

/** Everything the record can say about one complaint. The timeline holds these and nothing else. */
export type ComplaintEvent =
  | EventOf<typeof complaintsEvents>
  | EventOf<typeof profilesEvents>
  | EventOf<typeof evidenceEvents>
  | EventOf<typeof measuresEvents>
  | EventOf<typeof intakeEvents>
  | EventOf<typeof clocksEvents>
  | EventOf<typeof reviewsEvents>
  | EventOf<typeof guideEvents>
  | EventOf<typeof remediesEvents>
  | EventOf<typeof approvalsEvents>
  | EventOf<typeof commitmentsEvents>
  | EventOf<typeof escalationEvents>
  | EventOf<typeof assignmentEvents>
  | EventOf<typeof supervisionEvents>
  | EventOf<typeof visitsEvents>
  | EventOf<typeof lettersEvents>
  | EventOf<typeof chatEvents>
  | EventOf<typeof inquiriesEvents>
  | EventOf<typeof harassmentEvents>
  | EventOf<typeof plansEvents>

/** An event with its place in the record. `at` is an ISO instant; `by` as in timeline/contract. */
export type Recorded = ComplaintEvent & {
  readonly sequence: number
  readonly at: string
  readonly by: string
  readonly byName: string
}

/** A cue that was heard, with where and how often; dismissed ones are kept apart. */
export type HeardCue = Cue & {
  readonly at: string
  readonly sequence: number
  readonly speaker: 'customer' | 'operator'
}

export type RecordedOffer = z.output<(typeof remediesEvents)['remedies.offered']> & {
  readonly answer: 'pending' | 'accepted' | 'rejected' | 'considering'
  readonly answerWords: string | null
}
export type RecordedCommitment = z.output<(typeof commitmentsEvents)['commitments.made']> & {
  readonly state: 'open' | 'kept' | 'broken'
  readonly madeAt: string
}
export type DemandAnswer = z.output<(typeof complaintsEvents)['complaints.demand-answered']>
export type RecordedDemand = {
  readonly id: string
  /** Every id under which the same demand was made; an answer may name any of them. */
  readonly ids: readonly string[]
  readonly kind: z.output<(typeof complaintsEvents)['complaints.demand-made']>['kind']
  readonly words: string
  readonly times: number
  readonly answer: DemandAnswer['answer'] | null
  readonly answerWords: string | null
  readonly ground: string | null
  readonly alternative: string | null
  readonly content: NonNullable<DemandAnswer['content']> | null
  readonly answeredTimes: number
  readonly answers: readonly {
    readonly answer: DemandAnswer['answer']
    readonly at: string
    readonly byName: string
  }[]
}
export type RecordedClock = Pick<
  z.output<(typeof clocksEvents)['assessment.clock-started']>,
  'clockId' | 'code' | 'name'
> & {
  readonly state: 'running' | 'done' | 'not-applicable'
  readonly stages: readonly (z.output<
    (typeof clocksEvents)['assessment.clock-started']
  >['stages'][number] & { readonly doneOn: string | null })[]
}
/** A question to a department, as far as it has come. */
export type RecordedInquiry = Pick<
  z.output<(typeof inquiriesEvents)['inquiries.asked']>,
  'inquiryId' | 'departmentId' | 'departmentName' | 'question' | 'dueAt' | 'byName'
> & {
  readonly state: 'asked' | 'asked-back' | 'answered' | 'declined' | 'withdrawn'
  readonly askedAt: string
  readonly answer: { readonly byName: string; readonly text: string; readonly at: string } | null
}
export type RecordedEscalation = z.output<(typeof escalationEvents)['escalation.asked']> & {
  readonly state: 'asked' | 'seen' | 'accepted' | 'returned' | 'withdrawn'
  readonly askedAt: string
  readonly seenByName: string | null
  /** Everybody in charge was asked, and nobody looked. */
  readonly isUnanswered?: boolean
}

/**
 * What is known about one complaint: the timeline folded from first to last. Guide, hand-over sheet and stories
 * read this and nothing else, so the same record gives the same advice on any node and in any test.
 */
export type CaseRecord = {
  readonly number: string
  readonly channel: Channel
  readonly ownWords: string
  readonly receivedAt: string
  readonly customer: CustomerFields & { readonly customerId?: string | undefined }
  readonly details: Details
  readonly head: number
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly severity: Severity | null
  readonly isSafety: boolean
  /** The initial assessment as it stands: who made it, when and why. Earlier ones are in the timeline. */
  readonly assessment:
    | (z.output<(typeof complaintsEvents)['complaints.assessed']> & {
        readonly at: string
        readonly byName: string
      })
    | null
  /** The latest answer to each triage question. */
  readonly triage: readonly (Pick<
    z.output<(typeof clocksEvents)['assessment.triage-answered']>,
    'question' | 'answer' | 'words'
  > & { readonly at: string; readonly byName: string })[]
  readonly clocks: readonly RecordedClock[]
  readonly safety: {
    readonly harm: 'none' | 'near-miss' | 'injured' | 'unknown'
    readonly words: string
    /** Where in the record it was checked; a danger heard later asks anew. */
    readonly sequence: number
  } | null
  readonly notes: readonly {
    readonly speaker: 'customer' | 'operator' | 'internal'
    readonly text: string
    readonly at: string
    readonly byName: string
    readonly callId: string | null
    /** Heard by speech-to-text: it was written when it was said. */
    readonly isTranscribed: boolean
    readonly sequence: number
  }[]
  /** In the order heard; without dismissed codes. */
  readonly cues: readonly HeardCue[]
  readonly dismissedCues: readonly string[]
  readonly concerns: readonly {
    readonly id: string
    readonly words: string
    readonly isSettled: boolean
  }[]
  readonly facts: readonly Fact[]
  readonly demands: readonly RecordedDemand[]
  readonly cause: z.output<(typeof complaintsEvents)['complaints.cause-found']> | null
  /** What is changed so that it does not happen again, in the order written down; withdrawn ones stay. */
  readonly measures: readonly Measure[]
  /** Why nothing has to change, once that was decided. */
  readonly noMeasure: Unneeded | null
  /** The files that were added, oldest first. */
  readonly evidence: readonly {
    readonly id: string
    readonly kind: EvidenceKind
    readonly name: string
    readonly note: string
  }[]
  readonly offers: readonly RecordedOffer[]
  readonly agreement: {
    readonly id: string
    readonly words: string
    readonly labels: readonly string[]
  } | null
  readonly commitments: readonly RecordedCommitment[]
  readonly escalations: readonly RecordedEscalation[]
  readonly inquiries: readonly RecordedInquiry[]
  /** The contact plan that was agreed last out of this complaint, with its entry; null when it was lifted. */
  readonly contactPlan: (NamedTerms & { readonly sequence: number }) | null
  readonly call: {
    readonly id: string
    /** Who called whom: the customer us, or we them. */
    readonly direction: 'in' | 'out'
    readonly startedAt: string
    readonly startedSequence: number
    readonly heldAt: string | null
    readonly endedAt: string | null
  } | null
  /** How often the customer has come to us about this: the complaint itself, and each later call of theirs. */
  readonly contacts: number
  /** The latest about each thing that was noticed of whoever is on the line. */
  readonly noticed: readonly (z.output<(typeof guideEvents)['guide.noticed']> & {
    readonly isSo: boolean
    readonly at: string
  })[]
  readonly acknowledgedAt: string | null
  readonly usedPhrases: readonly {
    readonly play: string
    readonly move: string
    readonly text: string
    readonly sequence: number
    readonly at: string
  }[]
  readonly doneMoves: readonly {
    readonly play: string
    readonly move: string
    readonly sequence: number
  }[]
  readonly closing: {
    readonly outcome: z.output<(typeof complaintsEvents)['complaints.closed']>['outcome']
    readonly agreementWords: string | null
    readonly reason: string | null
    readonly at: string
  } | null
}
