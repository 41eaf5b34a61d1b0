export { findPromises, lint, listen } from '../../src/features/language/rules.ts'
