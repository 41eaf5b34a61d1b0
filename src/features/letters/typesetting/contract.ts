import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant } from '#kernel/fields.ts'
import { paperKind } from '../contract.ts'
import { reasonGiven } from '../gate/contract.ts'

/** 拝啓, 謹啓, 急啓, 前略; each brings its own 結語. */
export const salutation = z.enum(['haikei', 'kinkei', 'kyukei', 'zenryaku', 'none'])
export type Salutation = z.output<typeof salutation>

export const direction = z.enum(['horizontal', 'vertical'])
/** What is issued; `svg` is to look at. */
const issuedFormat = z.enum(['pdf', 'docx'])
const paperFormat = z.enum(['pdf', 'docx', 'svg'])
export type PaperFormat = z.output<typeof paperFormat>

/** One line as it was typed; how much of it fits on paper is a rule with a sentence of its own. */
const typed = z.string().trim().max(5000).default('')

export const recipient = z.object({
  postcode: typed,
  address: typed,
  company: typed,
  department: typed,
  /** 役職; stands before the name. */
  position: typed,
  /** Without 様. */
  name: typed,
})
export type Recipient = z.output<typeof recipient>

const row = z.array(z.string().trim().max(400)).min(1).max(6)
const note = z.object({ text: typed, rows: z.array(row).max(40).default([]) })

export const typedLetter = z.object({
  kind: paperKind,
  direction: direction.default('horizontal'),
  /** Null: the one that becomes this kind of letter. */
  salutation: salutation.nullable().default(null),
  recipient,
  dateOn: day,
  number: typed,
  subject: typed,
  /** One paragraph to a line; empty lines do not count. */
  text: z.string().max(12_000),
  /** 記 … 以上. */
  notes: z.array(note).max(30).default([]),
  enclosures: z.array(typed).max(20).default([]),
  postscript: typed,
  /** Of a report: what happened when. */
  timeline: z
    .array(z.object({ at: typed, what: typed }))
    .max(200)
    .default([]),
  /** Of a report: pictures among the evidence of its complaint. */
  pictures: z
    .array(z.object({ evidenceId: id, caption: typed }))
    .max(12)
    .default([]),
})
export type TypedLetter = z.output<typeof typedLetter>

/** Something without which it cannot be printed; `words` is what it is about. */
export const need = z.object({ code: z.string(), words: z.string() })
export type Need = z.output<typeof need>

const ordered = z.object({ letter: typedLetter, format: paperFormat })

export const typesetLetter = endpoint({
  method: 'post',
  path: '/api/letters/typeset',
  summary:
    'Set a letter as A4: PDF, DOCX, or SVG to look at. Marked as a draft; nothing is kept. Pictures need `complaintId`.',
  body: ordered.extend({ complaintId: id.nullable().default(null) }),
  gives: 'file',
  answer: z.unknown(),
})

/** What was issued on paper, as it lies with its complaint. */
export const paper = z.object({
  id,
  complaintId: id,
  kind: paperKind,
  format: issuedFormat,
  subject: z.string(),
  addressee: z.string(),
  /** Of the bytes, as lower-case hex. */
  sha256: z.string(),
  /** Bytes. */
  size: z.int(),
  madeAt: instant,
  madeByName: z.string(),
})
export type Paper = z.output<typeof paper>

const onComplaint = z.object({ complaintId: id })

export const issuePaper = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/papers',
  summary:
    'Issue a letter on paper: through the gate of letters, kept byte for byte with its hash. 409 with what arrived unseen.',
  params: onComplaint,
  body: ordered.extend({
    id,
    format: issuedFormat,
    basedOn: z.int().nonnegative(),
    reasons: z.array(reasonGiven).max(40).default([]),
  }),
  answer: z.object({ paper, head: z.int() }),
})
export const listPapers = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/letters/papers',
  summary: 'What was issued on paper to one customer, oldest first.',
  params: onComplaint,
  answer: z.object({ papers: z.array(paper) }),
})
export const downloadPaper = endpoint({
  method: 'get',
  path: '/api/letters/papers/:paperId/original',
  summary: 'The paper byte for byte as it was issued.',
  params: z.object({ paperId: id }),
  gives: 'file',
  answer: z.unknown(),
})
