import type { Desk } from '#test/desk.ts'
import type { PostOffice } from '#test/post-office.ts'
import { saveMailbox } from '#features/intake/mailboxes/contract.ts'
import { receivedMail } from '#features/intake/mail/contract.ts'

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
