/** `openedBy(situation, complaintId, text)`: what an approval opens at the gate of the letters, once, for that text. */
/** `openedInPublic`: the same for words that everybody will read; refused unless a second person approved just these. */
export { openedBy, openedInPublic } from './actions.ts'
/** What waits for a decision, by complaint: whoever takes a complaint over learns of it. */
export { labelsWaiting, wordsAskedAbout } from './queries.ts'
/** How far words for the public are, and whether they need a second person at all. */
export { isApprovedInPublic, publicAskedOf, publicWordsAsked, textHash } from './queries.ts'
export { askForWords } from '../asking/actions.ts'
