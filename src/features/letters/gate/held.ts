import type { BusinessCalendar } from '#kernel/business-calendar.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { CompanyPhrases, WritingKind } from '#features/language/contract.ts'

/** What the text is held against. `now`: ISO instant. */
export type Held = {
  readonly record: CaseRecord
  readonly now: string
  readonly calendar: BusinessCalendar
  readonly companyWords: readonly CompanyPhrases[]
  readonly hasAttachments: boolean
  /** In a chat (`talk`) nobody asks for a whole letter; what everybody reads (`public-reply`) names nobody. */
  readonly kind?: WritingKind
  /** A manner must stop: refusals come without cushions. What the record has heard, unless said here. */
  readonly isFirm?: boolean
}
