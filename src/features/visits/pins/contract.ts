import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { instant } from '#kernel/fields.ts'

/** A PIN, as it is typed. */
export const digits = z.string().regex(/^\d{4,8}$/)
export const pin = z.object({ isSet: z.boolean(), changedAt: instant.nullable() })
export const location = z.object({ companyAllows: z.boolean(), isGiven: z.boolean() })

export const setPins = endpoint({
  method: 'put',
  path: '/api/visits/pins',
  summary:
    'My PIN, and the one for when somebody forces me to end. `current` is asked once there is one; not while I am on a visit.',
  body: z.object({ pin: digits, duressPin: digits, current: digits.optional() }),
  answer: pin,
})

export const tryPin = endpoint({
  method: 'post',
  path: '/api/visits/pins/trials',
  summary: 'Which of my two PINs is this? To practise at the office; not while I am on a visit.',
  body: z.object({ pin: digits }),
  answer: z.object({ is: z.enum(['pin', 'duress', 'neither']) }),
})

export const agreeToLocation = endpoint({
  method: 'put',
  path: '/api/visits/location-consent',
  summary: 'I agree, or no longer agree, that an alarm carries the position of my phone.',
  body: z.object({ isGiven: z.boolean() }),
  answer: location,
})
