import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { tend } from './actions.ts'

const upload = z.object({ organisationId: id, evidenceId: id })

export function evidenceJobs(ports: Ports): JobTable {
  return {
    async 'complaints.tend-evidence'(payload) {
      const { organisationId, evidenceId } = upload.parse(payload)
      await tend(ports, organisationId, evidenceId)
    },
  }
}
