import { spawnSync } from 'node:child_process'
import { openDovecot } from './imap-server-dovecot.ts'
import { openHoodiecrow } from './imap-server-hoodiecrow.ts'

/** A real IMAP server with one account and its INBOX. */
export type ImapServer = {
  readonly name: string
  readonly account: { host: string; port: number; security: 'none'; user: string; secret: string }
  /** `at`: when it reached the server. */
  deliver(bytes: Buffer, at?: Date): Promise<void>
  /** Like pulling the plug: every connection breaks. */
  kill(): Promise<void>
  /** Again, on the same port, with the mail it had. */
  start(): Promise<void>
  /** Starts anew with other UIDs under another UIDVALIDITY, as after a move to another machine. */
  renumber(): Promise<void>
  /** How many messages of the INBOX nobody has marked as read. */
  unseen(): Promise<number>
  /** Away with it, and with its folder. */
  close(): Promise<void>
}

/**
 * Dovecot where it is installed (Debian: `apt-get install dovecot-imapd`), so that what is seen is seen against what
 * companies run; else hoodiecrow, an IMAP server in JavaScript that needs nothing but Node. No other one is kept up.
 * UKETOME_TEST_IMAP=hoodiecrow takes it also where Dovecot is.
 */
const hasDovecot =
  process.env['UKETOME_TEST_IMAP'] !== 'hoodiecrow' &&
  spawnSync('dovecot', ['--version']).status === 0
export const imapServerName = hasDovecot ? 'Dovecot' : 'hoodiecrow'

export function openImapServer(): Promise<ImapServer> {
  return hasDovecot ? openDovecot() : openHoodiecrow()
}
