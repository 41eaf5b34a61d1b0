import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { instant } from '#kernel/fields.ts'

/** Seconds a letter waits for second thoughts. */
export const undoSeconds = z.int().min(0).max(600)

export const letterSettings = z.object({
  undoSeconds,
  /** Acknowledge complaints that come by mail or web form, by itself. */
  acknowledges: z.boolean(),
  /** Text of the acknowledgement; null is the one that comes with the product. */
  acknowledgement: z.string().max(5000).nullable(),
  /** Addresses of mailboxes that acknowledge nothing by themselves. */
  silentMailboxes: z.array(z.string().trim().max(254)).max(200),
  /** All files of one letter together. Many mail servers take 25 MB, and base64 makes a third more of them. */
  attachmentsMegabytes: z.int().min(1).max(18).default(10),
})
export type LetterSettings = z.output<typeof letterSettings>

const shown = letterSettings.extend({
  /** The text that comes with the product. */
  shippedText: z.string(),
  /** Names that may stand in it in curly brackets. */
  placeholders: z.array(z.string()),
  mailboxes: z.array(z.object({ address: z.string(), displayName: z.string() })),
  changedAt: instant.nullable(),
  changedByName: z.string().nullable(),
})
export type ShownSettings = z.output<typeof shown>

export const readLetterSettings = endpoint({
  method: 'get',
  path: '/api/letters/settings',
  summary: 'Undo window and acknowledgement of the organisation.',
  answer: shown,
})
export const changeLetterSettings = endpoint({
  method: 'put',
  path: '/api/letters/settings',
  summary: 'Change undo window and acknowledgement (administrators).',
  body: letterSettings,
  answer: shown,
})
export const previewAcknowledgement = endpoint({
  method: 'post',
  path: '/api/letters/settings/preview',
  summary: 'An acknowledgement as it would be read now; `unknown` names what nothing can fill.',
  body: z.object({ text: z.string().max(5000) }),
  answer: z.object({ subject: z.string(), text: z.string(), unknown: z.array(z.string()) }),
})
