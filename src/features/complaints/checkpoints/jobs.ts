import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { organisations, permitted, systemScope } from '#features/access/door.ts'
import { canSeal } from '../policy.ts'
import { sealNow } from './actions.ts'

export function checkpointsJobs(ports: Ports): JobTable {
  return {
    // Lines of a crontab cannot name a task with a dot.
    'complaints-seal-all': async () => {
      for (const { id } of await organisations(ports.db)) {
        const may = permitted(systemScope(id, 'complaints'), canSeal)
        if (may.ok) await sealNow(ports, may.value, ports.ids.next())
      }
    },
  }
}
