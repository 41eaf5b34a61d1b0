import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { canonicalJson } from '#kernel/canonical-json.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { withinWall } from '#platform/db/database.ts'
import type { Repeatable } from '#platform/http/mount.ts'
import type { Ports } from '#platform/ports.ts'
import type { Scope } from '../policy.ts'
import { answerOf } from './queries.ts'
import { beginAnswer, freeKey, keepAnswer, type Asked } from './store.ts'

/** For so long the same key is given the same answer. */
export const keptHours = 24
const brokenOffAfterSeconds = 60
const patience = { every: 100, times: 100 }

/** Carries a request out once for its Idempotency-Key; a duplicate waits for the answer of the first. */
export async function answerOnce(
  ports: Ports,
  scope: Scope,
  sent: Repeatable,
  carryOut: (commandId: string) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const { organisationId, actor } = scope
  const asked = { organisationId, actor, key: sent.key, request: printOf(sent) }
  const now = ports.clock.now()
  const limits = {
    now: now.toString(),
    brokenOff: now.subtract({ seconds: brokenOffAfterSeconds }).toString(),
    forgotten: now.subtract({ hours: keptHours }).toString(),
  }
  const isFirst = await withinWall(ports.db, organisationId, (tx) => beginAnswer(tx, asked, limits))
  return isFirst ? first(ports, asked, carryOut) : again(ports, asked)
}

async function first(
  { db }: Ports,
  asked: Asked,
  carryOut: (commandId: string) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const free = () => withinWall(db, asked.organisationId, (tx) => freeKey(tx, asked))
  try {
    const done = await carryOut(commandOf(asked))
    if (!done.ok) await free()
    else {
      const answer = JSON.stringify(done.value ?? null)
      await withinWall(db, asked.organisationId, (tx) => keepAnswer(tx, asked, answer))
    }
    return done
  } catch (error) {
    await free()
    throw error
  }
}

async function again({ db }: Ports, asked: Asked): Promise<Result<unknown>> {
  for (let times = 0; times < patience.times; times += 1) {
    const known = await withinWall(db, asked.organisationId, (tx) => answerOf(tx, asked))
    // The first one was refused meanwhile.
    if (!known) break
    if (known.request !== asked.request) return refuse('invalid', 'access.key-reused', {})
    if (known.answer !== null) return ok(JSON.parse(known.answer))
    await sleep(patience.every)
  }
  return refuse('conflict', 'access.answer-underway', { retryAfter: 5 })
}

function printOf({ method, path, body }: Repeatable): string {
  const hash = createHash('sha256').update(`${method} ${path}\n`)
  return hash.update(body instanceof Uint8Array ? body : canonicalJson(body ?? null)).digest('hex')
}

/** The command's id of a body that bears none: the same again for the same request, should it have been broken off. */
function commandOf({ organisationId, actor, key, request }: Asked): string {
  const print = `${organisationId} ${actor}\n${key}\n${request}`
  const hex = createHash('sha256').update(print).digest('hex')
  // A UUIDv8 (RFC 9562 §5.8): our own bits, marked as such.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
