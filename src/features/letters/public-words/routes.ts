import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, type Scope } from '#features/access/door.ts'
import { releaseWords as door } from '#features/remedies/approvals/contract.ts'
import { canWriteLetters } from '../policy.ts'
import { releaseWords } from './actions.ts'

export function publicWordsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(door, canWriteLetters, ({ may, params, body }) =>
      releaseWords(ports, may, { ...params, ...body }),
    ),
  ]
}
