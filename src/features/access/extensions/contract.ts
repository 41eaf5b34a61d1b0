import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from '#kernel/fields.ts'

/** Where somebody is rung, or the number that rings a whole team. */
export const extension = z.object({
  of: z.enum(['member', 'team']),
  id,
  name: z.string(),
  extension: z.string().nullable(),
})
export type Extension = z.output<typeof extension>

export const listExtensions = endpoint({
  method: 'get',
  path: '/api/access/extensions',
  summary: 'The extensions of teams and members.',
  answer: z.object({ extensions: z.array(extension) }),
})
export const changeExtension = endpoint({
  method: 'put',
  path: '/api/access/extensions/:of/:ownerId',
  summary: 'Give a member or a team an extension, or take it away (null).',
  params: z.object({ of: z.enum(['member', 'team']), ownerId: id }),
  body: z.object({ id, extension: z.string().trim().max(20).nullable() }),
  answer: extension,
})
