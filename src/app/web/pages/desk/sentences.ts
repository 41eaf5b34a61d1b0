import type { Dictionary, Language, Words } from '#kernel/dictionary.ts'
import { assessmentMessages } from '#features/assessment/messages.ts'
import { assignmentMessages } from '#features/assignment/messages.ts'
import { chatMessages } from '#features/chat/messages.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { progressMessages } from '#features/commitments/progress/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { customersMessages } from '#features/complaints/customers/messages.ts'
import { measuresMessages } from '#features/complaints/measures/messages.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { escalationMessages } from '#features/escalation/messages.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { harassmentMessages } from '#features/harassment/messages.ts'
import { inquiriesMessages } from '#features/inquiries/messages.ts'
import { plansMessages } from '#features/harassment/plans/messages.ts'
import { intakeMessages } from '#features/intake/messages.ts'
import { lettersMessages } from '#features/letters/messages.ts'
import { publicMessages } from '#features/letters/public/messages.ts'
import { approvalsMessages } from '#features/remedies/approvals/messages.ts'
import { remediesMessages } from '#features/remedies/messages.ts'
import { supervisionMessages } from '#features/supervision/messages.ts'
import { visitsMessages } from '#features/visits/messages.ts'
import { cueName } from './names.ts'

const rooms: readonly Dictionary<Words>[] = [
  complaintsMessages,
  customersMessages,
  measuresMessages,
  intakeMessages,
  guideMessages,
  remediesMessages,
  approvalsMessages,
  commitmentsMessages,
  progressMessages,
  escalationMessages,
  assignmentMessages,
  supervisionMessages,
  lettersMessages,
  publicMessages,
  assessmentMessages,
  chatMessages,
  inquiriesMessages,
  harassmentMessages,
  plansMessages,
  visitsMessages,
]

/** One entry of the timeline in a sentence of the room it comes from. */
export function sentenceOf(entry: TimelineEntry, language: Language): string {
  for (const room of rooms) {
    const phrase = eventsOf(room[language])?.[entry.type]
    if (typeof phrase === 'string') return phrase
    // The room that writes this type gave the payload its own sentence asks for.
    if (typeof phrase === 'function') return phrase(readable(entry, language) as never)
  }
  return entry.type
}

function eventsOf(words: Words): Words | undefined {
  const { events } = words
  return typeof events === 'object' ? events : undefined
}

/** Codes that a sentence would quote are given their names first. */
function readable({ type, payload }: TimelineEntry, language: Language) {
  return type === 'guide.cue-dismissed' && typeof payload?.['cue'] === 'string'
    ? { ...payload, cue: cueName(payload['cue'], language) }
    : payload
}
