import { createTransport } from 'nodemailer'

export type SmtpAccount = {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  /** '' sends without signing in. */
  readonly user: string
  readonly secret: string | null
}

/** Signs in and leaves; nothing is sent. Throws what `troubleOf` can read. */
export async function trySmtp({ host, port, security, user, secret }: SmtpAccount): Promise<void> {
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
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
