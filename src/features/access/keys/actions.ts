import { createHash } from 'node:crypto'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { withinWall } from '#platform/db/database.ts'
import type { Language } from '#kernel/dictionary.ts'
import type { Ports } from '#platform/ports.ts'
import type { Permission } from '../contract.ts'
import type { KeyHolder, May } from '../policy.ts'
import type { ApiKey } from './contract.ts'
import { keyByHash, keysOf } from './queries.ts'
import { mayBeUsed, organisationIn, prefixOf, takeFrom, writtenKey, type Bucket } from './rules.ts'
import { insertKey, markRevoked, markUsed } from './store.ts'

type Managing = May<'access.manage-keys'>
type Wanted = {
  readonly id: string
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly perMinute: number
  readonly endsOn: string | null
}

/** The key itself leaves the house in this answer; only its hash stays. */
export async function make(
  ports: Ports,
  may: Managing,
  wanted: Wanted,
): Promise<Result<{ key: ApiKey; secret: string }>> {
  const maker = may.viewer
  if (!maker) return refuse('forbidden', 'access.not-for-keys', {})
  const now = ports.clock.now()
  const standing = mayBeUsed({ endsOn: wanted.endsOn, revokedAt: null }, now)
  if (!standing.ok) return refuse('invalid', 'access.key-ends-before', {})
  const organisation = Buffer.from(may.organisationId.replaceAll('-', ''), 'hex')
  const random = Buffer.from(ports.randomHex(32), 'hex').toString('base64url')
  const secret = writtenKey(random, organisation.toString('base64url'))
  const { organisationId } = may
  const made = { prefix: prefixOf(secret), hash: hashOf(secret), createdAt: now.toString() }
  return withinWall(ports.db, organisationId, async (tx) => {
    const key = { ...wanted, ...made, organisationId, createdBy: maker.memberId }
    if (!(await insertKey(tx, key))) return refuse('conflict', 'access.key-made-before', {})
    const [written] = await keysOf(tx, wanted.id)
    if (!written) throw new Error('the key is gone')
    return ok({ key: written, secret })
  })
}

export async function revoke(ports: Ports, may: Managing, keyId: string): Promise<Result<ApiKey>> {
  const { viewer, organisationId } = may
  if (!viewer) return refuse('forbidden', 'access.not-for-keys', {})
  return withinWall(ports.db, organisationId, async (tx) => {
    await markRevoked(tx, keyId, viewer.memberId, ports.clock.now().toString())
    const [key] = await keysOf(tx, keyId)
    return key ? ok(key) : refuse('missing', 'access.key-missing', {})
  })
}

export type Bearer = {
  readonly organisationId: string
  readonly key: KeyHolder
  readonly language: Language
}

const paces = new Map<string, Bucket>()

/** Whose request this is, by `Authorization: Bearer …`; refused in words when the key is unknown, over, or too quick. */
export async function bearerOf(
  ports: Ports,
  secret: string,
  language: Language,
): Promise<Result<Bearer>> {
  const organisation = organisationIn(secret)
  if (!organisation) return refuse('unauthenticated', 'access.key-unknown', {})
  const organisationId = uuidOf(organisation)
  return withinWall(ports.db, organisationId, async (tx) => {
    const found = await keyByHash(tx, hashOf(secret))
    if (!found) return refuse('unauthenticated', 'access.key-unknown', {})
    const now = ports.clock.now()
    const standing = mayBeUsed(found, now)
    if (!standing.ok) return standing
    const pace = takeFrom(paces.get(found.id), found.perMinute, now.epochMilliseconds)
    paces.set(found.id, pace.bucket)
    const { id, name, permissions, perMinute } = found
    if (pace.wait > 0) {
      const seconds = pace.wait
      return refuse('too-many', 'access.key-too-quick', { retryAfter: seconds, perMinute })
    }
    if (!isJustNow(found.lastUsedAt, now)) await markUsed(tx, id, now.toString())
    return ok({ organisationId, key: { id, name, permissions }, language })
  })
}

/** Written once a minute, not with every utterance. */
function isJustNow(at: string | null, now: Temporal.Instant): boolean {
  return at !== null && Temporal.Instant.compare(now.subtract({ minutes: 1 }), at) < 0
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function uuidOf(written: string): string {
  const hex = Buffer.from(written, 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
}
