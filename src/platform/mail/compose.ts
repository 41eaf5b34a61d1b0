import { tokyo } from '#kernel/tokyo.ts'
import type { Address } from './addresses.ts'

export type DkimKey = {
  readonly domain: string
  readonly selector: string
  /** PEM. */
  readonly privateKey: string
}

/** A file inside a message. Without a type, the ending of its name says what it is. */
export type Enclosed = {
  readonly name: string
  readonly type: string | undefined
  readonly bytes: Buffer
}

export type Outgoing = {
  readonly from: Address
  readonly replyTo: string | null
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: string
  readonly text: string
  readonly enclosed?: readonly Enclosed[]
  /** With its angle brackets, as all ids here. */
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  /** ISO instant of the Date field. */
  readonly at: string
  /** Nobody pressed send: RFC 3834 asks for the mark, and every desk that sees it stays silent. */
  readonly isAutomatic: boolean
  /** Marks it as this organisation's own, for its own intake. */
  readonly organisationId: string
  readonly dkim?: DkimKey | undefined
}

/**
 * The bytes of one message (RFC 5322), CRLF throughout. Nothing that was typed can become a header: line breaks and
 * control characters in names and subjects are spaces. base64 keeps every relay's fingers off the text, so that a
 * signature over it stays good.
 */
export async function compose(mail: Outgoing): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const built = new MailComposer({
    from: { name: oneLine(mail.from.name), address: mail.from.address },
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    to: [...mail.to],
    cc: [...mail.cc],
    subject: oneLine(mail.subject),
    messageId: mail.messageId,
    ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
    references: [...mail.references],
    date: dateField(mail.at),
    text: `${mail.text.replace(/\r\n|\r|\n/gu, '\r\n').replace(/(?:\r\n)*$/u, '')}\r\n`,
    textEncoding: 'base64',
    attachments: (mail.enclosed ?? []).map(partOf),
    newline: 'windows',
    headers: {
      ...(mail.isAutomatic ? automatic : {}),
      'X-Uketome-Organisation': mail.organisationId,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const bytes = await built.compile().build()
  return mail.dkim ? signed(bytes, mail.dkim) : bytes
}

// base64 whatever it is: a part of text would else lose its own line ends.
function partOf({ name, type, bytes }: Enclosed) {
  const filename = oneLine(name)
  const coding = {
    contentTransferEncoding: 'base64' as const,
    contentDisposition: 'attachment' as const,
  }
  return { filename, content: bytes, ...coding, ...(type ? { contentType: type } : {}) }
}

const automatic = {
  'Auto-Submitted': 'auto-replied',
  'X-Auto-Response-Suppress': 'All',
  Precedence: 'bulk',
}

/** What a person typed into a field of one line. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .toWellFormed()
}

async function signed(bytes: Buffer, { domain, selector, privateKey }: DkimKey): Promise<Buffer> {
  const { default: DKIM } = await import('nodemailer/lib/dkim')
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey })
  const chunks: Buffer[] = []
  for await (const chunk of signer.sign(bytes)) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** RFC 5322 §3.3 in Japanese time: what the customer's mailer shows as our clock. */
function dateField(at: string): string {
  const now = Temporal.Instant.from(at).toZonedDateTimeISO(tokyo)
  const two = (part: number) => String(part).padStart(2, '0')
  const time = [now.hour, now.minute, now.second].map(two).join(':')
  return `${days[now.dayOfWeek - 1]}, ${two(now.day)} ${months[now.month - 1]} ${now.year} ${time} +0900`
}
