import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { instant } from '#kernel/fields.ts'

export const formSettings = z.object({
  /** Shut, the form says when the telephone is answered, and takes nothing. */
  isOpen: z.boolean(),
  /** Origins such as https://shop.example.jp whose pages may show the form. */
  framedBy: z.array(z.string().trim().max(200)).max(50),
  /** What customers had better have at hand, one thing on each line; shown above what the form says by itself. */
  prepare: z.string().trim().max(1000),
})
export type FormSettings = z.output<typeof formSettings>

const shownSettings = formSettings.extend({
  /** The form stands at /form/<slug>. */
  slug: z.string(),
  changedAt: instant.nullable(),
  changedByName: z.string().nullable(),
})
export type ShownFormSettings = z.output<typeof shownSettings>

export const readFormSettings = endpoint({
  method: 'get',
  path: '/api/intake/form-settings',
  summary: 'How the public web form is set up (administrators).',
  answer: shownSettings,
})
export const changeFormSettings = endpoint({
  method: 'put',
  path: '/api/intake/form-settings',
  summary:
    'Open or shut the web form, name the sites that may show it, and what is to be prepared.',
  body: formSettings,
  answer: shownSettings,
})
