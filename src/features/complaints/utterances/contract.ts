import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { cue } from '#features/language/contract.ts'

/** Longer than anybody speaks in one breath. */
export const longestUtterance = 4000

/** One utterance as speech-to-text heard it. The sender makes the id; every later version of it bears the same one. */
const said = {
  id,
  speaker: z.enum(['customer', 'operator']),
  /** A provisional text may be taken back by an empty one. */
  text: z.string().trim().max(longestUtterance),
  /** When it was said, by the sender's clock. */
  at: instant,
  state: z.enum(['provisional', 'final']),
}

export const utterance = z.object({ ...said, cues: z.array(cue), callId: id.nullable() })
export type Utterance = z.output<typeof utterance>
export type Said = Omit<Utterance, 'cues' | 'callId'>

/** The type of the movement that tells screens of new words. It carries the codes of the cues, never the words. */
export const utteranceHeard = 'complaints.utterance-heard'

const onComplaint = z.object({ complaintId: id })

export const hearUtterance = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/utterances',
  summary:
    'What speech-to-text has just heard. Provisional words may be replaced under the same id; final ones enter the record once and stay. Answers with the utterance as it stands.',
  params: onComplaint,
  body: z.object(said),
  answer: z.object({ complaintId: id, head: z.int(), utterance }),
})
export const readUtterances = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/utterances',
  summary: 'The transcript of the talk, oldest first, with the words that are still provisional.',
  params: onComplaint,
  query: z.object({ limit: z.coerce.number().int().min(1).max(1000).default(300) }),
  answer: z.object({ utterances: z.array(utterance) }),
})
