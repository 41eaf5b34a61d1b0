import { spawnSync } from 'node:child_process'
import type { Posted } from './post-office.ts'
import { openPostfix } from './smtp-relay-postfix.ts'
import { openScriptedRelay } from './smtp-relay-scripted.ts'

/** Answers that a mail server gives for a recipient: `450 4.2.0 greylisted`; null takes it. */
type Policy = (recipient: string) => string | null

export type Relaying = {
  policy: Policy
  /** What came out at its other end, byte for byte, trace fields included. */
  readonly arrived: Posted[]
}

/** A mail server that takes mail from whoever signs in, over STARTTLS only, and knows neither 8BITMIME nor SMTPUTF8. */
export type SmtpRelay = Relaying & {
  readonly account: { host: string; port: number; user: string; password: string }
  close(): Promise<void>
}

/**
 * Postfix where it and Dovecot, which knows the passwords, are installed (Debian: `apt-get install postfix dovecot-imapd`)
 * and we may start it, which takes root; else smtp-server, in this process. UKETOME_TEST_SMTP=smtp-server takes that one.
 */
const hasPostfix =
  process.env['UKETOME_TEST_SMTP'] !== 'smtp-server' &&
  process.getuid?.() === 0 &&
  spawnSync('postconf', ['mail_version']).status !== null &&
  spawnSync('dovecot', ['--version']).status === 0
export const smtpRelayName = hasPostfix ? 'Postfix' : 'smtp-server'

export function openSmtpRelay(): Promise<SmtpRelay> {
  return hasPostfix ? openPostfix() : openScriptedRelay()
}
