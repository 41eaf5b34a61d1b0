import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

/** The type of the movement that tells screens who has come or gone. It is no entry of the timeline. */
export const presenceChanged = 'assignment.presence-changed'

/** Looking at a complaint, or writing in it; `here` on any other page, `out` while the place is empty. */
export const doings = ['here', 'out', 'looking', 'writing'] as const
export const doing = z.enum(doings)
export type Doing = z.output<typeof doing>

export const present = z.object({
  memberId: id,
  name: z.string(),
  complaintId: id.nullable(),
  doing,
  /** The complaint they speak about on the phone now. */
  talksOn: id.nullable(),
})
export type Present = z.output<typeof present>

export const readPresence = endpoint({
  method: 'get',
  path: '/api/assignment/presence',
  summary: 'Who is here, who looks at which complaint, and who writes in it, at this moment.',
  answer: z.object({ people: z.array(present), at: instant }),
})
const onLease = z.object({ leaseId: id })
export const keepPresence = endpoint({
  method: 'put',
  path: '/api/assignment/presence/:leaseId',
  summary:
    'A browser says that somebody is there: sent again every fifteen seconds under the id of its page. After forty-five silent seconds it is gone.',
  params: onLease,
  body: z.object({ complaintId: id.nullable(), doing }),
  answer: z.object({ at: instant }),
})
export const endPresence = endpoint({
  method: 'delete',
  path: '/api/assignment/presence/:leaseId',
  summary: 'The page is closed.',
  params: onLease,
  answer: z.object({ at: instant }),
})
