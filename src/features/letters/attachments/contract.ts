import { z } from 'zod'
import { id } from '#kernel/fields.ts'

/** A file that goes with a letter; it lies with the evidence of the complaint. */
export const attachment = z.object({
  evidenceId: id,
  name: z.string(),
  /** Found from the bytes. */
  type: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Of the bytes, as lower-case hex. */
  sha256: z.string(),
})
export type Attachment = z.output<typeof attachment>

export const mostAttachments = 10
