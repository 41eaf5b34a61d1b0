import { refuse, type Result } from '#kernel/result.ts'

/** For so many days an upload that was begun may be finished; a day, as nothing says the hour it was begun. */
export const waitingDays = 1

/** Bytes that all files of a consultation without a name may have: whoever flooded the desk could not be asked to stop. */
const mostUnnamed = 2_000_000_000

/** `there`: bytes of the files that are here or on their way. */
export function whyTooMuch(isNamed: boolean, there: number, size: number): Result<null> | null {
  return !isNamed && there + size > mostUnnamed
    ? refuse('too-large', 'consultation.files-full', {})
    : null
}

/** Whose secret a piece is: it opens for this file, at this place. */
export const placeOfPiece = (fileId: string, position: number) =>
  `consultation.file:${fileId}:${position}`
export const placeOfSmall = (fileId: string) => `consultation.file:${fileId}:small`
