import { ok, refuse } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { canChangeSettings, canSeeSettings, canWriteLetters } from '../policy.ts'
import { importFile, insert, retire, save } from './actions.ts'
import * as wall from './contract.ts'
import { fileOf } from '../template-files/rules.ts'
import { editionsOf, filledFor, previewOf, templatesOf } from './queries.ts'

export function templatesRoutes(ports: Ports): Route<Scope | null>[] {
  return [...keeping(ports), ...using(ports)]
}

function keeping(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.listTemplates, canSeeSettings, ({ may }) =>
      inside(ports.db, may, async (tx) =>
        ok({ templates: await templatesOf(tx, may), values: [...wall.templateValues] }),
      ),
    ),
    deskRoute(wall.listTemplateEditions, canSeeSettings, ({ may, params }) =>
      inside(ports.db, may, async (tx) =>
        ok({ editions: await editionsOf(tx, may, params.templateId) }),
      ),
    ),
    deskRoute(wall.exportTemplates, canSeeSettings, ({ may }) =>
      inside(ports.db, may, async (tx) => {
        const bytes = new TextEncoder().encode(fileOf(await templatesOf(tx, may)))
        return ok({ name: 'uketome-templates.yaml', bytes })
      }),
    ),
    deskRoute(wall.importTemplates, canChangeSettings, ({ may, body }) =>
      importFile(ports, may, body),
    ),
    deskRoute(wall.saveTemplate, canChangeSettings, ({ may, params, body }) =>
      save(ports, may, params.templateId, body),
    ),
    deskRoute(wall.retireTemplate, canChangeSettings, ({ may, params }) =>
      retire(ports, may, params.templateId),
    ),
  ]
}

function using(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.previewTemplate, canSeeSettings, ({ may, body }) =>
      inside(ports.db, may, async (tx) => {
        const { complaintId } = body
        const record = complaintId === null ? null : await recordOf(tx, may, complaintId)
        if (record === undefined) return refuse('missing', 'complaints.missing', {})
        const at = ports.clock.now().toString()
        return ok(await previewOf({ tx, record, at }, may, body))
      }),
    ),
    deskRoute(wall.listFilledTemplates, canWriteLetters, ({ may, params, query }) =>
      inside(ports.db, may, async (tx) => {
        const record = await recordOf(tx, may, params.complaintId)
        if (!record) return refuse('missing', 'complaints.missing', {})
        const now = { tx, record, at: ports.clock.now().toString() }
        const found = await filledFor(now, may, params.complaintId, query.kind)
        return ok({ templates: found.map(({ template }) => template) })
      }),
    ),
    deskRoute(wall.insertTemplate, canWriteLetters, ({ may, params, body }) =>
      insert(ports, may, params, body),
    ),
  ]
}
