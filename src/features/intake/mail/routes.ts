import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { noteReading } from '#features/audit/door.ts'
import { canBringMail, canSeeMail } from '../policy.ts'
import { attachmentOf, bring, readStored } from './actions.ts'
import * as wall from './contract.ts'
import { mailById, rawMail, waitingMails } from './queries.ts'

export function mailRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.receiveMail, canBringMail, ({ may, query, body }) =>
      bring(ports, may, { bytes: body, mailbox: query.mailbox }),
    ),
    deskRoute(wall.listWaitingMail, canSeeMail, async ({ may }) =>
      ok(await inside(ports.db, may, waitingMails)),
    ),
    deskRoute(wall.readMail, canSeeMail, async ({ may, params }) => {
      const view = await inside(ports.db, may, (tx) => seenMail(ports, tx, may, params.mailId))
      return view ? ok(view) : refuse('missing', 'intake.mail-missing', {})
    }),
    deskRoute(wall.rereadMail, canBringMail, ({ may, params, body }) =>
      readStored(ports, may, params.mailId, { isArchive: false, ...body }),
    ),
    deskRoute(wall.downloadOriginal, canSeeMail, async ({ may, params }) => {
      const raw = await inside(ports.db, may, async (tx) => {
        await seenMail(ports, tx, may, params.mailId)
        return rawMail(tx, params.mailId)
      })
      if (!raw) return refuse('missing', 'intake.mail-missing', {})
      return ok({ name: `${params.mailId}.eml`, bytes: raw.bytes })
    }),
    deskRoute(wall.downloadAttachment, canSeeMail, async ({ may, params }) => {
      await inside(ports.db, may, (tx) => seenMail(ports, tx, may, params.mailId))
      return attachmentOf(ports, may, params.mailId, params.at)
    }),
  ]
}

/** Mail holds what customers wrote: whoever opens one is written down. */
async function seenMail(ports: Ports, tx: Tx, may: Scope, mailId: string) {
  const view = await mailById(tx, mailId)
  const label = view?.complaint?.number ?? view?.mail?.subject ?? ''
  if (view) await noteReading(ports, tx, may, 'mail', mailId, label.slice(0, 200))
  return view
}
