import { ok } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canAnswerAlarms } from '../policy.ts'
import { keepSheet } from './actions.ts'
import { keepPoliceSheet, listPoliceSheets, readPoliceSheet } from './contract.ts'
import { keptSheetsOf, sheetOf } from './queries.ts'

export function policeRoutes(ports: Ports): Route<Scope | null>[] {
  const serverAt = () => ports.clock.now().toString()
  return [
    deskRoute(readPoliceSheet, canAnswerAlarms, ({ may, params, query: { number } }) =>
      inside(ports.db, may, (tx) => sheetOf(tx, may, { ...params, number, serverAt: serverAt() })),
    ),
    deskRoute(keepPoliceSheet, canAnswerAlarms, ({ may, params, body }) =>
      keepSheet(ports, may, params, body),
    ),
    deskRoute(listPoliceSheets, canAnswerAlarms, ({ may, params: { visitId } }) =>
      inside(ports.db, may, async (tx) => {
        const found = await sheetOf(tx, may, { visitId, number: '110', serverAt: serverAt() })
        return found.ok ? ok({ kept: await keptSheetsOf(tx, may, visitId) }) : found
      }),
    ),
  ]
}
