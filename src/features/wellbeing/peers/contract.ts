import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant } from '#kernel/fields.ts'

export const longestWords = 200

export const readPeers = endpoint({
  method: 'get',
  path: '/api/wellbeing/words',
  summary:
    'Words that colleagues sent to me, whom I could send some to, and whether I receive any.',
  answer: z.object({
    words: z.array(
      z.object({
        id,
        fromName: z.string(),
        text: z.string(),
        sentAt: instant,
        isNew: z.boolean(),
      }),
    ),
    colleagues: z.array(z.object({ memberId: id, name: z.string() })),
    isMuted: z.boolean(),
  }),
})
export const sendWords = endpoint({
  method: 'post',
  path: '/api/wellbeing/words',
  summary: 'Send a colleague a warm sentence. Only they can read it.',
  body: z.object({ id, toId: id, text: z.string().trim().min(1).max(longestWords) }),
  answer: z.object({}),
})
export const markRead = endpoint({
  method: 'put',
  path: '/api/wellbeing/words/read',
  summary: 'I have read what was sent to me.',
  body: z.object({ id }),
  answer: z.object({}),
})
export const throwAway = endpoint({
  method: 'delete',
  path: '/api/wellbeing/words/:wordsId',
  summary: 'Throw words away that were sent to me.',
  params: z.object({ wordsId: id }),
  answer: z.object({}),
})
export const mute = endpoint({
  method: 'put',
  path: '/api/wellbeing/mute',
  summary:
    'Receive no words from colleagues for a while, or receive them again. Senders do not find out.',
  body: z.object({ isMuted: z.boolean() }),
  answer: z.object({}),
})
