import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { memberNames, type May } from '#features/access/door.ts'
import type { CaseFile } from '../cases/contract.ts'
import { caseFileOf } from '../cases/queries.ts'
import { sealedFor } from '../queries.ts'
import { personOf } from '../talks/queries.ts'
import { timelessId } from '../talks/rules.ts'
import type { Erasure } from './contract.ts'
import { erasuresOf, retentionSheet, type Held } from './queries.ts'
import { whyErased } from './rules.ts'
import { deleteCase, insertErasure, insertRetention, saveHold, saveWish } from './store.ts'

type Counselling = May<'consultation.counsel'>

/** `version` is the one that comes next: two who decide at once do not overwrite each other. */
export function decide(
  ports: Ports,
  may: May<'consultation.keep-duties'>,
  decided: { version: number; months: number; reason: string; fromOn: string },
) {
  const on = tokyoDay(ports.clock.now()).toString()
  return decideWithinWall(ports.db, may, async (tx) => {
    const { versions } = await retentionSheet(tx, may, on)
    const isNext = decided.version === (versions[0]?.version ?? 0) + 1
    return isNext && (await insertRetention(tx, may, { ...decided, on }))
      ? ok(await retentionSheet(tx, may, on))
      : refuse('conflict', 'consultation.other-retention', {})
  })
}

/** Words, files, looks and the person are gone; that something was erased, why and by whom stays. */
export function erase(
  ports: Ports,
  may: Counselling,
  caseId: string,
): Promise<Result<{ erasures: Erasure[] }>> {
  return onCase(ports, may, caseId, async (tx, { keeping }, { byId, on }) => {
    const why = whyErased(keeping)
    if (!why.ok) return why
    await deleteCase(tx, caseId)
    // An id of its own without a moment in it: nothing leads back to what was erased.
    const id = timelessId(ports.randomHex(16))
    await insertErasure(tx, may, { id, on, why: why.value, byId })
    return ok({ erasures: await erasuresOf(tx, await memberNames(tx, may)) })
  })
}

export function hold(ports: Ports, may: Counselling, caseId: string, reason: string) {
  return onCase(ports, may, caseId, async (tx, _, { byId, on }) => {
    const held: Held = { reason, byId, since: on }
    await saveHold(tx, caseId, sealedFor(ports.vault, caseId, held))
    return ok({})
  })
}

export function release(ports: Ports, may: Counselling, caseId: string) {
  return onCase(ports, may, caseId, async (tx) => {
    await saveHold(tx, caseId, null)
    return ok({})
  })
}

function onCase<T>(
  ports: Ports,
  may: Counselling,
  caseId: string,
  deed: (tx: Tx, file: CaseFile, by: { byId: string; on: string }) => Promise<Result<T>>,
): Promise<Result<T>> {
  const byId = may.viewer?.memberId
  if (!byId) return Promise.resolve(refuse('forbidden', 'access.not-for-keys', {}))
  const on = tokyoDay(ports.clock.now()).toString()
  return decideWithinWall(ports.db, may, async (tx) => {
    const looking = { tx, scope: may, vault: ports.vault, today: on }
    const file = await caseFileOf(looking, caseId)
    return file ? deed(tx, file, { byId, on }) : refuse('missing', 'consultation.missing', {})
  })
}

export function wish(
  ports: Ports,
  may: May<'consultation.consult'>,
  caseId: string,
  isWished: boolean,
): Promise<Result<Record<string, never>>> {
  const on = isWished ? tokyoDay(ports.clock.now()).toString() : null
  return decideWithinWall(ports.db, may, async (tx) => {
    const found = await personOf(tx, caseId)
    if (!found?.personId || found.personId !== may.viewer?.memberId)
      return refuse('missing', 'consultation.missing', {})
    await saveWish(tx, caseId, on)
    return ok({})
  })
}
