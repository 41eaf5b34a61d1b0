import { z } from 'zod'
import { typedLetter } from '../typesetting/contract.ts'

/**
 * What is decided about a letter on paper while a reply is written; its text is that of the reply. Null: as the record or the
 * kind of letter has it.
 */
export const paperDraft = typedLetter
  .pick({
    kind: true,
    direction: true,
    salutation: true,
    era: true,
    number: true,
    postscript: true,
  })
  .extend({
    kind: typedLetter.shape.kind.default('answer'),
    recipient: typedLetter.shape.recipient.nullable().default(null),
    dateOn: typedLetter.shape.dateOn.nullable().default(null),
    subject: z.string().nullable().default(null),
    /** 記: one to a line; a line that begins with ｜ is a row of the table below the one before. */
    notes: z.string().default(''),
    /** One to a line. */
    enclosures: z.string().default(''),
    /** Of a report: one to a line, the time before a wide space. */
    timeline: z.string().default(''),
    pictures: typedLetter.shape.pictures,
    format: z.enum(['pdf', 'docx']).default('pdf'),
  })
export type PaperDraft = z.output<typeof paperDraft>
