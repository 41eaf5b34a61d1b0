import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { NodemailerError } from 'nodemailer/lib/errors'
import { troubleOf as problemOf } from '../mail-servers/trouble.ts'
import { trusting } from './trust.ts'

export type SmtpServer = {
  readonly host: string
  readonly port: number
  /** `none` only for a server on this machine or behind the same wall. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string | null
  readonly password: string | null
  /** One that was accepted although it does not fit (PEM); '' for none. */
  readonly certificate: string
}

export type SmtpEnvelope = { readonly from: string; readonly to: readonly string[] }

export type Trouble =
  | 'unreachable'
  | 'sign-in'
  | 'encryption'
  | 'certificate'
  | 'recipient'
  | 'sender'
  | 'too-large'
  | 'refused'

/** What became of it. `said`: the server's own words, for whoever looks after the mail server. */
export type Delivery =
  | {
      readonly kind: 'sent'
      readonly said: string
      readonly refused: readonly { readonly address: string; readonly said: string }[]
    }
  /** Nothing was taken; the same bytes may be taken later, or never. */
  | { readonly kind: 'later' | 'never'; readonly trouble: Trouble; readonly said: string }
  /** All of it was handed over and no answer came: perhaps it has gone. */
  | { readonly kind: 'unsure'; readonly said: string }

/** Milliseconds. A dialogue that takes longer than `wholeDialogue` is given up. */
export const patience = { connection: 30_000, silence: 120_000, wholeDialogue: 240_000 }

/** One dialogue with one server, given up after `giveUpMs`. Never throws: what goes wrong is an answer. */
export async function deliver(
  server: SmtpServer,
  envelope: SmtpEnvelope,
  bytes: Buffer,
  giveUpMs: number = patience.wholeDialogue,
): Promise<Delivery> {
  const odd = envelope.to.find((address) => !takesAscii(address))
  return odd === undefined
    ? dialogue(server, envelope, bytes, giveUpMs)
    : { kind: 'never', trouble: 'recipient', said: `${odd}: SMTPUTF8` }
}

async function dialogue(
  server: SmtpServer,
  envelope: SmtpEnvelope,
  bytes: Buffer,
  giveUpMs: number,
): Promise<Delivery> {
  const connection = await connectionTo(server)
  const message = Readable.from([bytes], { objectMode: false })
  let isHandedOver = false
  message.once('end', () => (isHandedOver = true))
  const { promise, resolve } = Promise.withResolvers<Delivery>()
  const fail = (error: NodemailerError) => resolve(troubleOf(error, isHandedOver))
  const timer = setTimeout(() => fail(new Error('gave up')), giveUpMs)
  connection.once('error', fail)
  connection.once('end', () => fail(new Error('Connection closed'))) // cut while nobody waits for an answer
  converse(connection, server, fail, () =>
    connection.send(
      { from: envelope.from, to: [...envelope.to], size: bytes.length },
      message,
      (error, info) =>
        error
          ? fail(error)
          : resolve({ kind: 'sent', said: line(info.response), refused: refusedIn(info) }),
    ),
  )
  const delivery = await promise
  clearTimeout(timer)
  connection[delivery.kind === 'sent' ? 'quit' : 'close']()
  return delivery
}

// Few servers speak SMTPUTF8, and those that do not would be handed letters they cannot read. Domains travel as Punycode.
function takesAscii(address: string): boolean {
  return /^[\x20-\x7e]+@[^@]+$/u.test(address)
}

async function connectionTo({ host, port, security, certificate }: SmtpServer) {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  const connection = new Connection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...trusting(certificate),
    connectionTimeout: patience.connection,
    greetingTimeout: patience.connection,
    socketTimeout: patience.silence,
    // Where the server is on this very machine.
    allowInternalNetworkInterfaces: true,
  })
  // After the answer nobody listens any more, and an error without a listener would end the process.
  connection.on('error', () => undefined)
  return connection
}

function converse(
  connection: SMTPConnection,
  { user, password }: SmtpServer,
  fail: (error: NodemailerError) => void,
  send: () => void,
) {
  connection.connect((error) => {
    if (error) return fail(error)
    if (!user) return send()
    connection.login({ user, pass: password ?? '' }, (refused) =>
      refused ? fail(refused) : send(),
    )
  })
}

function refusedIn(info: { rejectedErrors?: NodemailerError[] | undefined }) {
  return (info.rejectedErrors ?? []).map(({ recipient = '', response, message }) => ({
    address: recipient,
    said: line(response ?? message),
  }))
}

const settings: ReadonlySet<Trouble> = new Set(['sign-in', 'encryption', 'certificate'])

function troubleOf(error: NodemailerError, isHandedOver: boolean): Delivery {
  const said = line(error.response ?? error.message)
  if (isHandedOver && error.responseCode === undefined) return { kind: 'unsure', said }
  const trouble = troubleNamed(error)
  if (error.permanent !== undefined) {
    // What is wrong with the settings may be put right in a minute: the letter waits for it.
    const isForGood = error.permanent && !settings.has(trouble)
    return { kind: isForGood ? 'never' : 'later', trouble, said }
  }
  const isOurs = error.code === 'EENVELOPE' || error.code === 'EMESSAGE'
  return { kind: isOurs ? 'never' : 'later', trouble, said }
}

function troubleNamed(error: NodemailerError): Trouble {
  const { code, command = '', responseCode } = error
  if (code === 'EAUTH' || code === 'ENOAUTH' || responseCode === 530) return 'sign-in'
  if (isAboutCertificate(error)) return 'certificate'
  if (code === 'ETLS') return 'encryption'
  if (responseCode === 552 || responseCode === 523) return 'too-large'
  if (command.startsWith('RCPT')) return 'recipient'
  if (command.startsWith('MAIL')) return 'sender'
  if (responseCode === 421) return 'unreachable'
  return responseCode === undefined && code !== 'EENVELOPE' ? 'unreachable' : 'refused'
}

function isAboutCertificate(error: NodemailerError): boolean {
  return error.responseCode === undefined && problemOf(error).problem === 'certificate'
}

function line(said: string): string {
  return said.replace(/\s+/gu, ' ').trim().slice(0, 500)
}
