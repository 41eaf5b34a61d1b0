import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from '#kernel/fields.ts'
import { draft } from '../contract.ts'
import { gateFinding } from '../gate/contract.ts'
import { checkPath } from '../moving/contract.ts'
import { reading } from '../points/contract.ts'

export const checkLetter = endpoint({
  method: 'post',
  path: checkPath,
  summary:
    'What the gate finds in a reply that is being written, how it reads, and how it will look.',
  params: z.object({ complaintId: id }),
  body: draft,
  answer: z.object({ findings: z.array(gateFinding), folded: z.string(), reading }),
})
