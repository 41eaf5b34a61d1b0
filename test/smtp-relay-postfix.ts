import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { freePort } from './free-port.ts'
import { greets, openDovecot } from './imap-server-dovecot.ts'
import { keep, portOf, type Posted } from './post-office.ts'
import { relayCertificate, relayKey } from './smtp-relay-certificate.ts'
import type { Relaying, SmtpRelay } from './smtp-relay.ts'

type Ports = { smtp: number; auth: number; lmtp: number; policy: number }

/**
 * Debian's Postfix with a folder and ports of its own; nothing of the machine's is touched. Dovecot tells it who may sign
 * in, this process which recipients it takes (the policy protocol of Postfix) and what arrived (LMTP).
 */
export async function openPostfix(): Promise<SmtpRelay> {
  const relay: Relaying = { policy: () => null, arrived: [] }
  const auth = await freePort()
  const dovecot = await openDovecot(auth)
  const [policy, inbox] = [policyOf(relay), lmtpInto(relay.arrived)]
  await listening(policy, inbox)
  const ports = {
    smtp: await freePort(),
    auth,
    lmtp: portOf(inbox),
    policy: portOf({ server: policy }),
  }
  const folder = await prepared(ports)
  const running = await start(folder, ports.smtp)
  const { user, secret: password } = dovecot.account
  return Object.assign(relay, {
    account: { host: '127.0.0.1', port: ports.smtp, user, password },
    async close() {
      await stop(running, folder)
      await Promise.all([
        dovecot.close(),
        closed(policy),
        new Promise<void>((done) => inbox.close(done)),
      ])
      await rm(folder, { recursive: true, force: true })
    },
  })
}

async function listening(policy: Server, inbox: SMTPServer): Promise<void> {
  policy.listen(0, '127.0.0.1')
  inbox.listen(0, '127.0.0.1')
  await Promise.all([once(policy, 'listening'), once(inbox.server, 'listening')])
}

/** http://www.postfix.org/SMTPD_POLICY_README.html: lines of name=value, an empty line, and `action=` in answer. */
function policyOf(relay: Pick<Relaying, 'policy'>): Server {
  return createServer((socket) => {
    let asked = ''
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      asked += String(chunk)
      for (let end = asked.indexOf('\n\n'); end >= 0; end = asked.indexOf('\n\n')) {
        const recipient = /^recipient=(.*)$/mu.exec(asked.slice(0, end))?.[1] ?? ''
        asked = asked.slice(end + 2)
        socket.write(`action=${relay.policy(recipient) ?? 'DUNNO'}\n\n`)
      }
    })
  })
}

function lmtpInto(arrived: Posted[]): SMTPServer {
  const inbox: SMTPServer = new SMTPServer({
    lmtp: true,
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => void keep(arrived, stream, session, done),
  })
  return inbox.on('error', () => undefined)
}

async function prepared(ports: Ports): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'postfix-'))
  await chmod(folder, 0o755)
  for (const name of ['config', 'queue', 'data']) await mkdir(join(folder, name))
  const id = Number(spawnSync('id', ['-u', 'postfix']).stdout.toString())
  chownSync(join(folder, 'data'), id, 0)
  await writeFile(join(folder, 'key.pem'), relayKey, { mode: 0o600 })
  await writeFile(join(folder, 'cert.pem'), relayCertificate)
  await writeFile(join(folder, 'config/main.cf'), settings(folder, ports))
  await writeFile(join(folder, 'config/master.cf'), services(ports.smtp))
  return folder
}

function settings(folder: string, { auth, lmtp, policy }: Ports): string {
  return `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file_prefixes = ${folder}
maillog_file = ${folder}/log
myhostname = mx.relay.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtp_dns_support_level = disabled
mydestination =
alias_maps =
alias_database =
default_transport = lmtp:inet:127.0.0.1:${lmtp}
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = ${folder}/cert.pem
smtpd_tls_key_file = ${folder}/key.pem
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${auth}
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_policy_service inet:127.0.0.1:${policy}, permit_sasl_authenticated, reject
smtpd_delay_reject = yes
smtpd_discard_ehlo_keywords = 8bitmime, smtputf8, chunking
smtputf8_enable = no
message_size_limit = 1000000
`
}

function services(port: number): string {
  const inner = [
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'rewrite unix - - n - - trivial-rewrite',
    ...['bounce', 'defer', 'trace'].map((name) => `${name} unix - - n - 0 bounce`),
    'verify unix - - n - 1 verify',
    'proxymap unix - - n - - proxymap',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'lmtp unix - - n - - lmtp',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
  ]
  return [`127.0.0.1:${port} inet n - n - - smtpd`, ...inner, ''].join('\n')
}

async function start(folder: string, port: number): Promise<ChildProcess> {
  // A group of its own, so that nothing of it outlives being killed.
  const child = spawn('postfix', ['-c', join(folder, 'config'), 'start-fg'], {
    detached: true,
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 200; tries += 1) {
    if (await greets(port, '220')) return child
    if (child.exitCode !== null) break
    await sleep(50)
  }
  const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '')
  throw new Error(`Postfix does not answer:\n${log}`)
}

/** Its master leads a group of its own, not the one that was started. */
async function stop(child: ChildProcess, folder: string): Promise<void> {
  const ended = child.exitCode === null ? once(child, 'exit') : null
  const master = Number(await readFile(join(folder, 'queue/pid/master.pid'), 'utf8'))
  process.kill(-master, 'SIGKILL')
  await ended
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => server.close(() => done()))
}
