import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from '#kernel/fields.ts'

const device = z.object({ endpoint: z.string().max(2000) })
const told = z.object({ isTold: z.boolean() })

export const readPushKey = endpoint({
  method: 'get',
  path: '/api/supervision/push-key',
  summary: 'The key to which a browser binds its address for push messages (VAPID, base64url).',
  answer: z.object({ publicKey: z.string() }),
})
export const registerDevice = endpoint({
  method: 'put',
  path: '/api/supervision/devices',
  summary:
    'Tell this browser of calls for help, also while the board is closed. Sent again whenever the board is opened: browsers change their address.',
  body: device.extend({ id, p256dh: z.string().max(200), auth: z.string().max(100) }),
  answer: told,
})
export const forgetDevice = endpoint({
  method: 'delete',
  path: '/api/supervision/devices',
  summary: 'No longer tell this browser.',
  body: device,
  answer: told,
})
export const tryDevice = endpoint({
  method: 'post',
  path: '/api/supervision/devices/trial',
  summary: 'Send one message to this browser, to see that it arrives.',
  body: device,
  answer: told,
})
