import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chownSync } from 'node:fs'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { tryImap } from '#platform/mail-servers/imap.ts'
import { freePort } from './free-port.ts'
import type { ImapServer } from './imap-server.ts'

const secret = 'himitsu'

/**
 * Debian's Dovecot with a folder, a port and processes of its own; nothing of the machine's is touched. `authPort`: where it
 * tells a mail server who may sign in.
 */
export async function openDovecot(authPort = 0): Promise<ImapServer> {
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'))
  const server = new OwnDovecot(folder, { imap: await freePort(), auth: authPort }, ownerOf())
  await server.prepare()
  await server.start()
  return server
}

class OwnDovecot implements ImapServer {
  readonly name = 'Dovecot'
  readonly account: ImapServer['account']
  readonly #folder: string
  readonly #owner: Owner
  readonly #authPort: number
  #running: ChildProcess | undefined

  constructor(folder: string, ports: { imap: number; auth: number }, owner: Owner) {
    this.#folder = folder
    this.#authPort = ports.auth
    this.#owner = owner
    this.account = { host: '127.0.0.1', port: ports.imap, security: 'none', user: 'desk', secret }
  }

  async prepare() {
    const { uid, gid } = this.#owner
    const inner = ['run', 'state', 'home', 'home/Maildir', ...maildir]
    for (const name of inner) {
      await mkdir(join(this.#folder, name), { recursive: true })
      chownSync(join(this.#folder, name), uid, gid)
    }
    // The processes behind it are not root and must reach their mail.
    await chmod(this.#folder, 0o755)
    const written = configuration(this.#folder, this.account.port, this.#owner)
    const auth = this.#authPort === 0 ? '' : authFor(this.#authPort)
    await writeFile(join(this.#folder, 'dovecot.conf'), written + auth)
  }

  async start() {
    this.#running = await startDovecot(this.#folder, this.account.port)
  }

  async kill() {
    if (this.#running) await stopDovecot(this.#running)
  }

  /** As a delivery agent does it: written beside, then moved in. */
  async deliver(bytes: Buffer, at = new Date()) {
    const name = `${Math.floor(Date.now() / 1000)}.${randomUUID()}.test`
    const [written, moved] = ['tmp', 'new'].map((of) => join(this.#maildir, of, name))
    if (!written || !moved) return
    await writeFile(written, bytes)
    await utimes(written, at, at)
    chownSync(written, this.#owner.uid, this.#owner.gid)
    await rename(written, moved)
  }

  async renumber() {
    await this.kill()
    await forgetNumbers(this.#maildir)
    await this.start()
  }

  async unseen() {
    return (await tryImap(this.account, 'INBOX')).unseen
  }

  async close() {
    await this.kill()
    await rm(this.#folder, { recursive: true, force: true })
  }

  get #maildir() {
    return join(this.#folder, 'home/Maildir')
  }
}

const maildir = ['home/Maildir/tmp', 'home/Maildir/new', 'home/Maildir/cur']

type Owner = { uid: number; gid: number; name: string }

/** Dovecot reads no mail as root. */
function ownerOf(): Owner {
  const { uid, gid, username: name } = userInfo()
  if (uid !== 0) return { uid, gid, name }
  const ids = (flag: string) => Number(spawnSync('id', [flag, 'dovecot']).stdout.toString())
  return { uid: ids('-u'), gid: ids('-g'), name: 'dovecot' }
}

function configuration(folder: string, port: number, { uid, gid, name }: Owner): string {
  const group = spawnSync('id', ['-gn', name]).stdout.toString().trim()
  return `${services(port)}
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_login_user = ${name}
default_internal_user = ${name}
default_internal_group = ${group}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
passdb {
  driver = static
  args = password=${secret}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home
}
`
}

function authFor(port: number): string {
  return `service auth {
  inet_listener {
    address = 127.0.0.1
    port = ${port}
  }
}
`
}

function services(port: number): string {
  return `service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}`
}

async function startDovecot(folder: string, port: number): Promise<ChildProcess> {
  // A group of its own, so that nothing of it outlives being killed.
  const child = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], {
    detached: true,
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 200; tries += 1) {
    if (await greets(port, '* OK')) return child
    if (child.exitCode !== null) break
    await sleep(50)
  }
  const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '')
  throw new Error(`Dovecot does not answer:\n${log}`)
}

/** Does a server say this first at a port of this machine? */
export async function greets(port: number, words: string): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    const [greeting] = await once(socket, 'data')
    return String(greeting).startsWith(words)
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function stopDovecot(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  process.kill(-child.pid, 'SIGKILL')
  await ended
}

/** The list of UIDs and all indexes go: Dovecot counts again, under another UIDVALIDITY. */
async function forgetNumbers(maildir: string): Promise<void> {
  const names = await readdir(maildir)
  const before = names.filter((name) => name.startsWith('dovecot'))
  for (const name of before) await rm(join(maildir, name), { recursive: true, force: true })
  // UIDVALIDITY is made of the second in which it begins.
  await sleep(1100)
}
