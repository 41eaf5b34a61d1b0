import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { systemScope } from '#features/access/door.ts'
import { step } from './actions.ts'
import { trialTask } from './store.ts'

const running = z.object({ organisationId: id, trialId: id })

export function trialsJobs(ports: Ports): JobTable {
  return {
    async [trialTask](payload) {
      const { organisationId, trialId } = running.parse(payload)
      await step(ports, systemScope(organisationId, 'remedies'), trialId)
    },
  }
}
