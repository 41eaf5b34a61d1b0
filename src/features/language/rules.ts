import { hear } from './cues/heard.ts'

export { lint } from './wording/lint.ts'
export { findPromises } from './promises/find.ts'

export { hear as listen }
