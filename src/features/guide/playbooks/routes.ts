import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { readAmong } from '../trials/queries.ts'
import { importFile, publish, restore, savePart, tryNow } from './actions.ts'
import {
  exportPlaybook,
  importPlaybook,
  listVersions,
  publishDraft,
  readDraftPart,
  readText,
  readWorkbench,
  restoreVersion,
  saveDraftPart,
  tryDraft,
} from './contract.ts'
import { canChangePlaybooks, canReadPlaybooks } from './policy.ts'
import { draftOf, draftPartOf, historyOf, workbenchOf } from './queries.ts'
import { shippedPack } from './store.ts'

export function playbooksRoutes(ports: Ports): Route<Scope | null>[] {
  return [...reading(ports), ...trying(ports), ...changing(ports)]
}

function reading(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readWorkbench, canReadPlaybooks, ({ may, params }) =>
      inside(ports.db, may, (tx) => workbenchOf(tx, may, params.language)),
    ),
    deskRoute(listVersions, canReadPlaybooks, ({ may, params }) =>
      inside(ports.db, may, async (tx) =>
        ok({ versions: await historyOf(tx, may, params.language) }),
      ),
    ),
    deskRoute(exportPlaybook, canReadPlaybooks, ({ may, params: { language } }) =>
      inside(ports.db, may, async (tx) => {
        const { content } = await draftOf(tx, may, language)
        return ok({ format: 'uketome-playbook-1' as const, language, ...content })
      }),
    ),
    deskRoute(readDraftPart, canReadPlaybooks, ({ may, params: { language, part, name } }) =>
      inside(ports.db, may, async (tx) => {
        const found = await draftPartOf(tx, may, language, part, name)
        return found ? ok(found) : refuse('missing', 'guide.part-missing', {})
      }),
    ),
  ]
}

function trying(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(readText, canReadPlaybooks, async ({ may, params: { language }, body }) => {
      const pack = await shippedPack(language)
      if (!pack.ok) return pack
      const draft = await inside(ports.db, may, (tx) => draftOf(tx, may, language))
      return ok(readAmong(pack.value, draft.content, body, language))
    }),
    deskRoute(tryDraft, canReadPlaybooks, async ({ may, params }) => {
      const tried = await tryNow(ports, may, params.language)
      return tried.ok ? ok(tried.value.trial) : tried
    }),
  ]
}

function changing(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(publishDraft, canChangePlaybooks, ({ may, params, body }) =>
      publish(ports, may, params.language, body),
    ),
    deskRoute(restoreVersion, canChangePlaybooks, ({ may, params, body }) =>
      restore(ports, may, { language: params.language, number: Number(params.number) }, body),
    ),
    deskRoute(importPlaybook, canChangePlaybooks, ({ may, params, body }) =>
      importFile(ports, may, params.language, body),
    ),
    deskRoute(saveDraftPart, canChangePlaybooks, ({ may, params, body }) =>
      savePart(ports, may, params, body),
    ),
  ]
}
