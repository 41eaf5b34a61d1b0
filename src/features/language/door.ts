export { findPromises, lint, listen, notNames, pointsIn, tellingOf } from './rules.ts'
