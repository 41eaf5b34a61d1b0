import { foldLines } from '#kernel/japanese-text/fold.ts'
import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import * as act from './actions.ts'
import { checkLetter } from './composing/contract.ts'
import * as wall from './contract.ts'
import { draftingRoutes } from './drafting/routes.ts'
import { findingsIn, withApproved } from './gate/queries.ts'
import { readingOf } from './points/rules.ts'
import { canReadLetters, canWriteLetters } from './policy.ts'
import { bytesOf, lettersOf } from './queries.ts'
import { openingOf } from './opening/queries.ts'
import { reviewRoutes } from './review/routes.ts'
import { publicRoutes } from './public/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { signingRoutes } from './signing/routes.ts'
import { templatesRoutes } from './templates/routes.ts'
import { typesettingRoutes } from './typesetting/routes.ts'
import { commentsRoutes } from './comments/routes.ts'
import { writingRoutes } from './writing/routes.ts'

export function lettersRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    ...reading(ports),
    ...checking(ports),
    ...writing(ports),
    ...publicRoutes(ports),
    ...settingsRoutes(ports),
    ...signingRoutes(ports),
    ...typesettingRoutes(ports),
    ...draftingRoutes(ports),
    ...templatesRoutes(ports),
    ...reviewRoutes(ports),
    ...writingRoutes(ports),
    ...commentsRoutes(ports),
  ]
}

function reading(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readReply, canWriteLetters, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const opening = await openingOf(ports, tx, may, params.complaintId)
        return opening ? ok(opening) : refuse('missing', 'complaints.missing', {})
      }),
    ),
    deskRoute(wall.listLetters, canReadLetters, ({ may, params }) =>
      inside(ports.db, may, async (tx) =>
        ok({ letters: await lettersOf(tx, may, params.complaintId) }),
      ),
    ),
    deskRoute(wall.downloadLetter, canReadLetters, async ({ may, params }) => {
      const bytes = await inside(ports.db, may, (tx) => bytesOf(tx, params.letterId))
      if (!bytes) return refuse('missing', 'letters.missing', {})
      return ok({ name: `${params.letterId}.eml`, bytes })
    }),
  ]
}

function checking(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(checkLetter, canWriteLetters, ({ may, params, body }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, params.complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        const at = ports.clock.now().toString()
        const asking = {
          ...body,
          complaintId: params.complaintId,
          kind: 'reply' as const,
          isBeingWritten: true,
        }
        const found = await findingsIn({ tx, record, at }, may, asking)
        const findings = await withApproved({ tx, at }, asking, found)
        const reading = readingOf(body.text, record, at)
        return ok({ findings, folded: foldLines(body.text), reading })
      }),
    ),
  ]
}

function writing(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.writeLetter, canWriteLetters, ({ may, params, body }) =>
      act.write(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.cancelLetter, canWriteLetters, ({ may, params, body }) =>
      act.cancel(ports, may, params.letterId, body),
    ),
    deskRoute(wall.sendLetter, canWriteLetters, ({ may, params, body }) =>
      act.sendOnce(ports, may, params.letterId, body),
    ),
    deskRoute(wall.confirmLetter, canWriteLetters, ({ may, params, body }) =>
      act.confirm(ports, may, params.letterId, body),
    ),
  ]
}
