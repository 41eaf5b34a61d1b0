import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, id, line } from '#kernel/fields.ts'

const said = z.object({
  ruleId: id,
  isFeasible: z.boolean(),
  words: z.string(),
  source: z.enum(['connector', 'operator']),
})
export type Feasibility = z.output<typeof said>

export const readFeasibility = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/feasibility',
  summary: 'What is known about stock, dates and hands for each remedy of this complaint.',
  params: z.object({ complaintId: id }),
  answer: z.object({ answers: z.array(said) }),
})
export const askFeasibility = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/feasibility',
  summary:
    'Ask the connector whether a remedy can be done; without an answer from it, the question goes to a person.',
  params: z.object({ complaintId: id }),
  body: command.extend({ ruleId: id }),
  answer: z.object({
    answer: said.nullable(),
    /** Why the connector did not answer: there is none, or it was silent. */
    trouble: z.enum(['none', 'silent']).nullable(),
  }),
})
export const tellFeasibility = endpoint({
  method: 'put',
  path: '/api/complaints/:complaintId/feasibility/:ruleId',
  summary: 'A person answers whether it can be done. What cannot be done is not offered.',
  params: z.object({ complaintId: id, ruleId: id }),
  body: command.extend({ isFeasible: z.boolean(), words: line }),
  answer: said,
})

/** What the connector answers. */
export const connectorAnswer = z.object({ feasible: z.boolean(), words: z.string().max(500) })

const connector = z.object({ url: z.string(), isOn: z.boolean() })
export const readConnector = endpoint({
  method: 'get',
  path: '/api/remedies/connector',
  summary: 'The address that is asked for stock and dates; null when there is none.',
  answer: z.object({ connector: connector.nullable() }),
})
export const saveConnector = endpoint({
  method: 'put',
  path: '/api/remedies/connector',
  summary: 'Set the address (administrators). The secret is shown once, when it is made.',
  body: z.object({ url: z.string().trim().min(1).max(2000), isOn: z.boolean() }),
  answer: z.object({ connector, secret: z.string().nullable() }),
})
