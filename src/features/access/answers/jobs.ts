import { withinWall } from '#platform/db/database.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { allOrganisations } from '../queries.ts'
import { keptHours } from './actions.ts'
import { forgetAnswers } from './store.ts'

export function answersJobs(ports: Ports): JobTable {
  return {
    // Lines of a crontab cannot name a task with a dot.
    'access-forget-answers': async () => {
      const before = ports.clock.now().subtract({ hours: keptHours }).toString()
      for (const { id } of await allOrganisations(ports.db))
        await withinWall(ports.db, id, (tx) => forgetAnswers(tx, before))
    },
  }
}
