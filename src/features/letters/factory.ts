import { value, type Desk } from '#test/desk.ts'
import type { PostOffice } from '#test/post-office.ts'
import { saveMailbox } from '#features/intake/mailboxes/contract.ts'
import { uploadsPath } from '#features/complaints/evidence/contract.ts'
import { receivedMail } from '#features/intake/mail/contract.ts'
import { listLetters, readReply, sendLetter, writeLetter, type Draft } from './contract.ts'
import type { ReasonGiven } from './gate/contract.ts'

export const deskAddress = 'desk@minato.example'

/** A mailbox of the desk that sends through this post office. */
export async function aMailbox(desk: Desk, office: PostOffice, address = deskAddress) {
  return desk.as('fujii').call(saveMailbox, {
    params: { mailboxId: desk.newId() },
    body: {
      address,
      displayName: 'みなと食卓 お客様相談室',
      signature: 'みなと食卓 お客様相談室\n電話 054-000-0000',
      isDefault: true,
      isOn: true,
      takesLmtp: false,
      takesPast: false,
      imap: null,
      smtp: { host: '127.0.0.1', port: office.port, security: 'none', user: '' },
    },
  })
}

type Letterhead = {
  readonly from: string
  readonly subject: string
  readonly messageId: string
  readonly more?: readonly string[]
  readonly text: string
}

export function aMail({ from, subject, messageId, more = [], text }: Letterhead): Buffer {
  const head = [
    `From: ${from}`,
    `To: ${deskAddress}`,
    `Subject: ${subject}`,
    `Message-ID: ${messageId}`,
    ...more,
    'Content-Type: text/plain; charset=utf-8',
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}\r\n`)
}

/** It arrives as a mail server would bring it. */
export async function arrive(desk: Desk, bytes: Buffer, mailbox = deskAddress) {
  desk.as('kobayashi')
  const brought = await desk.app.request(`/api/intake/mail?mailbox=${mailbox}`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', 'x-test-person': 'kobayashi' },
    body: new Uint8Array(bytes),
  })
  return receivedMail.parse(await brought.json())
}

export const calm = '森本様\n\nお申し出の急須について、出荷の記録を確かめております。'

type Given = Partial<Draft & { id: string; basedOn: number; reasons: ReasonGiven[] }>

/** Customers who write to this desk and are answered by it, through this post office. */
export function correspond(desk: Desk, office: PostOffice) {
  /** Replies to one customer, without the acknowledgement that came first. */
  const postedTo = (address: string) =>
    office.posted.filter(({ to }) => to.includes(address)).slice(1)
  const later = (seconds: number) => desk.clock.now().add({ seconds }).toString()
  return { received: newcomers(desk, office), ...writer(desk), postedTo, later }
}

/** A customer nobody has heard of writes, and has the acknowledgement. */
function newcomers(desk: Desk, office: PostOffice) {
  let count = 0
  return async (subject = '急須の口が欠けていました') => {
    count += 1
    const address = `mori${count}@example.jp`
    const [from, messageId] = [`森本 千尋 <${address}>`, `<first-${address}>`]
    const text = '口が欠けていました。'
    const { complaint } = await arrive(desk, aMail({ from, subject, messageId, text }))
    office.mood = {}
    await desk.runJobs()
    const { complaintId = '', number = '' } = complaint ?? {}
    return { complaintId, number, address, messageId }
  }
}

function writer(desk: Desk) {
  const kobayashi = desk.as('kobayashi')
  const opening = async (complaintId: string) =>
    value(await kobayashi.call(readReply, { params: { complaintId } }))

  async function reply(complaintId: string, given: Given = {}, who = kobayashi) {
    const { head, to, subject } = await opening(complaintId)
    const body = { id: desk.newId(), basedOn: head, to, subject, text: calm, ...given }
    return who.call(writeLetter, { params: { complaintId }, body })
  }

  /** Read up to now, and send what was stopped or has failed. */
  async function again(
    complaintId: string,
    letterId: string,
    reasons: ReasonGiven[] = [],
    who = kobayashi,
  ) {
    const { head: basedOn } = await opening(complaintId)
    const body = { id: desk.newId(), basedOn, reasons }
    return who.call(sendLetter, { params: { letterId }, body })
  }

  async function repliesOf(complaintId: string) {
    const { letters } = value(await kobayashi.call(listLetters, { params: { complaintId } }))
    return letters.filter(({ kind }) => kind === 'reply')
  }
  const stateOf = async (complaintId: string) => (await repliesOf(complaintId)).at(-1)?.state
  return { opening, reply, again, repliesOf, stateOf }
}

/** A member uploads a file to a complaint; answers the id of the evidence. */
export async function upload(
  desk: Desk,
  complaintId: string,
  name: string,
  bytes: Buffer,
): Promise<string> {
  desk.as('kobayashi')
  const coded = (text: string) => Buffer.from(text).toString('base64')
  const answer = await desk.app.request(uploadsPath, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': `complaint ${coded(complaintId)},filename ${coded(name)}`,
      'content-type': 'application/offset+octet-stream',
      'x-test-person': 'kobayashi',
    },
    body: new Uint8Array(bytes),
  })
  return answer.headers.get('location')?.split('/').at(-1) ?? ''
}
