import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, id, instant, line, words } from '#kernel/fields.ts'
import { routeReason } from './routing/contract.ts'

export const escalationKind = z.enum(['supervisor', 'named-person', 'silent-help'])
export const escalationState = z.enum(['asked', 'seen', 'accepted', 'returned', 'withdrawn'])

/** When the customer can take the call, and under which number; the promise of it stands in the ledger. */
export const callBack = z.object({
  fromAt: instant,
  untilAt: instant,
  phone: z.string().trim().max(40).nullable(),
})
export type CallBack = z.output<typeof callBack>

export const escalationEvents = {
  'escalation.asked': z.object({
    requestId: id,
    kind: escalationKind,
    mode: z.enum(['connect', 'call-back', 'watch']),
    reason: z.string(),
    person: z.string().nullable(),
    toId: id.nullable(),
    toName: z.string().nullable(),
    callBack: callBack.optional(),
  }),
  'escalation.seen': z.object({ requestId: id, byName: z.string() }),
  'escalation.accepted': z.object({ requestId: id, byName: z.string() }),
  'escalation.returned': z.object({ requestId: id, byName: z.string(), reason: z.string() }),
  'escalation.moved-up': z.object({
    requestId: id,
    toId: id.optional(),
    toName: z.string(),
    afterMinutes: z.int(),
  }),
  /** Everybody was asked and nobody looked; `askedAgainAt` is null when only the lists go on reminding. */
  'escalation.unanswered': z.object({
    requestId: id,
    afterMinutes: z.int(),
    askedAgainAt: instant.nullable(),
    deskName: z.string().nullable().optional(),
  }),
  'escalation.outside-told': z.object({ names: z.array(z.string()) }),
  'escalation.withdrawn': z.object({ requestId: id, reason: z.string() }),
}

export const escalationRequest = z.object({
  id,
  complaintId: id,
  complaintNumber: z.string(),
  subject: z.string(),
  customerName: z.string().nullable(),
  kind: escalationKind,
  mode: z.enum(['connect', 'call-back', 'watch']),
  state: escalationState,
  reason: z.string(),
  person: z.string().nullable(),
  askedAt: instant,
  askedByName: z.string(),
  /** The house itself asks when a promise was broken. */
  isAskedByHouse: z.boolean(),
  toName: z.string().nullable(),
  /** The desk it lies with when everybody was asked. */
  deskName: z.string().nullable(),
  because: z.array(routeReason),
  callBack: callBack.nullable(),
  seenAt: instant.nullable(),
  seenByName: z.string().nullable(),
  /** When it goes to the next by itself unless somebody looks; null: it stays where it is. */
  upAt: instant.nullable(),
  /** Who had it before and did not look. */
  passedByName: z.string().nullable(),
  /** What came back with it, for the operator to use. */
  answer: z.string().nullable(),
})
export type EscalationRequest = z.output<typeof escalationRequest>

/** E1: generated from the record alone; read in 15 seconds; one A4. */
export const handOverSheet = z.object({
  complaintId: id,
  number: z.string(),
  subject: z.string(),
  customerName: z.string().nullable(),
  customerPhone: z.string().nullable(),
  channel: z.string(),
  receivedAt: instant,
  minutesSoFar: z.int(),
  handlerName: z.string().nullable(),
  askedFor: z.string().nullable(),
  ownWords: z.string(),
  confirmed: z.array(z.string()),
  claimed: z.array(z.string()),
  concerns: z.array(z.string()),
  wants: z.string().nullable(),
  demands: z.array(
    z.object({
      kind: z.string(),
      words: z.string(),
      times: z.int(),
      answer: z.string().nullable(),
    }),
  ),
  offered: z.array(z.object({ label: z.string(), answer: z.string() })),
  agreed: z.string().nullable(),
  promises: z.array(
    z.object({ words: z.string(), dueAt: instant, state: z.string(), ownerName: z.string() }),
  ),
  said: z.array(z.string()),
  cues: z.array(z.string()),
  safety: z.string().nullable(),
  avoid: z.array(z.string()),
  firstSentence: z.string(),
})
export type HandOverSheet = z.output<typeof handOverSheet>

const onComplaint = z.object({ complaintId: id })
const onRequest = z.object({ requestId: id })
const answered = z.object({ request: escalationRequest, head: z.int() })

export const askSupervisor = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/escalations',
  summary: 'Ask for a supervisor, a named person, or silent help.',
  params: onComplaint,
  body: command.extend({
    kind: escalationKind,
    mode: z.enum(['connect', 'call-back', 'watch']).optional(),
    reason: line,
    person: line.optional(),
    toId: id.optional(),
    callBack: callBack.optional(),
  }),
  answer: answered,
})
export const listEscalations = endpoint({
  method: 'get',
  path: '/api/escalation/requests',
  summary: 'Requests that still wait: asked first, then seen.',
  query: z.object({
    complaintId: id.optional(),
    show: z.enum(['waiting', 'all']).default('waiting'),
  }),
  answer: z.object({ requests: z.array(escalationRequest) }),
})
export const readHandOverSheet = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/hand-over-sheet',
  summary: 'The hand-over sheet, made from the record alone.',
  params: onComplaint,
  answer: handOverSheet,
})
export const readHandOverPaper = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/hand-over-sheet.pdf',
  summary: 'The same sheet as PDF: one A4.',
  params: onComplaint,
  answer: z.unknown(),
  gives: 'file',
})
export const seeEscalation = endpoint({
  method: 'post',
  path: '/api/escalation/requests/:requestId/sight',
  summary: 'Tell the operator 「見ました」.',
  params: onRequest,
  body: command,
  answer: answered,
})
export const acceptEscalation = endpoint({
  method: 'post',
  path: '/api/escalation/requests/:requestId/acceptance',
  summary: 'Take over: the complaint is assigned to the one who accepts.',
  params: onRequest,
  body: command,
  answer: answered,
})
export const returnEscalation = endpoint({
  method: 'post',
  path: '/api/escalation/requests/:requestId/return',
  summary: 'Give it back with a reason the operator can use.',
  params: onRequest,
  body: command.extend({ reason: words }),
  answer: answered,
})
export const withdrawEscalation = endpoint({
  method: 'delete',
  path: '/api/escalation/requests/:requestId',
  summary: 'The operator takes the request back.',
  params: onRequest,
  body: command.extend({ reason: line }),
  answer: answered,
})
