import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'
import { mostAttachments } from '../attachments/contract.ts'
import { pointsPath, writingPath } from '../moving/contract.ts'

/** A reply as it stands in its fields: addresses as they were typed, reasons by rule of the gate. */
export const replyContent = z.object({
  text: z.string().max(50_000),
  subject: z.string().max(400),
  to: z.string().max(6000),
  cc: z.string().max(6000),
  reasons: z.record(z.string(), z.string().max(1000)),
  attachments: z.array(id).max(mostAttachments),
})
export type ReplyContent = z.output<typeof replyContent>

export const sharedDraft = z.object({
  id,
  /** Counts the saves. */
  version: z.int(),
  content: replyContent,
  begunByName: z.string(),
  savedAt: instant,
  savedById: z.string(),
  savedByName: z.string(),
  /** The open composer that saved it last. */
  hand: id,
})
export type SharedDraft = z.output<typeof sharedDraft>

export const closedDraft = z.object({
  id,
  state: z.enum(['sent', 'discarded', 'erased']),
  at: instant,
  byName: z.string(),
})

/** Reading it, having its composer open, typing in it. */
export const handDoing = z.enum(['reading', 'open', 'typing'])
export type HandDoing = z.output<typeof handDoing>
export const handAt = z.object({ id, memberId: id, name: z.string(), doing: handDoing })
export type Hand = z.output<typeof handAt>

const onComplaint = z.object({ complaintId: id })

export const writing = z.object({
  draft: sharedDraft.nullable(),
  /** The draft that was closed last. */
  closed: closedDraft.nullable(),
  hands: z.array(handAt),
})
export type Writing = z.output<typeof writing>

export const readWriting = endpoint({
  method: 'get',
  path: writingPath,
  summary: 'The reply that is being written on a complaint, and who has it open at this moment.',
  params: onComplaint,
  answer: writing,
})
export const saveDraft = endpoint({
  method: 'put',
  path: writingPath,
  summary:
    'Save the reply that is being written. 409 with the draft when another composer saved meanwhile; what was sent is kept aside.',
  params: onComplaint,
  body: z.object({
    draftId: id,
    /** The page that writes, made by the browser. */
    hand: id,
    /** The version it goes on from; 0 for a new draft. */
    basedOn: z.int().nonnegative(),
    content: replyContent,
  }),
  answer: z.object({ draft: sharedDraft }),
})
const onDraft = z.object({ complaintId: id, draftId: id })
export const discardDraft = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/drafts/:draftId/discarding',
  summary: 'Throw a draft away. It can be taken back for thirty days.',
  params: onDraft,
  body: z.object({ id }),
  answer: writing,
})
export const reopenDraft = endpoint({
  method: 'post',
  path: '/api/complaints/:complaintId/letters/drafts/:draftId/reopening',
  summary: 'Take back a draft that was thrown away.',
  params: onDraft,
  body: z.object({ id }),
  answer: writing,
})

/** An earlier state of a draft. `aside`: a save that had been overtaken. */
export const restorePoint = z.object({
  id,
  draftId: id,
  isOfDiscarded: z.boolean(),
  savedAt: instant,
  savedByName: z.string(),
  isAside: z.boolean(),
  /** Characters of the text that came and went since the state before. */
  added: z.int(),
  removed: z.int(),
})
export type RestorePoint = z.output<typeof restorePoint>

export const listPoints = endpoint({
  method: 'get',
  path: pointsPath,
  summary:
    'Earlier states of the reply that is being written, or of those thrown away; newest first.',
  params: onComplaint,
  answer: z.object({ points: z.array(restorePoint) }),
})
export const readPoint = endpoint({
  method: 'get',
  path: '/api/complaints/:complaintId/letters/draft/points/:pointId',
  summary: 'One earlier state of a draft.',
  params: z.object({ complaintId: id, pointId: id }),
  answer: z.object({ content: replyContent }),
})

const onHand = z.object({ complaintId: id, hand: id })
const present = z.object({ hands: z.array(handAt) })
export const keepHand = endpoint({
  method: 'put',
  path: '/api/complaints/:complaintId/letters/draft/hands/:hand',
  summary:
    'A page has the reply open: sent again every ten seconds. After thirty silent seconds it is gone.',
  params: onHand,
  body: z.object({ doing: handDoing }),
  answer: present,
})
export const endHand = endpoint({
  method: 'delete',
  path: '/api/complaints/:complaintId/letters/draft/hands/:hand',
  summary: 'The page is closed.',
  params: onHand,
  answer: present,
})
