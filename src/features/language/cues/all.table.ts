import { confinementTable } from './confinement.table.ts'
import { customerCrisisTable } from './customer-crisis.table.ts'
import { privacyBreachTable } from './privacy-breach.table.ts'
import { refusesToLeaveTable } from './refuses-to-leave.table.ts'
import { safetyAccidentTable } from './safety-accident.table.ts'
import { threatHarmTable } from './threat-harm.table.ts'
import type { Sentence } from './table.ts'

/** Every sentence of every cue's table. */
export const allSentences: readonly Sentence[] = [
  threatHarmTable,
  refusesToLeaveTable,
  confinementTable,
  safetyAccidentTable,
  privacyBreachTable,
  customerCrisisTable,
].flat()
