import { judgingEvents } from './judging/contract.ts'
import { ladderEvents } from './ladder/contract.ts'

/** What this room writes into the timeline of a complaint. */
export const harassmentEvents = { ...judgingEvents, ...ladderEvents }
