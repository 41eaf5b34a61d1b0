export { findPromises, lint, listen, notNames, tellingOf } from './rules.ts'
