import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { command, id } from '#kernel/fields.ts'

/** The same customer named the other complaint's number, or the order it is about. */
export const samenessSign = z.enum(['number', 'order'])
export type SamenessSign = z.output<typeof samenessSign>

const other = { otherId: id, otherNumber: z.string(), isOlder: z.boolean() }

/** In both complaints, each from its own side. `isOlder`: the other one was there before. */
export const sameMatterEvents = {
  'intake.perhaps-same': z.object({ ...other, because: samenessSign }),
  /** The words of the newer one were added to the older. */
  'intake.joined': z.object(other),
}

const onComplaint = z.object({ complaintId: id })

export const readSameMatter = endpoint({
  method: 'get',
  path: '/api/intake/complaints/:complaintId/same-matter',
  summary: 'The older complaint that this one is perhaps about, and whether they were joined.',
  params: onComplaint,
  answer: z.object({
    older: z.object({ complaintId: id, number: z.string(), because: samenessSign }).nullable(),
    isJoined: z.boolean(),
  }),
})
export const joinMatter = endpoint({
  method: 'post',
  path: '/api/intake/complaints/:complaintId/same-matter',
  summary:
    'Add the words of this complaint to the older one it is about. Both stay; nothing is told to the customer.',
  params: onComplaint,
  body: command.extend({ olderId: id }),
  answer: z.object({ head: z.int() }),
})
