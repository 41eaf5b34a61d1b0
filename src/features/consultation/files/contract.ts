import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import { evidenceKind } from '#features/complaints/evidence/contract.ts'

/** One file of a consultation: a photo, a recording, a scan. */
export const talkFile = z.object({
  id,
  name: z.string(),
  /** Found from the bytes, whatever the name says. */
  type: z.string(),
  kind: evidenceKind,
  /** Every browser can draw it; the others are files to keep. */
  isShown: z.boolean(),
  size: z.int(),
  /** Of the bytes, as lower-case hex. */
  sha256: z.string(),
  /** The name ends like another type than the bytes are. */
  isMisnamed: z.boolean(),
  /** The photo tells where it was taken. */
  hasPlace: z.boolean(),
})
export type TalkFile = z.output<typeof talkFile>

/**
 * Uploads follow tus 1.0.0. `Upload-Metadata`: `complaint` (the id of the consultation), `filename`.
 * `talks`: what the person adds to their own; `shared`: what the desk sends them; `kept`: what the desk keeps for itself.
 */
export const uploadPaths = {
  talks: '/api/consultation/files/talks',
  shared: '/api/consultation/files/shared',
  kept: '/api/consultation/files/kept',
} as const
export type UploadDoor = keyof typeof uploadPaths

/** The bytes, for the person and the desk. `?small` asks for a little picture, `?keep` downloads, `?keep=original` as sent. */
export const filePath = (fileId: string) => `/api/consultation/files/${fileId}`

/** The same for whoever holds a code. It travels in a header, so that no list of addresses keeps it. */
export const codeHeader = 'consultation-code'
export const unnamedUploads = (slug: string) =>
  `/api/consultation/unnamed/${encodeURIComponent(slug)}/files`
export const unnamedFile = (slug: string, fileId: string) =>
  `${unnamedUploads(slug)}/${fileId}/bytes`
