import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, instant, line, words } from '#kernel/fields.ts'
import { usedSheet } from './sheets/contract.ts'

const short = z.string().trim().max(500)
const day6 = day.nullable()

export const noteKind = z.enum(['danger', 'identification'])
export type NoteKind = z.output<typeof noteKind>
export const removalOutcome = z.enum(['removed', 'declined', 'no-answer'])
export const accusationOutcome = z.enum(['filed', 'not-filed'])

const note = z.object({
  kind: noteKind,
  happenedAt: instant,
  place: short,
  /** What was said, verbatim. */
  words: z.string().trim().max(20_000),
  /** What was done and seen; no judgement of a person. */
  facts: words,
  witness: short,
  /** Entries of the ordinary record it belongs to: judgement, ladder, a talk. */
  links: z.array(z.int().positive()).max(50),
})
const post = z.object({
  platform: line,
  url: z.url({ protocol: /^https?$/u }).max(2000),
  /** To the second. */
  seenAt: instant,
  account: line,
  /** The text, verbatim. */
  words,
})
const screen = z.object({
  screenId: id,
  postId: id,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: z.string(),
})

/** What the protective record says. These stand in a chain of their own and never in the timeline of the complaint. */
export const protectionEvents = {
  'protection.opened': z.object({ complaintId: id, number: z.string() }),
  'protection.noted': note.extend({ noteId: id }),
  'protection.corrected': z.object({ noteId: id, reason: z.string() }),
  'protection.instructed': z.object({ instructionId: id, words: z.string(), until: day6 }),
  'protection.instruction-ended': z.object({ instructionId: id, reason: z.string() }),
  'protection.post-found': post.extend({ postId: id }),
  'protection.screen-kept': screen,
  'protection.post-preserved': z.object({ postId: id }),
  'protection.removal-asked': z.object({
    postId: id,
    clockId: id,
    askedOn: day,
    how: z.string(),
    dueOn: day6,
  }),
  'protection.removal-answered': z.object({
    postId: id,
    on: day,
    outcome: removalOutcome,
    words: z.string(),
  }),
  'protection.accusation-begun': z.object({
    clockId: id,
    offence: z.string(),
    basis: z.string(),
    about: z.string(),
    knownOn: day,
    dueOn: day,
  }),
  'protection.accusation-settled': z.object({
    clockId: id,
    outcome: accusationOutcome,
    on: day,
    words: z.string(),
  }),
  'protection.clock-warned': z.object({
    clockId: id,
    kind: z.enum(['accusation', 'removal', 'keeping']),
    dueOn: day,
  }),
  /** The customer's ordinary data were erased: nothing here is dropped or kept without a person's word. */
  'protection.ordinary-erased': z.object({ number: z.string() }),
  'protection.keeping-decided': z.object({ keeps: z.boolean(), until: day6, reason: z.string() }),
  'protection.sheet-used': usedSheet.extend({ sheetId: id }),
  'protection.pack-made': z.object({
    packId: id,
    forWhom: z.string(),
    purpose: z.string(),
    /** Numbers of the complaints in it. */
    numbers: z.array(z.string()),
    files: z.int(),
    masked: z.int(),
    sha256: z.string(),
  }),
}

const reasoned = z.object({ reason: line })
const on = day
/** What a person does to the record; created things take the command's id. */
export const deed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), note }),
  reasoned.extend({ kind: z.literal('correct'), noteId: id }),
  z.object({ kind: z.literal('instruct'), words: line, until: day6 }),
  reasoned.extend({ kind: z.literal('end-instruction'), instructionId: id }),
  z.object({ kind: z.literal('find-post'), post }),
  z.object({ kind: z.literal('complete-post'), postId: id }),
  z.object({ kind: z.literal('ask-removal'), postId: id, askedOn: on, how: line }),
  z.object({
    kind: z.literal('answer-removal'),
    postId: id,
    on,
    outcome: removalOutcome,
    words: short,
  }),
  z.object({ kind: z.literal('begin-accusation'), offence: line, knownOn: on, about: line }),
  z.object({
    kind: z.literal('settle-accusation'),
    clockId: id,
    outcome: accusationOutcome,
    on,
    words: short,
  }),
  reasoned.extend({ kind: z.literal('decide-keeping'), keeps: z.boolean(), until: day6 }),
])
export type Deed = z.output<typeof deed>

const written = z.object({ at: instant, byName: z.string() })
const keptScreen = screen.omit({ postId: true })
export const protectionRecord = z.object({
  head: z.int(),
  notes: z.array(note.extend({ id, ...written.shape, correction: z.string().nullable() })),
  instructions: z.array(
    z.object({ id, words: z.string(), until: day6, endedBecause: z.string().nullable() }),
  ),
  posts: z.array(
    post.extend({
      id,
      ...written.shape,
      screens: z.array(keptScreen),
      preservedAt: instant.nullable(),
      removal: z
        .object({
          clockId: id,
          askedOn: day,
          how: z.string(),
          dueOn: day6,
          answer: z.object({ on: day, outcome: removalOutcome, words: z.string() }).nullable(),
        })
        .nullable(),
    }),
  ),
  accusations: z.array(
    z.object({
      clockId: id,
      offence: z.string(),
      basis: z.string(),
      about: z.string(),
      knownOn: day,
      dueOn: day,
      settled: z.object({ outcome: accusationOutcome, on: day, words: z.string() }).nullable(),
    }),
  ),
  packs: z.array(protectionEvents['protection.pack-made'].extend({ ...written.shape })),
  /** Sheets for the police as they were used, oldest first. */
  sheets: z.array(protectionEvents['protection.sheet-used'].extend({ ...written.shape })),
  isOrdinaryErased: z.boolean(),
  /** Somebody's latest decision about keeping it. */
  keeping: z
    .object({ keeps: z.boolean(), until: day6, reason: z.string(), ...written.shape })
    .nullable(),
})
export type ProtectionRecord = z.output<typeof protectionRecord>

const params = z.object({ complaintId: id })

export const readProtection = endpoint({
  method: 'post',
  path: '/api/protection/:complaintId/reading',
  summary:
    'The protective record of a complaint (whoever is named for it). Every reading is written to the audit with its reason.',
  params,
  body: reasoned,
  // Kept for an Idempotency-Key it would lie where others read.
  isShownOnce: true,
  answer: z.object({
    number: z.string(),
    /** Other complaints of the same customer that have such a record. */
    others: z.array(z.object({ complaintId: id, number: z.string() })),
    record: protectionRecord,
    keepUntil: day6,
    isDecisionDue: z.boolean(),
    /** Who read it, when and why; newest first. */
    readings: z.array(z.object({ at: instant, byName: z.string(), reason: z.string() })),
    /** What of the ordinary record a note can point to: judgement and ladder, newest first. */
    linkable: z.array(z.object({ sequence: z.int(), at: instant, sentence: z.string() })),
    /** Offences that need the victim's accusation, and designated platforms, as the company last checked them. */
    lists: z.object({
      offences: z.array(z.object({ name: z.string(), basis: z.string() })),
      platforms: z.array(z.string()),
      checkedOn: day,
    }),
  }),
})
export const writeProtection = endpoint({
  method: 'post',
  path: '/api/protection/:complaintId/entries',
  summary: 'Write into the protective record (whoever is named for it).',
  params,
  body: z.object({ id, deed }),
  answer: z.object({ head: z.int() }),
})

export const largestScreen = 20_000_000
export const keepScreen = endpoint({
  method: 'put',
  path: '/api/protection/:complaintId/posts/:postId/screens/:screenId',
  summary:
    'Keep a screenshot of a post (PNG, JPEG, WebP or PDF); its hash is written into the record.',
  params: params.extend({ postId: id, screenId: id }),
  query: z.object({ name: line }),
  takes: { type: 'application/octet-stream', most: largestScreen },
  body: z.custom<Uint8Array>((body) => body instanceof Uint8Array),
  answer: z.object({ sha256: z.string() }),
})

export const readStanding = endpoint({
  method: 'get',
  path: '/api/protection/standing',
  summary: 'May I keep the protective record? And the days that may not pass, nearest first.',
  answer: z.object({
    mayKeep: z.boolean(),
    clocks: z.array(
      z.object({
        id,
        complaintId: id,
        number: z.string(),
        kind: z.enum(['accusation', 'removal', 'keeping']),
        dueOn: day,
        isOver: z.boolean(),
      }),
    ),
  }),
})
export const listInstructions = endpoint({
  method: 'get',
  path: '/api/protection/:complaintId/instructions',
  summary:
    'How to meet this customer safely: what follows from the protective record, and nothing of it.',
  params,
  answer: z.object({ instructions: z.array(z.object({ id, words: z.string() })) }),
})
