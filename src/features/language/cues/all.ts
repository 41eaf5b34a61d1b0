import { angerHigh } from './anger-high.ts'
import { asksCompensation } from './asks-compensation.ts'
import { asksExchange } from './asks-exchange.ts'
import { asksNamedPerson } from './asks-named-person.ts'
import { asksRefund } from './asks-refund.ts'
import { asksRepair } from './asks-repair.ts'
import { asksSupervisor } from './asks-supervisor.ts'
import { brokenPromise } from './broken-promise.ts'
import { churnRisk } from './churn-risk.ts'
import { confinement } from './confinement.ts'
import { customerCrisis } from './customer-crisis.ts'
import { demandsDeadline } from './demands-deadline.ts'
import { demandsDocument } from './demands-document.ts'
import { demandsPersonalInfo } from './demands-personal-info.ts'
import { demandsProstration } from './demands-prostration.ts'
import { demandsPunishment } from './demands-punishment.ts'
import { demandsVisit } from './demands-visit.ts'
import { hintsMoney } from './hints-money.ts'
import { insult } from './insult.ts'
import { legalAction } from './legal-action.ts'
import { mentionsAuthority } from './mentions-authority.ts'
import { noResponse } from './no-response.ts'
import { privacyBreach } from './privacy-breach.ts'
import { prolonging } from './prolonging.ts'
import { refusesToLeave } from './refuses-to-leave.ts'
import { repeatContact } from './repeat-contact.ts'
import { safetyAccident } from './safety-accident.ts'
import { saysNotInformed } from './says-not-informed.ts'
import { sexual } from './sexual.ts'
import { staffAttitude } from './staff-attitude.ts'
import { threatExposure } from './threat-exposure.ts'
import { threatHarm } from './threat-harm.ts'
import type { CueRule } from './cue.ts'

export const allCues: readonly CueRule[] = [
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
