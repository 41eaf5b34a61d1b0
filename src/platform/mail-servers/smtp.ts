import { TLSSocket } from 'node:tls'
import { trusting } from '../mail/trust.ts'

export type SmtpAccount = {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  /** '' sends without signing in. */
  readonly user: string
  readonly secret: string | null
  /** One that was accepted although it does not fit (PEM); '' for none. */
  readonly certificate: string
}

/** Signs in and leaves; nothing is sent. Throws what `troubleOf` can read. */
export async function trySmtp(account: SmtpAccount): Promise<void> {
  const { host, port, security, user, secret, certificate } = account
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...trusting(certificate),
    ...(user === '' ? {} : { auth: { user, pass: secret ?? '' } }),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 20_000,
  })
  try {
    await transport.verify()
  } finally {
    transport.close()
  }
}

export type ShownCertificate = {
  readonly pem: string
  readonly subject: string
  readonly issuer: string
  /** As the certificate says it. */
  readonly until: string
  /** SHA-256, as mail servers print it. */
  readonly fingerprint: string
}

/** What a server shows, whoever signed it: for somebody to look at. Nothing is sent and nobody signs in. */
export async function certificateAt({
  host,
  port,
  security,
}: Pick<SmtpAccount, 'host' | 'port' | 'security'>): Promise<ShownCertificate | null> {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const connection = new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 20_000,
    allowInternalNetworkInterfaces: true,
    tls: { rejectUnauthorized: false },
  })
  const { promise, resolve } = Promise.withResolvers<ShownCertificate | null>()
  connection.on('error', () => resolve(null))
  connection.connect(() => {
    const { _socket: socket } = connection
    resolve(shownBy(socket))
  })
  const shown = await promise
  connection.close()
  return shown
}

function shownBy(socket: unknown): ShownCertificate | null {
  const found = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined
  if (!found) return null
  const { subject, issuer, validTo: until, fingerprint256: fingerprint } = found
  return { pem: found.toString(), subject, issuer, until, fingerprint }
}
