import { ok } from '#kernel/result.ts'
import { japaneseMoment } from '#kernel/moments.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { calendarOf, deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canKeep, canMake, canReadCommitments, canRenegotiate } from '../policy.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { noteDraft, progressOf } from '../notes/queries.ts'
import { everyInWords, nextNote } from './rules.ts'

export function progressRoutes(ports: Ports): Route<Scope | null>[] {
  return [...reading(ports), ...writing(ports)]
}

function reading(ports: Ports): Route<Scope | null>[] {
  const now = () => ports.clock.now().toString()
  return [
    deskRoute(wall.previewProgress, canMake, ({ may, query }) =>
      inside(ports.db, may, async (tx) => {
        const { dueAt, dueOn } = nextNote(now(), query, await calendarOf(tx, may))
        const words = `${everyInWords(query)}に経過をご連絡いたします。次は、${japaneseMoment(dueAt)}までにご連絡いたします。`
        return ok({ dueAt, dueOn, words })
      }),
    ),
    deskRoute(wall.readProgress, canReadCommitments, ({ may, params }) =>
      inside(ports.db, may, (tx) => progressOf(tx, may, params.complaintId, now())),
    ),
    deskRoute(wall.draftNote, canKeep, ({ may, params }) =>
      inside(ports.db, may, (tx) => noteDraft(tx, may, params.commitmentId, now())),
    ),
  ]
}

function writing(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.tellProgress, canMake, ({ may, params, body }) =>
      act.tell(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.giveNote, canKeep, ({ may, params, body }) =>
      act.note(ports, may, params.commitmentId, body),
    ),
    deskRoute(wall.pauseProgress, canRenegotiate, ({ may, params, body }) =>
      act.pause(ports, may, params.commitmentId, body),
    ),
  ]
}
