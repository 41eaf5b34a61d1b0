import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, organisations, systemScope } from '#features/access/door.ts'
import { forgetRings } from './store.ts'

/** Who called whom is not kept here: what became a call is in the record. */
export function telephonyJobs(ports: Ports): JobTable {
  return {
    // Lines of a crontab cannot name a task with a dot.
    'intake-forget-rings': async () => {
      const before = ports.clock.now().subtract({ hours: 24 }).toString()
      for (const { id } of await organisations(ports.db))
        await inside(ports.db, systemScope(id, 'intake'), (tx) => forgetRings(tx, before))
    },
  }
}
