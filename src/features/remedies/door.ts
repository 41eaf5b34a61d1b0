export { seedRules } from './actions.ts'
/** `optionsFor(tx, scope, record, now)`: what the company's table holds for this case and this viewer. */
export { optionsOf as optionsFor } from './queries.ts'
export { exportLines as remedyExport } from './tables/queries.ts'
/** The table in force, inactive rows and all. */
export { rulesOf as remedyTable } from './queries.ts'
