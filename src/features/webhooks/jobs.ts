import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, organisations, systemScope } from '#features/access/door.ts'
import { tellAvailability } from './availability/actions.ts'
import { keptDays } from './rules.ts'
import { sendOnce } from './sending/actions.ts'
import { forgetMessages } from './store.ts'

export function webhooksJobs(ports: Ports): JobTable {
  return {
    'webhooks.deliver': ({ organisationId, messageId }) =>
      sendOnce(ports, systemScope(String(organisationId), 'webhooks'), String(messageId)),
    'webhooks.availability': ({ organisationId }) =>
      tellAvailability(ports, String(organisationId)),
    // Whatever made somebody unable to answer: absences begin in many places, and rests end by themselves.
    'webhooks-availability': async () => {
      for (const { id } of await organisations(ports.db)) await tellAvailability(ports, id)
    },
    // Lines of a crontab cannot name a task with a dot.
    'webhooks-forget': async () => {
      const before = ports.clock
        .now()
        .subtract({ hours: keptDays * 24 })
        .toString()
      for (const { id } of await organisations(ports.db))
        await inside(ports.db, systemScope(id, 'webhooks'), (tx) => forgetMessages(tx, before))
    },
  }
}
