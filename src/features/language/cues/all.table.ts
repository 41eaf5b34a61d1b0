import { angerHighTable } from './anger-high.table.ts'
import { asksCompensationTable } from './asks-compensation.table.ts'
import { asksExchangeTable } from './asks-exchange.table.ts'
import { asksNamedPersonTable } from './asks-named-person.table.ts'
import { asksRefundTable } from './asks-refund.table.ts'
import { asksRepairTable } from './asks-repair.table.ts'
import { asksSupervisorTable } from './asks-supervisor.table.ts'
import { brokenPromiseTable } from './broken-promise.table.ts'
import { churnRiskTable } from './churn-risk.table.ts'
import { confinementTable } from './confinement.table.ts'
import { customerCrisisTable } from './customer-crisis.table.ts'
import { demandsDeadlineTable } from './demands-deadline.table.ts'
import { demandsDocumentTable } from './demands-document.table.ts'
import { demandsPersonalInfoTable } from './demands-personal-info.table.ts'
import { demandsProstrationTable } from './demands-prostration.table.ts'
import { demandsPunishmentTable } from './demands-punishment.table.ts'
import { demandsVisitTable } from './demands-visit.table.ts'
import { hintsMoneyTable } from './hints-money.table.ts'
import { insultTable } from './insult.table.ts'
import { legalActionTable } from './legal-action.table.ts'
import { mentionsAuthorityTable } from './mentions-authority.table.ts'
import { noResponseTable } from './no-response.table.ts'
import { privacyBreachTable } from './privacy-breach.table.ts'
import { prolongingTable } from './prolonging.table.ts'
import { refusesToLeaveTable } from './refuses-to-leave.table.ts'
import { repeatContactTable } from './repeat-contact.table.ts'
import { safetyAccidentTable } from './safety-accident.table.ts'
import { saysNotInformedTable } from './says-not-informed.table.ts'
import { sexualTable } from './sexual.table.ts'
import { staffAttitudeTable } from './staff-attitude.table.ts'
import { threatExposureTable } from './threat-exposure.table.ts'
import { threatHarmTable } from './threat-harm.table.ts'
import type { Sentence } from './table.ts'

/** Every sentence of every cue's table. */
export const allSentences: readonly Sentence[] = [
  asksSupervisorTable,
  asksNamedPersonTable,
  asksRefundTable,
  asksExchangeTable,
  asksRepairTable,
  asksCompensationTable,
  hintsMoneyTable,
  demandsVisitTable,
  demandsDeadlineTable,
  demandsProstrationTable,
  demandsDocumentTable,
  demandsPunishmentTable,
  demandsPersonalInfoTable,
  threatHarmTable,
  threatExposureTable,
  mentionsAuthorityTable,
  legalActionTable,
  insultTable,
  sexualTable,
  prolongingTable,
  refusesToLeaveTable,
  confinementTable,
  angerHighTable,
  safetyAccidentTable,
  privacyBreachTable,
  customerCrisisTable,
  repeatContactTable,
  brokenPromiseTable,
  noResponseTable,
  saysNotInformedTable,
  staffAttitudeTable,
  churnRiskTable,
].flat()
