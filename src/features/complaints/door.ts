import { createHash } from 'node:crypto'
import { permitted, type Scope } from '#features/access/door.ts'
import { canAddEvidence } from './evidence/policy.ts'

export { begin, change, changeTogether, type Command, type Situation } from './timeline/actions.ts'
export { listOf } from './inbox/queries.ts'
export {
  linesById,
  openOf,
  otherComplaintsOf,
  countReceived,
  receivedBefore,
  unassessed,
} from './queries.ts'
export { cuesSince, entriesOf, entriesOfSeveral, nameOf } from './timeline/queries.ts'
export { recordAsHeard, recordsAsHeard } from './utterances/queries.ts'
export { recorded, recordOf, recordsOf } from './record/queries.ts'
export { othersIn } from './customers/queries.ts'
export { customerFor } from './customers/actions.ts'
export {
  keysOf as customerKeysOf,
  orderKey as orderKeyOf,
  phoneKey as phoneKeyOf,
} from './customers/rules.ts'
export { callersOf } from './profiles/queries.ts'
export { attachWaiting } from './evidence/actions.ts'
export {
  bytesOf as evidenceBytes,
  evidenceOf,
  limitsOf as evidenceLimitsOf,
  pictureOf as evidencePicture,
} from './evidence/queries.ts'
export { apartRoots, chainOf as chainOfComplaint } from './checkpoints/queries.ts'
export { exportLines } from './export/queries.ts'
export { signedLines } from './archives/commands.ts'
export { announced as announcedFile, takeUpload } from './evidence/routes.ts'
export {
  isMisnamed,
  isShown as isFileShown,
  kindOf as fileKindOf,
  typeOf as fileTypeOf,
  whyNotTaken as whyFileNotTaken,
} from './evidence/rules.ts'
export { stateOf } from './rules.ts'
export { giveBackNumbers } from './numbers/actions.ts'
export type { Hearer, Reactions } from './hearing/jobs.ts'
export type { Heard } from './hearing/store.ts'
export { takeTurns } from './store.ts'

/** The id of the command that follows from an entry (or from a timer): the same again for the same cause. */
export function commandFor(cause: string, purpose: string): string {
  const hex = createHash('sha256').update(`${purpose}\n${cause}`).digest('hex')
  // A UUIDv8 (RFC 9562 §5.8): our own bits, marked as such.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** May files come in for this person: a member, or a customer at the form? */
export function mayAddEvidence(scope: Scope) {
  return permitted(scope, canAddEvidence)
}
