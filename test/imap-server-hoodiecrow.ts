import { once } from 'node:events'
import type { Socket } from 'node:net'
import hoodiecrow, { type Hoodiecrow } from 'hoodiecrow-imap'
import { tryImap } from '#platform/mail-servers/imap.ts'
import { freePort } from './free-port.ts'
import type { ImapServer } from './imap-server.ts'

type Stored = { raw: string; uid: number; internaldate: string }

/** It forgets everything when it ends, so its mail is kept here. */
export async function openHoodiecrow(): Promise<ImapServer> {
  const server = new KeptHoodiecrow(await freePort())
  await server.start()
  return server
}

class KeptHoodiecrow implements ImapServer {
  readonly name = 'hoodiecrow'
  readonly account: ImapServer['account']
  readonly #sockets = new Set<Socket>()
  #messages: Stored[] = []
  #uidvalidity = 100
  #running: Hoodiecrow | undefined

  constructor(port: number) {
    this.account = { host: '127.0.0.1', port, security: 'none', user: 'desk', secret: 'himitsu' }
  }

  async start() {
    const { port, host, user, secret } = this.account
    const messages = this.#messages.map((each) => ({ ...each }))
    const running = hoodiecrow({
      plugins: ['IDLE', 'ENABLE', 'UIDPLUS'],
      users: { [user]: { password: secret } },
      storage: {
        INBOX: { uidvalidity: this.#uidvalidity, uidnext: messages.length + 1, messages },
      },
    })
    running.server.on('connection', (socket) => this.#sockets.add(socket))
    const listening = once(running.server, 'listening')
    running.listen(port, host, () => undefined)
    await listening
    this.#running = running
  }

  async deliver(bytes: Buffer, at = new Date()) {
    const raw = bytes.toString('latin1')
    const internaldate = imapDate(at)
    this.#messages.push({ raw, internaldate, uid: this.#messages.length + 1 })
    this.#running?.appendMessage('INBOX', [], internaldate, raw)
  }

  async kill() {
    const running = this.#running
    if (!running) return
    this.#running = undefined
    const ended = new Promise<void>((resolve) => running.close(() => resolve()))
    for (const socket of this.#sockets) socket.destroy()
    this.#sockets.clear()
    await ended
  }

  async renumber() {
    await this.kill()
    this.#uidvalidity += 1
    this.#messages = this.#messages.toReversed().map((each, at) => ({ ...each, uid: at + 1 }))
    await this.start()
  }

  async unseen() {
    return (await tryImap(this.account, 'INBOX')).unseen
  }

  close() {
    return this.kill()
  }
}

/** 24-Nov-2026 10:00:00 +0000 */
function imapDate(at: Date): string {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/u.exec(at.toUTCString()) ?? []
  return `${day}-${month}-${year} ${time} +0000`
}
