import { once } from 'node:events'
import type { SMTPServer, SMTPServerDataStream } from 'smtp-server'
import type { Log } from '../log.ts'

export type Lmtp = {
  readonly host: string
  /** 0 takes any that is free. */
  readonly port: number
  /** Bytes of the largest message; larger ones are refused for good (552). */
  readonly most: number
  readonly takes: (address: string) => Promise<boolean>
  /** Keeps the message for one recipient. What it throws becomes 451: the other server tries again. */
  readonly keep: (address: string, bytes: Buffer) => Promise<void>
  readonly log: Log
}

/**
 * Takes mail from a mail server beside us (RFC 2033). Every recipient is answered apart, and 250 only when the message
 * is kept for them. No sign-in: it must not be reached from outside.
 */
export async function startLmtp(
  lmtp: Lmtp,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server = await serverOf(lmtp)
  server.on('error', (error: Error) => lmtp.log.warn({ error: error.message }, 'LMTP'))
  const listening = once(server.server, 'listening')
  server.listen(lmtp.port, lmtp.host)
  await listening
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : lmtp.port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function serverOf(lmtp: Lmtp): Promise<SMTPServer> {
  const { SMTPServer: Server } = await import('smtp-server')
  return new Server({
    lmtp: true,
    secure: false,
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    size: lmtp.most,
    rejectOversized: true,
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, done) => void answerRecipient(lmtp, address, done),
    onData: (stream, { envelope }, done) => {
      const to = envelope.rcptTo.map(({ address }) => address)
      void answerMessage(lmtp, stream, to, done)
    },
  })
}

async function answerRecipient(
  { takes, log }: Lmtp,
  address: string,
  done: (error?: Error | null) => void,
) {
  try {
    done((await takes(address)) ? null : refusal(550, '5.1.1 no such mailbox here'))
  } catch (error) {
    log.warn({ error: String(error) }, 'LMTP: a recipient could not be looked up')
    done(later())
  }
}

async function answerMessage(
  lmtp: Lmtp,
  stream: SMTPServerDataStream,
  to: readonly string[],
  done: (error?: Error | null, answers?: (string | Error)[]) => void,
) {
  try {
    done(null, await answersTo(lmtp, stream, to))
  } catch {
    done(later())
  }
}

async function answersTo(
  { keep, log }: Lmtp,
  stream: SMTPServerDataStream,
  to: readonly string[],
): Promise<(string | Error)[]> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(Buffer.from(chunk))
  if (stream.sizeExceeded) return to.map(() => refusal(552, '5.3.4 the message is too large'))
  const bytes = Buffer.concat(chunks)
  const answers: (string | Error)[] = []
  for (const address of to) {
    try {
      await keep(address, bytes)
      answers.push('2.0.0 kept')
    } catch (error) {
      log.error({ error: String(error) }, 'LMTP: a message could not be kept')
      answers.push(later())
    }
  }
  return answers
}

function later(): Error {
  return refusal(451, '4.3.0 it cannot be kept now, try again later')
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
