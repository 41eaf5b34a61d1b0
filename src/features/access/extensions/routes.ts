import { ok, refuse } from '#kernel/result.ts'
import { decideWithinWall, withinWall } from '#platform/db/database.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute } from '../door.ts'
import { canChangeExtensions, canReadMembers, type May, type Scope } from '../policy.ts'
import { changeExtension, listExtensions, type Extension } from './contract.ts'
import { extensionsOf } from './queries.ts'
import { extensionKey } from './rules.ts'
import { saveExtension } from './store.ts'

export function extensionsRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(listExtensions, canReadMembers, ({ may }) =>
      withinWall(ports.db, may, async (tx) =>
        ok({ extensions: await extensionsOf(tx, may.organisationId) }),
      ),
    ),
    deskRoute(changeExtension, canChangeExtensions, ({ may, params, body }) =>
      change(ports, may, { of: params.of, id: params.ownerId }, body.extension ?? ''),
    ),
  ]
}

function change(
  ports: Ports,
  { organisationId }: May<'access.change-extensions'>,
  owner: Pick<Extension, 'of' | 'id'>,
  typed: string,
) {
  const wanted = extensionKey(typed)
  return decideWithinWall<Extension>(ports.db, organisationId, async (tx) => {
    const before = await extensionsOf(tx, organisationId)
    const own = before.find(({ of, id }) => of === owner.of && id === owner.id)
    if (!own) return refuse('missing', 'access.member-missing', {})
    const taken = before.find((each) => each.extension === wanted && each.id !== owner.id)
    if (wanted && taken) return refuse('conflict', 'access.extension-taken', { name: taken.name })
    await saveExtension(tx, organisationId, owner, wanted)
    return ok({ ...own, extension: wanted })
  })
}
