import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import * as act from './actions.ts'
import { answeringRoutes } from './answering/routes.ts'
import * as wall from './contract.ts'
import { departmentsRoutes } from './departments/routes.ts'
import { linkByHand } from './mails/actions.ts'
import { nextPromiseOf, openingOf, previewOf } from './opening/queries.ts'
import { canAsk, canSeeInquiries } from './policy.ts'
import { departmentLines, heldById, heldOf, openOnes, shownOf } from './queries.ts'

export function inquiriesRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    ...departmentsRoutes(ports),
    ...answeringRoutes(ports),
    ...reading(ports),
    ...asking(ports),
  ]
}

function reading(ports: Ports): Route<Scope | null>[] {
  const now = () => ports.clock.now()
  return [
    deskRoute(wall.readOpening, canAsk, ({ may, params }) =>
      inside(ports.db, may, (tx) => openingOf(tx, may, params.complaintId, now())),
    ),
    deskRoute(wall.previewInquiry, canAsk, ({ may, params, body }) =>
      inside(ports.db, may, (tx) => previewOf(tx, may, params.complaintId, body)),
    ),
    deskRoute(wall.listComplaintInquiries, canSeeInquiries, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const held = await heldOf(tx, params.complaintId)
        const record = await recordOf(tx, may, params.complaintId)
        const inquiries = await shownOf(tx, may, held, now().toString())
        return ok({ inquiries, nextPromiseAt: record ? nextPromiseOf(record) : null })
      }),
    ),
    deskRoute(wall.listInquiries, canSeeInquiries, ({ may, query }) =>
      inside(ports.db, may, async (tx) => {
        const at = now().toString()
        const inquiries = await shownOf(tx, may, await openOnes(tx, query.askedById), at)
        return ok({ inquiries, departments: await departmentLines(tx, may, at) })
      }),
    ),
  ]
}

function asking(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readLink, canAsk, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const held = await heldById(tx, params.inquiryId)
        return held ? linkByHand(ports, tx, may, held) : refuse('missing', 'inquiries.missing', {})
      }),
    ),
    deskRoute(wall.askDepartment, canAsk, ({ may, params, body }) =>
      act.ask(ports, may, params.complaintId, body),
    ),
    deskRoute(wall.tellDepartment, canAsk, ({ may, params, body }) =>
      act.tell(ports, may, params.inquiryId, body),
    ),
    deskRoute(wall.receiveAnswer, canAsk, ({ may, params, body }) =>
      act.receive(ports, may, params.inquiryId, body),
    ),
    deskRoute(wall.withdrawInquiry, canAsk, ({ may, params, body }) =>
      act.withdraw(ports, may, params.inquiryId, body),
    ),
    deskRoute(wall.renewLink, canAsk, ({ may, params, body }) =>
      act.renewLink(ports, may, params.inquiryId, body),
    ),
    deskRoute(wall.revokeLink, canAsk, ({ may, params, body }) =>
      act.revokeLink(ports, may, params.inquiryId, body),
    ),
  ]
}
