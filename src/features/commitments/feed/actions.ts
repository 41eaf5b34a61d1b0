import { createHash } from 'node:crypto'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, systemScope, type May } from '#features/access/door.ts'
import type { Feed } from './contract.ts'
import { areNamesShown, feedByHash, feedOf, owedBy } from './queries.ts'
import { addressOf, calendarOf, organisationIn } from './rules.ts'
import { insertFeed, markRead, markRevoked, saveNames } from './store.ts'

type Having = May<'commitments.have-feed'>

/** The address leaves the house in this answer; only its hash stays. One before it is over. */
export async function make(
  ports: Ports,
  may: Having,
  id: string,
): Promise<Result<{ feed: Feed; path: string }>> {
  const { viewer, organisationId } = may
  if (!viewer) return refuse('forbidden', 'access.not-for-keys', {})
  const secret = Buffer.from(ports.randomHex(32), 'hex').toString('base64url')
  const organisation = Buffer.from(organisationId.replaceAll('-', ''), 'hex').toString('base64url')
  const token = addressOf(secret, organisation)
  const madeAt = ports.clock.now().toString()
  return inside(ports.db, may, async (tx) => {
    const { memberId } = viewer
    await markRevoked(tx, memberId, madeAt)
    await insertFeed(tx, { id, organisationId, memberId, hash: hashOf(token), madeAt })
    return ok({
      feed: await feedOf(tx, memberId),
      path: `/api/commitments/calendars/${token}`,
    })
  })
}

export async function revoke(ports: Ports, may: Having): Promise<Result<Feed>> {
  const memberId = may.viewer?.memberId
  if (!memberId) return refuse('forbidden', 'access.not-for-keys', {})
  return inside(ports.db, may, async (tx) => {
    await markRevoked(tx, memberId, ports.clock.now().toString())
    return ok(await feedOf(tx, memberId))
  })
}

export async function showNames(
  ports: Ports,
  may: May<'commitments.show-names'>,
  isOn: boolean,
): Promise<Result<Feed>> {
  const memberId = may.viewer?.memberId
  if (!memberId) return refuse('forbidden', 'access.not-for-keys', {})
  const at = ports.clock.now().toString()
  return inside(ports.db, may, async (tx) => {
    await saveNames(tx, may.organisationId, isOn, { memberId, at })
    return ok(await feedOf(tx, memberId))
  })
}

/** Whoever has the address reads it; one that was revoked is as unknown as one that never was. */
export async function readByToken(ports: Ports, token: string) {
  const unknown = refuse('missing', 'commitments.calendar-missing', {})
  const organisation = organisationIn(token)
  const hex = organisation && Buffer.from(organisation, 'base64url').toString('hex')
  if (hex?.length !== 32) return unknown
  const organisationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
  const scope = systemScope(organisationId, 'commitments')
  const now = ports.clock.now().toString()
  return inside(ports.db, scope, async (tx) => {
    const feed = await feedByHash(tx, hashOf(token))
    if (!feed) return unknown
    await markRead(tx, feed.id, now)
    const ownerName = (await memberNames(tx, scope)).get(feed.memberId) ?? ''
    const promises = await owedBy(tx, scope, feed.memberId, now)
    const namesShown = await areNamesShown(tx)
    const text = calendarOf(promises, { ownerName, now, namesShown })
    const bytes = new TextEncoder().encode(text)
    return ok({ name: 'promises.ics', type: 'text/calendar; charset=utf-8' as const, bytes })
  })
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
