import type { Ports } from '#platform/ports.ts'
import { inside } from '#features/access/door.ts'
import { countVisit } from './actions.ts'
import { roomScope } from './store.ts'

type Told = Omit<Parameters<typeof countVisit>[3], 'isOffered'>

/** Whoever told of a visit wants care for those who were there: each is offered a break, in no record. */
export function offerAfterVisit(ports: Ports, organisationId: string, told: Told): Promise<void> {
  const scope = roomScope({ organisationId })
  return inside(ports.db, scope, (tx) => countVisit(ports, scope, tx, { ...told, isOffered: true }))
}
