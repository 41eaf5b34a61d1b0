import type { ImapFlow } from 'imapflow'
import { NoSuchFolder } from './trouble.ts'

export type ImapAccount = {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string
  readonly secret: string
}

/** Up to and including `lastUid` everything was kept (RFC 3501 §2.3.1.1: UIDs only grow while UIDVALIDITY stays). */
export type Position = { readonly uidValidity: number; readonly lastUid: number }

export type Following = {
  readonly account: ImapAccount
  readonly folder: string
  /** Marks what was kept as read; nothing else is changed on the server. */
  readonly marksSeen: boolean
  /** ISO instant: what reached the server before is passed over; null takes everything. */
  readonly since: string | null
  readonly position: () => Promise<Position | null>
  /** Keeps one message and the position behind it together; a message of null moves the position alone. */
  readonly keep: (message: FetchedMail | null, position: Position) => Promise<void>
  readonly connected: () => Promise<void>
}

/** `isWhole` is false for what is larger than we take: then the bytes are its head alone. */
export type FetchedMail = { readonly bytes: Buffer; readonly isWhole: boolean }

/** Bytes. No provider carries as much. */
const largestFetched = 100_000_000
const batch = 200
/** A server may forget to tell; then we ask. */
const askAgainMilliseconds = 4 * 60_000
/** RFC 2177 wants less than 29 minutes; routers forget a quiet connection sooner. */
const longestIdleMilliseconds = 9 * 60_000

/**
 * Keeps what is new in a folder, now and as it arrives (IDLE), until `signal` is aborted. Rejects when the connection
 * ends for another reason: what was kept until then stays kept, and the next call goes on behind it.
 */
export async function followFolder(following: Following, signal: AbortSignal): Promise<void> {
  const client = await clientFor(following.account)
  const ended = Promise.withResolvers<void>()
  const leave = () => {
    ended.resolve()
    client.close()
  }
  client.on('close', () => ended.reject(brokenOff()))
  client.on('error', (error: Error) => ended.reject(error))
  signal.addEventListener('abort', leave, { once: true })
  // Nobody may be waiting for it at the moment when it happens.
  ended.promise.catch(() => undefined)
  try {
    await client.connect()
    await open(client, following)
    await following.connected()
    await untilEnded(client, following, ended.promise, signal)
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', leave)
    client.close()
  }
}

async function untilEnded(
  client: ImapFlow,
  following: Following,
  ended: Promise<void>,
  signal: AbortSignal,
) {
  while (!signal.aborted) {
    const news = Promise.withResolvers<void>()
    const wake = () => news.resolve()
    client.on('exists', wake)
    await takeNew(client, following, signal)
    if (signal.aborted) return
    // Any other command ends it; an error of the connection reaches `ended`.
    void client.idle().catch(() => undefined)
    const timer = setTimeout(wake, askAgainMilliseconds)
    try {
      await Promise.race([news.promise, ended])
    } finally {
      clearTimeout(timer)
      client.off('exists', wake)
    }
  }
}

async function clientFor(account: ImapAccount): Promise<ImapFlow> {
  const { host, port, security, user, secret } = account
  const { ImapFlow: Client } = await import('imapflow')
  const client = new Client({
    host,
    port,
    secure: security === 'tls',
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    auth: { user, pass: secret },
    logger: false,
    connectionTimeout: 20_000,
    maxIdleTime: longestIdleMilliseconds,
    maxLiteralSize: largestFetched * 1.2,
    disableAutoIdle: true,
  })
  // Without a listener an error after the sign-in would end the process.
  client.on('error', () => undefined)
  return client
}

/** Signs in, looks into the folder and leaves; throws what `troubleOf` can read. */
export async function tryImap(
  account: ImapAccount,
  folder: string,
): Promise<{ messages: number; unseen: number }> {
  const client = await clientFor(account)
  try {
    await client.connect()
    await open(client, { folder, marksSeen: false })
    const unseen = await client.search({ seen: false }, { uid: true })
    return { messages: client.mailbox ? client.mailbox.exists : 0, unseen: (unseen || []).length }
  } finally {
    client.close()
  }
}

/** Only to read, unless messages are to be marked: then the server cannot be changed even by mistake. */
async function open(
  client: ImapFlow,
  { folder, marksSeen }: Pick<Following, 'folder' | 'marksSeen'>,
): Promise<void> {
  try {
    await client.mailboxOpen(folder, { readOnly: !marksSeen })
  } catch (error) {
    if (!client.usable) throw error
    throw new NoSuchFolder(folder, { cause: error })
  }
}

async function takeNew(client: ImapFlow, following: Following, signal: AbortSignal) {
  const { mailbox } = client
  if (!mailbox) throw brokenOff()
  const uidValidity = Number(mailbox.uidValidity)
  const before = await following.position()
  const isSame = before?.uidValidity === uidValidity
  const lastUid = isSame ? before.lastUid : 0
  const uids = await newUids(client, lastUid, following.since)
  for (let at = 0; at < uids.length && !signal.aborted; at += batch)
    await takeBatch(client, following, uidValidity, uids.slice(at, at + batch), signal)
  if (!isSame && uids.length === 0)
    await following.keep(null, { uidValidity, lastUid: Math.max(0, mailbox.uidNext - 1) })
}

/** `n:*` names the last message also when its UID is smaller (RFC 3501 §6.4.8). Days are all that a search knows. */
async function newUids(client: ImapFlow, lastUid: number, since: string | null) {
  const range = { uid: `${lastUid + 1}:*` }
  const found = since
    ? await client.search({ ...range, since: dayBefore(since) }, { uid: true })
    : await client.search(range, { uid: true })
  if (!found) throw new Error('the server did not search')
  return found.filter((uid) => uid > lastUid).toSorted((a, b) => a - b)
}

/** Whatever zone the server thinks in. */
function dayBefore(instant: string): Date {
  return new Date(Temporal.Instant.from(instant).epochMilliseconds - 24 * 3_600_000)
}

async function takeBatch(
  client: ImapFlow,
  following: Following,
  uidValidity: number,
  uids: readonly number[],
  signal: AbortSignal,
) {
  const heads = await client.fetchAll(
    uids.join(','),
    { uid: true, size: true, internalDate: true },
    { uid: true },
  )
  const sorted = heads.toSorted((a, b) => a.uid - b.uid)
  for (const { uid, size = 0, internalDate } of sorted) {
    if (signal.aborted) return
    const isOld = following.since !== null && isBefore(internalDate, following.since)
    const message = isOld ? null : await fetchMail(client, uid, size)
    await following.keep(message, { uidValidity, lastUid: uid })
    if (message && following.marksSeen)
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
  }
}

function isBefore(date: Date | string | undefined, since: string): boolean {
  const millis = date === undefined ? Number.NaN : new Date(date).getTime()
  return millis < Temporal.Instant.from(since).epochMilliseconds
}

/** Null when somebody deleted it meanwhile. BODY.PEEK: looking marks nothing. */
async function fetchMail(client: ImapFlow, uid: number, size: number): Promise<FetchedMail | null> {
  const isWhole = size <= largestFetched
  const what = isWhole ? { source: true } : { headers: true }
  const found = await client.fetchOne(String(uid), { uid: true, ...what }, { uid: true })
  if (!found) return null
  const bytes = found.source ?? found.headers
  return bytes && bytes.length > 0 ? { bytes, isWhole } : null
}

function brokenOff(): Error {
  return Object.assign(new Error('the connection ended'), { code: 'EConnectionClosed' })
}
