import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import { possibleKinds } from '../phrasing/kinds.ts'
import { canWriteLetters } from '../policy.ts'
import { drafted, keep } from './actions.ts'
import * as wall from './contract.ts'
import { lookedAt, sourceOf } from './queries.ts'

export function draftingRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listDraftKinds, canWriteLetters, ({ may, params: { complaintId } }) =>
      onRecord(ports, may, complaintId, async (now) =>
        ok({
          head: now.record.head,
          kinds: possibleKinds(await sourceOf(now, may, complaintId)),
        }),
      ),
    ),
    deskRoute(wall.readDraft, canWriteLetters, ({ may, params: { complaintId, kind } }) =>
      onRecord(ports, may, complaintId, async (now) => {
        const made = drafted(kind, await sourceOf(now, may, complaintId))
        return made.ok ? ok({ head: now.record.head, draft: made.value }) : made
      }),
    ),
    deskRoute(wall.keepDraft, canWriteLetters, ({ may, params, body }) =>
      keep(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.checkStanding, canWriteLetters, ({ may, params: { complaintId }, body }) =>
      onRecord(ports, may, complaintId, async (now) =>
        ok(await lookedAt(now, complaintId, body.text)),
      ),
    ),
  ]
}

type Now = { readonly tx: Tx; readonly record: CaseRecord; readonly at: string }

function onRecord<T>(
  ports: Ports,
  scope: Scope,
  complaintId: string,
  answer: (now: Now) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inside(ports.db, scope, async (tx) => {
    const record = await recordOf(tx, scope, complaintId)
    if (!record) return refuse('missing', 'complaints.missing', {})
    return answer({ tx, record, at: ports.clock.now().toString() })
  })
}
