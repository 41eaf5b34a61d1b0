import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { noteReading } from '#features/audit/door.ts'
import { canHandle } from '../policy.ts'
import * as relate from '../relations/actions.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { customerPageOf, inForceFor, standingFor } from './queries.ts'

export function profilesRoutes(ports: Ports): Route<Scope | null>[] {
  return [...reading(ports), ...merging(ports), ...relating(ports), ...noting(ports)]
}

function reading(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readCustomer, canHandle, ({ may, params: { customerId } }) =>
      inside(ports.db, may, async (tx) => {
        const standing = await standingFor(tx, customerId)
        const page = await customerPageOf(tx, may, standing, ports.clock.now().toString())
        if (!page) return refuse('missing', 'complaints.customer-missing', {})
        const number = page.complaints[0]?.number ?? ''
        noteReading(ports, tx, may, 'customers', standing, number)
        return ok(page)
      }),
    ),
    deskRoute(wall.readInForce, canHandle, ({ may, params: { complaintId } }) =>
      inside(ports.db, may, async (tx) =>
        ok(await inForceFor(tx, may, complaintId, ports.clock.now().toString())),
      ),
    ),
    deskRoute(wall.previewMerge, canHandle, ({ may, params, query }) =>
      inside(ports.db, may, (tx) => act.preview(tx, may, params.customerId, query.fromId)),
    ),
  ]
}

function merging(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.mergeCustomers, canHandle, ({ may, params, body }) =>
      act.merge(ports, may, params.customerId, body),
    ),
    deskRoute(wall.undoMerge, canHandle, ({ may, params, body }) =>
      act.undo(ports, may, params, body),
    ),
    deskRoute(wall.splitCustomer, canHandle, ({ may, params, body }) =>
      act.split(ports, may, params.customerId, body),
    ),
    deskRoute(wall.undoSplit, canHandle, ({ may, params, body }) =>
      act.undoSplit(ports, may, params, body),
    ),
  ]
}

function relating(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.linkCustomers, canHandle, ({ may, params, body }) =>
      relate.link(ports, may, params.customerId, body),
    ),
    deskRoute(wall.unlinkCustomers, canHandle, ({ may, params: { customerId, linkId }, body }) =>
      relate.end(
        ports,
        may,
        customerId,
        { type: 'complaints.customers-unlinked', id: linkId },
        body,
      ),
    ),
    deskRoute(wall.nameProxy, canHandle, ({ may, params, body }) =>
      relate.nameProxy(ports, may, params.customerId, body),
    ),
    deskRoute(wall.endProxy, canHandle, ({ may, params: { customerId, proxyId }, body }) =>
      relate.end(ports, may, customerId, { type: 'complaints.proxy-ended', id: proxyId }, body),
    ),
  ]
}

function noting(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.noteCaution, canHandle, ({ may, params, body }) =>
      relate.noteCaution(ports, may, params.customerId, body),
    ),
    deskRoute(wall.prolongCaution, canHandle, ({ may, params, body }) =>
      relate.prolongCaution(ports, may, params, body),
    ),
    deskRoute(wall.endCaution, canHandle, ({ may, params: { customerId, cautionId }, body }) =>
      relate.end(ports, may, customerId, { type: 'complaints.caution-ended', id: cautionId }, body),
    ),
  ]
}
