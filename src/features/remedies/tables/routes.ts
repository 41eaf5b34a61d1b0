import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canChangeRules, canReadRemedies } from '../policy.ts'
import * as act from './actions.ts'
import * as wall from './contract.ts'
import { draftOf, versionOf, versionsOf } from './queries.ts'

export function tablesRoutes(ports: Ports): Route<Scope | null>[] {
  return [...reading(ports), ...drafting(ports), ...carrying(ports)]
}

function reading(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readTable, canReadRemedies, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const [latest] = await versionsOf(tx, may)
        if (!latest) return ok({ version: null, rules: [], draft: await draftOf(tx, may) })
        const { rules, ...version } = latest
        return ok({ version, rules, draft: await draftOf(tx, may) })
      }),
    ),
    deskRoute(wall.listVersions, canReadRemedies, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok({ versions: (await versionsOf(tx, may)).map(({ rules: _, ...version }) => version) }),
      ),
    ),
    deskRoute(wall.readVersion, canReadRemedies, ({ may, params }) =>
      inside(ports.db, may, async (tx) => {
        const version = await versionOf(tx, may, params.number)
        return version ? ok(version) : refuse('missing', 'remedies.version-missing', {})
      }),
    ),
  ]
}

function drafting(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.saveDraft, canChangeRules, ({ may, body }) => act.save(ports, may, body)),
    deskRoute(wall.discardDraft, canChangeRules, ({ may, body }) =>
      act.discard(ports, may, body.revision),
    ),
    deskRoute(wall.publishDraft, canChangeRules, ({ may, body }) => act.publish(ports, may, body)),
  ]
}

function carrying(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.downloadTable, canReadRemedies, ({ may, query }) =>
      act.fileOf(ports, may, query),
    ),
    deskRoute(wall.readTableFile, canChangeRules, async ({ may, body }) => {
      const read = await act.read(ports, may, body)
      return read.ok
        ? ok({
            lines: [...read.value.lines],
            problems: [...read.value.problems],
            kept: [...read.value.kept],
          })
        : read
    }),
  ]
}
