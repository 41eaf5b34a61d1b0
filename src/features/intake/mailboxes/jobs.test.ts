import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { inside } from '#features/access/door.ts'
import { imapServerName, openImapServer, type ImapServer } from '#test/imap-server.ts'
import { openDesk, value } from '#test/desk.ts'
import { listMailboxes, saveMailbox, type MailboxDraft } from './contract.ts'
import { followMailboxes } from './jobs.ts'

// The mail server goes by the real clock, and mail from before is told apart by it.
const desk = await openDesk(new Date().toISOString())
const admin = desk.as('fujii')
const watch = { every: 0.2, lease: 2, pace: { first: 100, most: 1000, afterSignIn: 1000 } }

const servers: ImapServer[] = []
const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop()
  const { mailboxes } = value(await admin.call(listMailboxes))
  for (const { id, ...mailbox } of mailboxes)
    if (mailbox.isOn) await save(id, { ...mailbox, takesPast: false, isOn: false })
})
afterAll(() => Promise.all(servers.map((server) => server.close())))

function save(mailboxId: string, body: MailboxDraft) {
  return admin.call(saveMailbox, { params: { mailboxId }, body })
}

type Wrong = Partial<Omit<ImapServer['account'], 'security'>> & {
  security?: 'tls' | 'none'
  folder?: string
  marksSeen?: boolean
}

/** A server of its own with a mailbox for it; `change` makes it wrong. */
async function mailbox(change: Wrong = {}) {
  const server = await openImapServer()
  servers.push(server)
  const {
    secret,
    folder = 'INBOX',
    marksSeen = false,
    ...account
  } = { ...server.account, ...change }
  const address = `desk-${servers.length}@example.jp`
  const id = desk.newId()
  const draft: MailboxDraft = {
    address,
    displayName: '',
    signature: '',
    isDefault: false,
    isOn: true,
    takesLmtp: false,
    takesPast: false,
    imap: { ...account, folder, marksSeen },
    smtp: null,
    imapSecret: secret,
  }
  value(await save(id, draft))
  return { server, address, id, draft }
}

function follow() {
  const following = followMailboxes(desk.ports, watch)
  running.push(following)
  return following
}

const letter = (subject: string) =>
  Buffer.from(
    `From: y@example.com\r\nMessage-ID: <${subject}@example.com>\r\nSubject: ${subject}\r\n\r\n割れていました。${subject}\r\n`,
  )

/** Subjects of what came to a mailbox and became a complaint, in the order of their arrival. */
async function entered(address: string): Promise<string[]> {
  const rows = await inside(desk.ports.db, admin.scope, (tx) =>
    tx
      .selectFrom('intake_mails')
      .innerJoin('complaints', 'complaints.id', 'intake_mails.complaint_id')
      .where('mailbox', '=', address)
      .orderBy('intake_mails.id')
      .select('subject_key')
      .execute(),
  )
  return rows.map((row) => row.subject_key ?? '')
}

async function stateOf(id: string) {
  const { mailboxes } = value(await admin.call(listMailboxes))
  const { state, problem } = mailboxes.find((each) => each.id === id) ?? {}
  return [state, problem]
}

/** However busy the machine is. */
const patiently = { timeout: 40_000, interval: 100 }

describe(`IMAP（${imapServerName} を相手に）`, () => {
  it('新しいメールは、待っているあいだに届く。登録より前のメールは取らず、既読にもしない', async () => {
    const { server, address, id } = await mailbox()
    await server.deliver(letter('old'), new Date(Date.now() - 3_600_000))
    await server.deliver(letter('just-before'))
    follow()
    await expect.poll(() => stateOf(id), patiently).toEqual(['connected', null])
    await expect.poll(() => entered(address), patiently).toEqual(['just-before'])
    await server.deliver(letter('idle'))
    await expect.poll(() => entered(address), patiently).toEqual(['just-before', 'idle'])
    expect(await server.unseen()).toBe(3)
  })

  it('選べば、届いたものだけに既読の印を付ける', async () => {
    const { server, address } = await mailbox({ marksSeen: true })
    await server.deliver(letter('old'), new Date(Date.now() - 3_600_000))
    await server.deliver(letter('seen'))
    follow()
    await expect.poll(() => entered(address), patiently).toEqual(['seen'])
    await expect.poll(() => server.unseen(), patiently).toEqual(1)
  })

  it('サーバーが落ちても、戻ればひとりでにつながり、そのあいだのメールも届く', async () => {
    const { server, address, id } = await mailbox()
    follow()
    await expect.poll(() => stateOf(id), patiently).toEqual(['connected', null])
    await server.kill()
    await expect.poll(() => stateOf(id), patiently).toEqual(['trouble', 'nobody-listens'])
    await server.start()
    await server.deliver(letter('after'))
    await expect.poll(() => entered(address), patiently).toEqual(['after'])
    expect(await stateOf(id)).toEqual(['connected', null])
  })

  it('UIDVALIDITYが変わると読み直し、同じメールは増えない', async () => {
    const { server, address, id } = await mailbox()
    for (const subject of ['a', 'b', 'c']) await server.deliver(letter(subject))
    follow()
    await expect.poll(async () => (await entered(address)).length, patiently).toEqual(3)
    await server.renumber()
    await server.deliver(letter('d'))
    await expect
      .poll(async () => (await entered(address)).toSorted(), patiently)
      .toEqual(['a', 'b', 'c', 'd'])
    expect(await stateOf(id)).toEqual(['connected', null])
  })

  it('いくつものメールボックスを、いっしょに読む', async () => {
    const [one, other] = [await mailbox(), await mailbox()]
    follow()
    await one.server.deliver(letter('one'))
    await other.server.deliver(letter('other'))
    await expect.poll(() => entered(one.address), patiently).toEqual(['one'])
    await expect.poll(() => entered(other.address), patiently).toEqual(['other'])
  })

  it('二つのノードでも読むのは一つ。止まると、もう一つがすぐ引き継ぐ', async () => {
    const { server, address, id } = await mailbox()
    const first = follow()
    await expect.poll(() => stateOf(id), patiently).toEqual(['connected', null])
    follow()
    await server.deliver(letter('first'))
    await expect.poll(() => entered(address), patiently).toEqual(['first'])
    await first.stop()
    await server.deliver(letter('second'))
    await expect.poll(() => entered(address), patiently).toEqual(['first', 'second'])
  })

  it('ノードが突然死んでも、続きから、もう一つが引き継ぐ', async () => {
    const { server, address, id } = await mailbox()
    const script = join(import.meta.dirname, '../../../../test/mailbox-node.ts')
    const node = spawn(process.execPath, [script, desk.url], { stdio: 'inherit' })
    const ended = once(node, 'exit')
    for (let at = 0; at < 5; at += 1) await server.deliver(letter(`m${at}`))
    await expect.poll(async () => (await entered(address)).length > 0, patiently).toEqual(true)
    node.kill('SIGKILL')
    await ended
    for (let at = 5; at < 8; at += 1) await server.deliver(letter(`m${at}`))
    follow()
    const all = Array.from({ length: 8 }, (_, at) => `m${at}`)
    // What died between storing and reading is read by the job, two minutes after it came.
    const later = async () => {
      await desk.runJobs(desk.clock.now().add({ seconds: 30 }).toString())
      return (await entered(address)).toSorted()
    }
    await expect.poll(later, patiently).toEqual(all)
    expect(await stateOf(id)).toEqual(['connected', null])
  })

  it.each([
    ['パスワードが違う', { secret: 'chigau' }, 'sign-in'],
    ['フォルダがない', { folder: 'ありません' }, 'no-such-folder'],
    ['だれも聞いていない', { port: 1 }, 'nobody-listens'],
    ['名前が見つからない', { host: 'imap.invalid' }, 'no-such-host'],
    ['暗号化に応じない', { security: 'tls' }, 'not-encrypted'],
  ] satisfies [string, Wrong, string][])(
    '%sときは、そう書いてある。直せば、すぐにつながる',
    async (_, wrong, problem) => {
      const { server, id, draft } = await mailbox(wrong)
      follow()
      await expect.poll(() => stateOf(id), patiently).toEqual(['trouble', problem])
      const { secret, ...account } = server.account
      const imap = { ...account, folder: 'INBOX', marksSeen: false }
      value(await save(id, { ...draft, imap, imapSecret: secret }))
      await expect.poll(() => stateOf(id), patiently).toEqual(['connected', null])
    },
  )

  it('切ったメールボックスは、もう読まない', async () => {
    const { server, address, id, draft } = await mailbox()
    const following = follow()
    await expect.poll(() => stateOf(id), patiently).toEqual(['connected', null])
    value(await save(id, { ...draft, isOn: false }))
    await sleep(1000)
    await server.deliver(letter('off'))
    await sleep(500)
    expect(await entered(address)).toEqual([])
    expect(await stateOf(id)).toEqual(['off', null])
    await following.stop()
  })
})
