import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant } from '#kernel/fields.ts'
import { paperKind, postedHow } from '../contract.ts'
import { gateFinding, reasonGiven } from '../gate/contract.ts'

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
  /** 西暦 or 和暦; null: as the letterhead has it. */
  era: z.enum(['western', 'japanese']).nullable().default(null),
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

const onComplaint = z.object({ complaintId: id })

/** What the pane for a letter on paper begins with. */
export const paperOpening = z.object({
  head: z.int(),
  recipient,
  dateOn: day,
  era: z.enum(['western', 'japanese']),
  hasWindow: z.boolean(),
})
export type PaperOpening = z.output<typeof paperOpening>

export const readPaperOpening = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/letters/papers/opening',
  summary: 'What a letter on paper begins with: to whom, where, which day.',
  params: onComplaint,
  answer: paperOpening,
})
export const checkPaper = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/papers/check',
  summary:
    'What a letter on paper still needs, what does not look right on the sheet, and what the gate finds in its words.',
  params: onComplaint,
  body: z.object({ letter: typedLetter }),
  answer: z.object({
    needs: z.array(need),
    /** Nothing that holds it back. */
    warnings: z.array(need),
    /** Places are those of the text. */
    findings: z.array(gateFinding),
    /** All that it says: what a leader is asked to approve. */
    said: z.string(),
  }),
})

/** It was given to the post office, or to the customer. */
export const posting = z.object({
  on: day,
  how: postedHow,
  /** お問い合わせ番号; empty without one. */
  tracking: z.string(),
  byName: z.string(),
  at: instant,
})
export type Posting = z.output<typeof posting>

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
  /** Null as long as nobody has said so. */
  posting: posting.nullable(),
  /** Its bytes are still here: personal data were not erased. */
  hasOriginal: z.boolean(),
})
export type Paper = z.output<typeof paper>

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
const onPaper = z.object({ paperId: id })
const settled = z.object({ paper, head: z.int() })

export const postPaper = endpoint({
  method: 'post',
  path: '/api/letters/papers/:paperId/posting',
  summary: 'Record that a letter was posted: the day, how, and the tracking number if it has one.',
  params: onPaper,
  body: z.object({
    id,
    on: day,
    how: postedHow,
    tracking: z.string().trim().max(40).default(''),
  }),
  answer: settled,
})
export const withdrawPosting = endpoint({
  method: 'delete',
  path: '/api/letters/papers/:paperId/posting',
  summary: 'It was not posted after all. Both stand in the record.',
  params: onPaper,
  body: z.object({ id }),
  answer: settled,
})
export const downloadPaper = endpoint({
  method: 'get',
  path: '/api/letters/papers/:paperId/original',
  summary: 'The paper byte for byte as it was issued; with `open`, a PDF opens in the browser.',
  params: onPaper,
  query: z.object({ open: z.literal('1').optional() }),
  gives: 'file',
  answer: z.unknown(),
})
