import { angerHigh } from './anger-high.table.ts'
import { asksCompensation } from './asks-compensation.table.ts'
import { asksExchange } from './asks-exchange.table.ts'
import { asksNamedPerson } from './asks-named-person.table.ts'
import { asksRefund } from './asks-refund.table.ts'
import { asksRepair } from './asks-repair.table.ts'
import { asksSupervisor } from './asks-supervisor.table.ts'
import { brokenPromise } from './broken-promise.table.ts'
import { churnRisk } from './churn-risk.table.ts'
import { confinement } from './confinement.table.ts'
import { customerCrisis } from './customer-crisis.table.ts'
import { demandsDeadline } from './demands-deadline.table.ts'
import { demandsDocument } from './demands-document.table.ts'
import { demandsPersonalInfo } from './demands-personal-info.table.ts'
import { demandsProstration } from './demands-prostration.table.ts'
import { demandsPunishment } from './demands-punishment.table.ts'
import { demandsVisit } from './demands-visit.table.ts'
import { hintsMoney } from './hints-money.table.ts'
import { insult } from './insult.table.ts'
import { legalAction } from './legal-action.table.ts'
import { mentionsAuthority } from './mentions-authority.table.ts'
import { noResponse } from './no-response.table.ts'
import { privacyBreach } from './privacy-breach.table.ts'
import { prolonging } from './prolonging.table.ts'
import { refusesToLeave } from './refuses-to-leave.table.ts'
import { repeatContact } from './repeat-contact.table.ts'
import { safetyAccident } from './safety-accident.table.ts'
import { saysNotInformed } from './says-not-informed.table.ts'
import { sexual } from './sexual.table.ts'
import { staffAttitude } from './staff-attitude.table.ts'
import { threatExposure } from './threat-exposure.table.ts'
import { threatHarm } from './threat-harm.table.ts'
import type { CueTable, Sentence } from './table.ts'

/** In the order of `cueCodes`. */
export const allTables: readonly CueTable[] = [
  asksSupervisor,
  asksNamedPerson,
  asksRefund,
  asksExchange,
  asksRepair,
  asksCompensation,
  hintsMoney,
  demandsVisit,
  demandsDeadline,
  demandsProstration,
  demandsDocument,
  demandsPunishment,
  demandsPersonalInfo,
  threatHarm,
  threatExposure,
  mentionsAuthority,
  legalAction,
  insult,
  sexual,
  prolonging,
  refusesToLeave,
  confinement,
  angerHigh,
  safetyAccident,
  privacyBreach,
  customerCrisis,
  repeatContact,
  brokenPromise,
  noResponse,
  saysNotInformed,
  staffAttitude,
  churnRisk,
]

export const allSentences: readonly Sentence[] = allTables.flatMap(({ sentences }) => sentences)
