import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, line } from '#kernel/fields.ts'
import { call } from '#features/intake/contract.ts'
import { onCall, watched } from './watching/contract.ts'

/** Read while somebody else is being listened to: one glance, no more. */
export const longestWhisper = 80

export const whisperAnswer = z.enum(['understood', 'take-over'])
export type WhisperAnswer = z.output<typeof whisperAnswer>

/** Between supervisor and operator; none of it is ever shown to customers. */
export const supervisionEvents = {
  'supervision.whispered': z.object({
    whisperId: id,
    callId: id,
    text: z.string(),
    byName: z.string(),
  }),
  'supervision.whisper-answered': z.object({
    whisperId: id,
    callId: id,
    answer: whisperAnswer,
    byName: z.string(),
  }),
  'supervision.taken-over': z.object({
    callId: id,
    fromId: id,
    fromName: z.string(),
    toId: id,
    toName: z.string(),
    reason: z.string(),
  }),
}

export const glow = z.enum(['critical', 'money'])
export const boardCall = z.object({
  call,
  complaintNumber: z.string(),
  /** Null: not known yet who is calling. */
  customerName: z.string().nullable(),
  /** Heard in this call, in the order they were first heard. */
  cues: z.array(z.object({ code: z.string(), count: z.int() })),
  glow: glow.nullable(),
  watcherNames: z.array(z.string()),
})
export type BoardCall = z.output<typeof boardCall>

const base = '/api/supervision/complaints/:complaintId/calls/:callId'
const order = z.object({ id })
const answered = z.object({ head: z.int() })

export const readBoard = endpoint({
  method: 'get',
  path: '/api/supervision/board',
  summary: 'The calls that are going on (supervisors).',
  answer: z.object({ calls: z.array(boardCall) }),
})
export const watchCall = endpoint({
  method: 'put',
  path: `${base}/watch`,
  summary:
    'Watch a live call, or go on watching: sent again every ten seconds under the same id. Who is not heard of for thirty seconds has left.',
  params: onCall,
  body: order,
  answer: watched,
})
export const leaveCall = endpoint({
  method: 'delete',
  path: `${base}/watch`,
  summary: 'No longer watch this call.',
  params: onCall,
  body: order,
  answer: watched,
})
export const whisper = endpoint({
  method: 'post',
  path: `${base}/whispers`,
  summary: 'One line to the operator, while the call goes on; customers never see it.',
  params: onCall,
  body: order.extend({ text: z.string().max(500) }),
  answer: answered,
})
export const answerWhisper = endpoint({
  method: 'post',
  path: `${base}/whispers/:whisperId/answer`,
  summary: 'The operator answers a whisper with one key: understood, or please take over.',
  params: onCall.extend({ whisperId: id }),
  body: order.extend({ answer: whisperAnswer }),
  answer: answered,
})
export const takeOver = endpoint({
  method: 'post',
  path: `${base}/take-over`,
  summary: 'The supervisor becomes the handler of the live call, and the complaint goes along.',
  params: onCall,
  body: order.extend({ reason: line }),
  answer: answered,
})
