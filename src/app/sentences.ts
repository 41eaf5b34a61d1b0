import type { Dictionary, Language, Words } from '#kernel/dictionary.ts'
import type { Refusal } from '#kernel/result.ts'
import { extensionsMessages } from '#features/access/extensions/messages.ts'
import { keysMessages } from '#features/access/keys/messages.ts'
import { accessMessages } from '#features/access/messages.ts'
import { assessmentMessages } from '#features/assessment/messages.ts'
import { assignmentMessages } from '#features/assignment/messages.ts'
import { chatMessages } from '#features/chat/messages.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { progressMessages } from '#features/commitments/progress/messages.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { consultationMessages } from '#features/consultation/messages.ts'
import { customersMessages } from '#features/complaints/customers/messages.ts'
import { evidenceMessages } from '#features/complaints/evidence/messages.ts'
import { measuresMessages } from '#features/complaints/measures/messages.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { utterancesMessages } from '#features/complaints/utterances/messages.ts'
import { escalationMessages } from '#features/escalation/messages.ts'
import { harassmentMessages } from '#features/harassment/messages.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { playbooksMessages } from '#features/guide/playbooks/messages.ts'
import { importMessages } from '#features/intake/import/messages.ts'
import { mailMessages } from '#features/intake/mail/messages.ts'
import { mailboxesMessages } from '#features/intake/mailboxes/messages.ts'
import { telephonyMessages } from '#features/intake/telephony/messages.ts'
import { plansMessages } from '#features/harassment/plans/messages.ts'
import { intakeMessages } from '#features/intake/messages.ts'
import { reviewsMessages } from '#features/intake/reviews/messages.ts'
import { companyWordsMessages } from '#features/language/company-words/messages.ts'
import { languageMessages } from '#features/language/messages.ts'
import { inquiriesMessages } from '#features/inquiries/messages.ts'
import { lettersMessages } from '#features/letters/messages.ts'
import { approvalsMessages } from '#features/remedies/approvals/messages.ts'
import { budgetsMessages } from '#features/remedies/budgets/messages.ts'
import { feasibilityMessages } from '#features/remedies/feasibility/messages.ts'
import { publicMessages } from '#features/letters/public/messages.ts'
import { templatesMessages } from '#features/letters/templates/messages.ts'
import { typesettingMessages } from '#features/letters/typesetting/messages.ts'
import { remediesMessages } from '#features/remedies/messages.ts'
import { tablesMessages } from '#features/remedies/tables/messages.ts'
import { trialsMessages } from '#features/remedies/trials/messages.ts'
import { supervisionMessages } from '#features/supervision/messages.ts'
import { visitsMessages } from '#features/visits/messages.ts'
import { phoneMessages } from '#features/visits/phone/messages.ts'
import { pinsMessages } from '#features/visits/pins/messages.ts'
import { webhooksMessages } from '#features/webhooks/messages.ts'
import { protectionMessages } from '#features/protection/messages.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { wellbeingMessages } from '#features/wellbeing/messages.ts'
import { houseMessages } from './messages.ts'

const rooms: readonly Dictionary<Words>[] = [
  houseMessages,
  accessMessages,
  keysMessages,
  extensionsMessages,
  telephonyMessages,
  complaintsMessages,
  customersMessages,
  profilesMessages,
  measuresMessages,
  evidenceMessages,
  utterancesMessages,
  languageMessages,
  companyWordsMessages,
  intakeMessages,
  mailMessages,
  mailboxesMessages,
  assessmentMessages,
  importMessages,
  reviewsMessages,
  guideMessages,
  playbooksMessages,
  remediesMessages,
  tablesMessages,
  trialsMessages,
  approvalsMessages,
  budgetsMessages,
  feasibilityMessages,
  commitmentsMessages,
  progressMessages,
  escalationMessages,
  assignmentMessages,
  supervisionMessages,
  lettersMessages,
  publicMessages,
  templatesMessages,
  typesettingMessages,
  visitsMessages,
  phoneMessages,
  pinsMessages,
  webhooksMessages,
  chatMessages,
  inquiriesMessages,
  protectionMessages,
  harassmentMessages,
  wellbeingMessages,
  plansMessages,
  consultationMessages,
]

/** The sentence of a refusal in the reader's language. Every code has one: test/messages.test.ts holds us to it. */
export function sentenceOf({ code, data }: Refusal, language: Language): string {
  for (const room of rooms) {
    const phrase = section(room[language], 'refusals')?.[code]
    if (typeof phrase === 'string') return phrase
    // The room that refuses with this code gives the data its own sentence asks for.
    if (typeof phrase === 'function') return phrase(data as never)
  }
  return houseMessages[language].refusals['http.unexpected']
}

/** One entry of a record in a sentence of the room it comes from; its type where no room has one. */
export function eventSentenceOf(
  { type, payload }: Pick<TimelineEntry, 'type' | 'payload'>,
  language: Language,
): string {
  for (const room of rooms) {
    const phrase = section(room[language], 'events')?.[type]
    if (typeof phrase === 'string') return phrase
    // The room that writes this type gave the payload its own sentence asks for.
    if (typeof phrase === 'function' && payload !== null) return phrase(payload as never)
  }
  return type
}

/** Every code that has a sentence, for the test that compares them with the codes in the source. */
export function knownCodes(part: 'refusals' | 'events', language: Language): string[] {
  return rooms.flatMap((room) => Object.keys(section(room[language], part) ?? {}))
}

function section(words: Words, name: string): Words | undefined {
  const found = words[name]
  return typeof found === 'object' ? found : undefined
}
