import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, membersOf, systemScope, type May, type Scope } from '#features/access/door.ts'
import type { Keeping, Sheet } from './contract.ts'
import { dutiesOf, figuresOf, nextVersion } from './queries.ts'
import { whyNotKept } from './rules.ts'
import { insertAcknowledgement, insertPolicy, saveDuty } from './store.ts'

export async function sheetOf(ports: Ports, scope: Scope): Promise<Sheet> {
  const counting = systemScope(scope.organisationId, 'consultation')
  return {
    duties: await inside(ports.db, scope, (tx) => dutiesOf(tx, scope)),
    figures: await inside(ports.db, counting, (tx) => figuresOf(tx, scope)),
  }
}

export async function keep(
  ports: Ports,
  may: May<'consultation.keep-duties'>,
  duty: Keeping & { readonly code: string },
): Promise<Result<Sheet>> {
  const why = whyNotKept(duty.code, duty)
  if (why) return why
  const kept = await decideWithinWall<null>(ports.db, may, async (tx) => {
    const members = await membersOf(tx, may.organisationId)
    if (duty.ownerId && !members.some(({ id }) => id === duty.ownerId))
      return refuse('missing', 'access.member-missing', {})
    await saveDuty(tx, may, duty, ports.clock.now().toString())
    return ok(null)
  })
  return kept.ok ? ok(await sheetOf(ports, may)) : kept
}

/** `version` is the one that comes next: two who publish at once do not overwrite each other. */
export async function publish(
  ports: Ports,
  may: May<'consultation.keep-duties'>,
  { version, words }: { version: number; words: string },
): Promise<Result<Sheet>> {
  const on = tokyoDay(ports.clock.now()).toString()
  const published = await decideWithinWall<null>(ports.db, may, async (tx) => {
    const isNext = version === (await nextVersion(tx))
    return isNext && (await insertPolicy(tx, may, { version, words, on }))
      ? ok(null)
      : refuse('conflict', 'consultation.other-version', {})
  })
  return published.ok ? ok(await sheetOf(ports, may)) : published
}

export function acknowledge(
  ports: Ports,
  may: May<'consultation.consult'>,
  version: number,
): Promise<Result<{ version: number }>> {
  const memberId = may.viewer?.memberId
  if (!memberId) return Promise.resolve(refuse('forbidden', 'access.not-for-keys', {}))
  return decideWithinWall<{ version: number }>(ports.db, may, async (tx) => {
    if (version + 1 !== (await nextVersion(tx)))
      return refuse('conflict', 'consultation.other-version', {})
    await insertAcknowledgement(tx, may, { version, memberId, at: ports.clock.now().toString() })
    return ok({ version })
  })
}
