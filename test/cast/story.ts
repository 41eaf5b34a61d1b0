import type { DepartmentKey } from './departments.ts'
import type { StaffKey } from './people.ts'
import type { Channel, CustomerFields, Details } from '#features/complaints/contract.ts'
import type { z } from 'zod'
import type { NoteChannel, Rhythm } from '#features/commitments/progress/contract.ts'
import type { Deed } from '#features/inquiries/answering/contract.ts'
import type * as complaints from '#features/complaints/contract.ts'
import type { MeasureState } from '#features/complaints/measures/contract.ts'
import type * as approvals from '#features/remedies/approvals/contract.ts'
import type { RemedyKind } from '#features/remedies/contract.ts'

/** Minutes after the complaint began, or business days after it at a time of day in Japan. */
export type When = number | readonly [businessDays: number, time: string]

/** From the moment of the step on, so that a story keeps its meaning on whatever day it is told. */
export type Due = readonly [businessDays: number, time: string] | { readonly minutes: number }

/** What the table of rules does not hold at all. */
type Outside = {
  readonly kind: RemedyKind
  readonly label: string
  readonly say: string
}

type Done =
  | {
      readonly do: 'note'
      readonly speaker: 'customer' | 'operator' | 'internal'
      readonly text: string
    }
  | { readonly do: 'concern'; readonly words: string }
  | {
      readonly do: 'claim'
      readonly key: string
      readonly topic: z.output<typeof complaints.factTopic>
      readonly statement: string
    }
  | {
      readonly do: 'confirm'
      readonly key: string
      readonly source: string
      readonly attributedTo: z.output<typeof complaints.attribution>
    }
  | {
      readonly do: 'safety'
      readonly harm: 'none' | 'near-miss' | 'injured' | 'unknown'
      readonly words: string
    }
  | { readonly do: 'describe'; readonly details: Details }
  | {
      readonly do: 'demand'
      readonly key: string
      readonly kind: z.output<typeof complaints.demandKind>
      readonly words: string
    }
  | {
      readonly do: 'decline'
      readonly key: string
      readonly words: string
      readonly ground: string
      readonly alternative: string
    }
  | {
      readonly do: 'assess'
      readonly severity: complaints.Severity
      readonly isSafety: boolean
      readonly reason: string
    }
  | {
      readonly do: 'cause'
      readonly cause: z.output<typeof complaints.cause>
      readonly detail: string
      readonly answeringFunction: z.output<typeof complaints.answeringFunction>
    }
  /** What changes, in words for the customer; `decidedBy`: decided on the day of the step. */
  | {
      readonly do: 'measure'
      readonly key: string
      readonly words: string
      readonly answeringFunction: z.output<typeof complaints.answeringFunction>
      readonly ownerName: string
      readonly decidedBy?: string
    }
  | {
      readonly do: 'move-measure'
      readonly key: string
      readonly state: MeasureState
      readonly byName: string
      readonly words?: string
    }
  | { readonly do: 'no-measure'; readonly reason: string; readonly byName: string }
  | { readonly do: 'assign'; readonly to: StaffKey }
  | {
      readonly do: 'offer'
      readonly key: string
      readonly rule: string
      readonly amountYen?: number
      /** The request that was granted for it. */
      readonly approval?: string
    }
  | ({ readonly do: 'ask'; readonly key: string; readonly reason: string } & (
      | { readonly rule: string; readonly amountYen?: number }
      | { readonly outside: Outside; readonly amountYen?: number }
      | { readonly text: string; readonly opens: readonly z.output<typeof approvals.openable>[] }
    ))
  | {
      readonly do: 'grant'
      readonly key: string
      readonly amountYen?: number
      readonly condition?: string
    }
  | { readonly do: 'refuse'; readonly key: string; readonly words: string }
  | {
      readonly do: 'answer'
      readonly key: string
      readonly answer: 'accepted' | 'rejected' | 'considering'
      readonly words: string
    }
  | { readonly do: 'agree'; readonly offers: readonly string[]; readonly words: string }
  | {
      readonly do: 'promise'
      readonly key: string
      readonly words: string
      readonly due: Due
      readonly owner?: StaffKey
    }
  /** `first` is the promise that the house made by itself when it acknowledged the web form. */
  | { readonly do: 'keep'; readonly key: string; readonly how: string }
  | {
      readonly do: 'renegotiate'
      readonly key: string
      readonly due: Due
      readonly reason: string
      readonly alternative: string
    }
  | {
      readonly do: 'escalate'
      readonly key: string
      readonly kind: 'supervisor' | 'named-person' | 'silent-help'
      readonly reason: string
      readonly person?: string
    }
  | { readonly do: 'see'; readonly key: string }
  | { readonly do: 'accept'; readonly key: string }
  | { readonly do: 'call'; readonly key: string }
  | {
      readonly do: 'hang-up'
      readonly key: string
      readonly how: 'agreed' | 'caller-hung-up' | 'cut-off' | 'ended-by-rule'
    }
  | {
      readonly do: 'close'
      readonly outcome: z.output<typeof complaints.outcome>
      readonly agreementWords?: string
      readonly reason?: string
    }
  | { readonly do: 'reopen'; readonly reason: string }
  | {
      readonly do: 'inquire'
      readonly key: string
      readonly department: DepartmentKey
      readonly question: string
      readonly due: Due
    }
  /** Done by the department on the page of the link that `by` has passed on. */
  | {
      readonly do: 'on-page'
      readonly key: string
      readonly deed:
        | Exclude<Deed, { kind: 'move' }>
        | (Omit<Extract<Deed, { kind: 'move' }>, 'on'> & { readonly inDays: number })
    }
  | ({
      readonly do: 'interval'
      readonly channel: NoteChannel
      readonly words: string
    } & Rhythm)
  | { readonly do: 'tell-progress'; readonly channel: NoteChannel }
  | {
      readonly do: 'wait-for'
      readonly waiter: string
      readonly kind: 'person' | 'department'
      readonly reason: string
      readonly inDays: number
    }

export type Step = { readonly at: When; readonly by: StaffKey } & Done

/** One complaint from its first word on. Steps that lie in the future have not happened yet. */
export type Story = {
  readonly key: string
  /** Business days before today and a time in Japan, or just now. */
  readonly began:
    | { readonly daysAgo: number; readonly time: string }
    | { readonly minutesAgo: number }
  readonly channel: Exclude<Channel, 'import'>
  /** Who took it; absent when the customer wrote it into the web form. */
  readonly by?: StaffKey
  readonly words: string
  readonly customer: CustomerFields
  readonly details: Details
  /** Days before the complaint on which it was bought, where the customer knew. */
  readonly boughtDaysBefore?: number
  readonly isAboutHandling?: boolean
  readonly steps: readonly Step[]
}
