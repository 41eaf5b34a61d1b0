import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { permitted, systemScope } from '#features/access/door.ts'
import { canImport } from '../policy.ts'
import { step } from '../taking/actions.ts'

const running = z.object({ organisationId: id, importId: id })

export function importJobs(ports: Ports): JobTable {
  return {
    async 'intake.import'(payload) {
      const { organisationId, importId } = running.parse(payload)
      const may = permitted(systemScope(organisationId, 'intake'), canImport)
      if (may.ok) await step(ports, may.value, importId, { untilDone: false })
    },
  }
}
