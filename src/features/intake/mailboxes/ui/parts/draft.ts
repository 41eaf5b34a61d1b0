import type { Mailbox, MailboxDraft } from '../../contract.ts'

type Server = {
  host: string
  port: string
  security: 'tls' | 'starttls' | 'none'
  user: string
  secret: string
  /** Of the outgoing server: accepted although it does not fit. */
  certificate: string
}
/** What stands in the fields; a server keeps its fields while it is switched off. */
export type Fields = Pick<
  MailboxDraft,
  'address' | 'displayName' | 'signature' | 'isDefault' | 'takesLmtp' | 'takesPast'
> & {
  isFetched: boolean
  sends: boolean
  folder: string
  marksSeen: boolean
  imap: Server
  smtp: Server
}
export type ServerFields = Server

const ports = {
  imap: { tls: '993', starttls: '143', none: '143' },
  smtp: { tls: '465', starttls: '587', none: '25' },
} as const
export type Kind = keyof typeof ports

export function fieldsOf(saved: Mailbox | null): Fields {
  const { imap = null, smtp = null } = saved ?? {}
  return {
    address: saved?.address ?? '',
    displayName: saved?.displayName ?? '',
    signature: saved?.signature ?? '',
    isDefault: saved?.isDefault ?? false,
    takesLmtp: saved?.takesLmtp ?? false,
    takesPast: saved !== null && imap !== null && saved.takesSince === null,
    isFetched: saved === null || imap !== null,
    sends: smtp !== null,
    folder: imap?.folder ?? 'INBOX',
    marksSeen: imap?.marksSeen ?? false,
    imap: serverOf(imap, 'imap', 'tls'),
    smtp: serverOf(smtp, 'smtp', 'starttls'),
  }
}

function serverOf(
  saved: Mailbox['imap'] | Mailbox['smtp'],
  kind: Kind,
  security: 'tls' | 'starttls',
): Server {
  const { host = '', user = '' } = saved ?? {}
  const port = saved ? String(saved.port) : ports[kind][security]
  const certificate = saved && 'certificate' in saved ? saved.certificate : ''
  return { host, port, security: saved?.security ?? security, user, secret: '', certificate }
}

/** Another encryption usually stands at another port; a port of one's own stays. */
export function secured(server: Server, kind: Kind, security: Server['security']): Server {
  const isUsual = Object.values(ports[kind]).some((port) => port === server.port)
  return { ...server, security, port: isUsual ? ports[kind][security] : server.port }
}

export function draftOf(fields: Fields, isOn: boolean): MailboxDraft {
  const { address, displayName, signature, isDefault, takesLmtp, takesPast } = fields
  const { imap, smtp, folder, marksSeen } = fields
  return {
    address,
    displayName,
    signature,
    isDefault,
    isOn,
    takesLmtp,
    takesPast,
    imap: fields.isFetched ? { ...settingsOf(imap), folder: folder || 'INBOX', marksSeen } : null,
    smtp: fields.sends ? { ...settingsOf(smtp), certificate: smtp.certificate } : null,
    ...(imap.secret === '' ? {} : { imapSecret: imap.secret }),
    ...(smtp.secret === '' ? {} : { smtpSecret: smtp.secret }),
  }
}

function settingsOf({ host, port, security, user }: Server) {
  const number = Number(port.normalize('NFKC'))
  const isPort = Number.isInteger(number) && number > 0 && number <= 65_535
  return { host, port: isPort ? number : 1, security, user }
}

/** The same settings as they are, for switching them on or off. */
export function switched(
  { address, displayName, signature, ...saved }: Mailbox,
  isOn: boolean,
): MailboxDraft {
  const { isDefault, takesLmtp, imap, smtp } = saved
  const takesPast = imap !== null && saved.takesSince === null
  return { address, displayName, signature, isDefault, isOn, takesLmtp, takesPast, imap, smtp }
}
