import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canChangeDepartments, canSeeDepartments } from '../policy.ts'
import { putDepartment, putSettings } from './actions.ts'
import * as wall from './contract.ts'
import { departmentsOf, settingsOf } from './queries.ts'

export function departmentsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listDepartments, canSeeDepartments, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok({ departments: await departmentsOf(tx, may), settings: await settingsOf(tx) }),
      ),
    ),
    deskRoute(wall.saveDepartment, canChangeDepartments, ({ may, params, body }) =>
      putDepartment(ports, may, params.departmentId, body),
    ),
    deskRoute(wall.changeInquirySettings, canChangeDepartments, ({ may, body }) =>
      putSettings(ports, may, body),
    ),
  ]
}
