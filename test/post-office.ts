import { once } from 'node:events'
import type { Server as NetServer } from 'node:net'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll } from 'vitest'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export type Posted = {
  readonly from: string
  readonly to: readonly string[]
  /** As it came over the wire. */
  readonly bytes: Buffer
  readonly user: string | null
}

type No = { readonly code: number; readonly text: string }

/** What the server does with what comes next; by default it takes everything. */
export type Mood = {
  readonly greeting?: No
  readonly rcpt?: (address: string) => No | null
  /** `cut` takes the message and drops the line instead of saying so. */
  readonly data?: No | 'cut'
}

export type PostOffice = {
  readonly port: number
  readonly posted: Posted[]
  mood: Mood
  /** Called with each message that was taken, before the sender hears of it. */
  onMail: (mail: Posted) => Promise<unknown>
  close(): Promise<void>
}

/** A real mail server in this process: it speaks SMTP over a socket, with sign-in, and keeps what it took. */
export async function openPostOffice(password?: string): Promise<PostOffice> {
  const office: Taking = { posted: [], mood: {}, onMail: async () => undefined }
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: password === undefined,
    allowInsecureAuth: true,
    logger: false,
    onConnect: (_, done) => done(asError(office.mood.greeting)),
    onAuth: (given, _, done) =>
      given.password === password
        ? done(null, { user: given.username ?? '' })
        : done(asError({ code: 535, text: 'authentication failed' })),
    onRcptTo: ({ address }, _, done) => done(asError(office.mood.rcpt?.(address))),
    onData: (stream, session, done) => void take(office, server, buffer(stream), session, done),
  })
  server.on('error', () => undefined) // a line that was cut
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  afterAll(close)
  return Object.assign(office, { port: portOf(server), close })
}

type Taking = Omit<PostOffice, 'port' | 'close'>

async function take(
  office: Taking,
  server: SMTPServer,
  data: Promise<Buffer>,
  session: SMTPServerSession,
  done: (error: Error | null) => void,
) {
  const bytes = await data
  const answer = office.mood.data
  if (answer && answer !== 'cut') return done(asError(answer))
  const mail = postedIn(session, bytes)
  office.posted.push(mail)
  // Taken, and gone before it could say so.
  if (answer === 'cut') return hangUp(server)
  await office.onMail(mail)
  done(null)
}

function asError(no: No | null | undefined): Error | null {
  return no ? Object.assign(new Error(no.text), { responseCode: no.code }) : null
}

/** Takes whatever comes. */
export async function keep(
  arrived: Posted[],
  data: Readable,
  session: SMTPServerSession,
  done: (error: Error | null) => void,
) {
  arrived.push(postedIn(session, await buffer(data)))
  done(null)
}

function postedIn({ envelope, user }: SMTPServerSession, bytes: Buffer): Posted {
  const { mailFrom, rcptTo } = envelope
  const to = rcptTo.map(({ address }) => address)
  return { from: mailFrom ? mailFrom.address : '', to, bytes, user: user ? String(user) : null }
}

/** `450 4.2.0 greylisted` as smtp-server wants it; null goes on. */
export function asRefusal(said: string | null): Error | null {
  return said === null ? null : asError({ code: Number(said.slice(0, 3)), text: said.slice(4) })
}

function hangUp({ connections }: SMTPServer) {
  for (const { _socket: socket } of connections) socket.destroy()
}

export function portOf({ server }: { server: Pick<NetServer, 'address'> }): number {
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
