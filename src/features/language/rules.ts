import { hear } from './cues/heard.ts'

export { notNames } from './wording/private-in-public.ts'
export { pointsIn } from './wording/four-points.ts'
export { lint } from './wording/lint.ts'
export { tellingOf } from './wording/telling.ts'
export { findPromises } from './promises/find.ts'

export { hear as listen }
