import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { asRefusal, keep, portOf } from './post-office.ts'
import { relayCertificate, relayKey } from './smtp-relay-certificate.ts'
import type { Relaying, SmtpRelay } from './smtp-relay.ts'

/** The same from smtp-server, which needs nothing but Node. */
export async function openScriptedRelay(): Promise<SmtpRelay> {
  const password = 'himitsu'
  const relay: Relaying = { policy: () => null, arrived: [] }
  const server = new SMTPServer({
    key: relayKey,
    cert: relayCertificate,
    hide8BITMIME: true,
    hideSMTPUTF8: true,
    onAuth: (given, _, done) =>
      given.password === password
        ? done(null, { user: given.username ?? '' })
        : done(asRefusal('535 5.7.8 authentication failed')),
    onRcptTo: ({ address }, _, done) => done(asRefusal(relay.policy(address))),
    onData: (stream, session, done) => void keep(relay.arrived, stream, session, done),
  })
  server.on('error', () => undefined) // a line that was cut
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  const account = { host: '127.0.0.1', port: portOf(server), user: 'desk', password }
  return Object.assign(relay, { account, close })
}
