export { findPromises, lint, listen, notNames } from './rules.ts'
