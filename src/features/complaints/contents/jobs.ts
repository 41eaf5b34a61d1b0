import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { forgetOutside, keepOutside } from './actions.ts'

const content = z.object({ organisationId: id, contentId: id })

export function contentJobs(ports: Ports): JobTable {
  return {
    async 'complaints.keep-outside'(payload) {
      const { organisationId, contentId } = content.parse(payload)
      await keepOutside(ports, organisationId, contentId)
    },
    async 'complaints.forget-outside'(payload) {
      const { organisationId, contentId } = content.parse(payload)
      await forgetOutside(ports, organisationId, contentId)
    },
  }
}
