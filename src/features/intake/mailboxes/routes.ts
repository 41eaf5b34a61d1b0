import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canChangeMailboxes } from '../policy.ts'
import { save, tryOut } from './actions.ts'
import { listMailboxes, saveMailbox, tryMailbox } from './contract.ts'
import { mailboxesOf } from './queries.ts'

export function mailboxesRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(listMailboxes, canChangeMailboxes, ({ may }) =>
      inside(ports.db, may, async (tx) => ok({ mailboxes: await mailboxesOf(tx, may) })),
    ),
    deskRoute(saveMailbox, canChangeMailboxes, ({ may, params, body }) =>
      save(ports, may, params.mailboxId, body),
    ),
    deskRoute(tryMailbox, canChangeMailboxes, ({ may, params, body }) =>
      tryOut(ports, may, params.mailboxId, body),
    ),
  ]
}
