import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, id, line, words } from '#kernel/fields.ts'
import { cue } from '#features/language/contract.ts'
import {
  cause,
  answeringFunction,
  severity,
  complexity,
  impact,
  immediateAction,
  outcome,
  factTopic,
  attribution,
  demandAnswer,
  demandContent,
  demandKind,
  customerFields,
  details,
} from '../contract.ts'

const onComplaint = z.object({ complaintId: id })

/** Every change of a complaint answers with the new head of its timeline. */
export const changed = z.object({ complaintId: id, head: z.int() })
export type Changed = z.output<typeof changed>

export const addNote = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/notes',
  summary:
    'Write down what was said (customer, operator) or an internal note; never sent to the customer.',
  params: onComplaint,
  body: command.extend({
    speaker: z.enum(['customer', 'operator', 'internal']),
    text: words,
    callId: id.optional(),
  }),
  answer: changed.extend({ cues: z.array(cue) }),
})
export const describeComplaint = endpoint({
  method: 'put',
  path: '/api/complaints/:complaintId/details',
  summary: 'Fill in or correct what is known: product, order, when, where, expected outcome.',
  params: onComplaint,
  body: command.extend({ details }),
  answer: changed,
})
export const identifyCustomer = endpoint({
  method: 'put',
  path: '/api/complaints/:complaintId/customer',
  summary: 'Say who is complaining; matches or creates the customer.',
  params: onComplaint,
  body: command.extend({ customer: customerFields, customerId: id.optional() }),
  answer: changed.extend({ customerId: id }),
})
export const raiseConcern = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/concerns',
  summary: 'Put what upset the customer on the list of concerns.',
  params: onComplaint,
  body: command.extend({ words: line }),
  answer: changed,
})
export const settleConcern = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/concerns/:concernId/settling',
  summary: 'Say how a concern was settled.',
  params: onComplaint.extend({ concernId: id }),
  body: command.extend({ how: line }),
  answer: changed,
})
export const claimFact = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/facts',
  summary: 'Record what somebody says happened (claimed, not confirmed).',
  params: onComplaint,
  body: command.extend({ topic: factTopic, statement: line, source: line }),
  answer: changed,
})
export const confirmFact = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/facts/:factId/confirmation',
  summary: 'Confirm a fact with its source and say whose doing it is.',
  params: onComplaint.extend({ factId: id }),
  body: command.extend({ source: line, attributedTo: attribution, statement: line.optional() }),
  answer: changed,
})
export const withdrawFact = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/facts/:factId/withdrawal',
  summary: 'Take a fact back with a reason; what stood on it must be looked at again.',
  params: onComplaint.extend({ factId: id }),
  body: command.extend({ reason: line }),
  answer: changed,
})
export const checkSafety = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/safety',
  summary: 'Record whether anybody was or could have been hurt.',
  params: onComplaint,
  body: command.extend({ harm: z.enum(['none', 'near-miss', 'injured', 'unknown']), words: line }),
  answer: changed,
})
export const makeDemand = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/demands',
  summary: 'Record what the customer demands, in their words; the same kind again is counted.',
  params: onComplaint,
  body: command.extend({ kind: demandKind, words: line }),
  answer: changed,
})
export const answerDemand = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/demands/:demandId/answers',
  summary: 'Record how a demand was answered; declining needs a ground and an alternative.',
  params: onComplaint.extend({ demandId: id }),
  body: command.extend({
    answer: demandAnswer,
    words: line,
    ground: line.optional(),
    alternative: line.optional(),
    content: demandContent.optional(),
  }),
  answer: changed,
})
export const assessComplaint = endpoint({
  method: 'put',
  path: '/api/complaints/:complaintId/assessment',
  summary:
    'Initial assessment: safety, severity, complexity, impact, immediate action. What is left out stays as it was.',
  params: onComplaint,
  body: command.extend({
    severity,
    isSafety: z.boolean(),
    complexity: complexity.optional(),
    impact: impact.optional(),
    immediateAction: immediateAction.optional(),
    reason: line,
  }),
  answer: changed,
})
export const findCause = endpoint({
  method: 'put',
  path: '/api/complaints/:complaintId/cause',
  summary: 'Record the cause and the function of the company that answers for it.',
  params: onComplaint,
  body: command.extend({ cause, detail: line, answeringFunction }),
  answer: changed,
})
export const closeComplaint = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/closing',
  summary:
    'Close with the agreement in words, or with the reason why there is none. Open promises keep it open.',
  params: onComplaint,
  body: command.extend({
    outcome,
    agreementWords: words.optional(),
    reason: words.optional(),
  }),
  answer: changed,
})
export const reopenComplaint = endpoint({
  method: 'delete',
  path: '/api/complaints/:complaintId/closing',
  summary: 'Take the closing back, with a reason.',
  params: onComplaint,
  body: command.extend({ reason: words }),
  answer: changed,
})
export const erasePersonalData = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/erasure',
  summary:
    'Erase personal data of a closed complaint; the chain stays verifiable (administrators).',
  params: onComplaint,
  body: command.extend({ reason: words }),
  answer: changed,
})
