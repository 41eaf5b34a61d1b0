import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { secretFrom, signedHeaders } from './standard-webhooks.ts'

const id = 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W'
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

it('仕様の見本のとおりに署名する', () => {
  const signed = signedHeaders([secret], {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    seconds: 1614265330,
    body: '{"test": 2432232314}',
  })
  expect(signed['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

it('公式のライブラリが、新旧どちらの合言葉でも確かめられる', () => {
  const made = secretFrom((bytes) => 'ab'.repeat(bytes))
  const body = '{"type":"complaint.received","data":{"words":"割れていた"}}'
  const signed = signedHeaders([made, secret], { id, seconds: Math.floor(Date.now() / 1000), body })
  expect(new Webhook(made).verify(body, signed)).toMatchObject({ type: 'complaint.received' })
  expect(new Webhook(secret).verify(body, signed)).toMatchObject({ type: 'complaint.received' })
  expect(() => new Webhook(secret).verify(`${body} `, signed)).toThrow('No matching signature')
})
