/** What stands between us and a mail server, as far as somebody can do something about it. */
export type Trouble = {
  readonly problem:
    | 'sign-in'
    | 'no-such-host'
    | 'nobody-listens'
    | 'no-answer'
    | 'certificate'
    | 'not-encrypted'
    | 'no-such-folder'
    | 'interrupted'
    | 'other'
  /** What the server or the network said, in its own words. */
  readonly detail: string
}

/** The folder that should be read is not there. */
export class NoSuchFolder extends Error {}

/** From whatever imapflow, nodemailer, TLS or the network threw. */
export function troubleOf(error: unknown): Trouble {
  const code = text(error, 'code')
  const said = text(error, 'responseText') || text(error, 'response') || text(error, 'message')
  const detail = said.replace(/\s+/gu, ' ').slice(0, 300)
  if (error instanceof NoSuchFolder) return { problem: 'no-such-folder', detail }
  if (code === 'EAUTH' || flag(error, 'authenticationFailed')) return { problem: 'sign-in', detail }
  const known = codes.find(([pattern]) => pattern.test(code))
  return { problem: known?.[1] ?? (/certificate/iu.test(said) ? 'certificate' : 'other'), detail }
}

const codes: readonly (readonly [RegExp, Trouble['problem']])[] = [
  [/^(ENOTFOUND|EAI_|EDNS)/u, 'no-such-host'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN)/u, 'nobody-listens'],
  [/TIMEOUT|TIMEDOUT/u, 'no-answer'],
  [/CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|HOSTNAME_MISMATCH/u, 'certificate'],
  [/^(ERR_SSL|EPROTO$|ETLS|STARTTLS|ERR_TLS)/u, 'not-encrypted'],
  [/^(ECONNRESET|EPIPE|NoConnection|EConnectionClosed|ClosedAfter|StateLogout)/u, 'interrupted'],
]

function text(error: unknown, name: string): string {
  const found = field(error, name)
  return typeof found === 'string' ? found : ''
}

function flag(error: unknown, name: string): boolean {
  return field(error, name) === true
}

function field(error: unknown, name: string): unknown {
  if (typeof error !== 'object' || error === null) return undefined
  return Object.entries({ message: '', ...error, ...ownMessage(error) }).find(
    ([key]) => key === name,
  )?.[1]
}

/** An error's message is its own, but not enumerable. */
function ownMessage(error: object) {
  return error instanceof Error ? { message: error.message } : {}
}
