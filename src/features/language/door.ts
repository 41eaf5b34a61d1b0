export { findPromises, lint, listen } from './rules.ts'
