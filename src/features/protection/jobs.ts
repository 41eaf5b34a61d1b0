import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { systemScope } from '#features/access/door.ts'
import { takeTurns } from '#features/complaints/door.ts'
import { append, setClock } from './actions.ts'
import { fileOf, runningClocks } from './queries.ts'
import { asHouse } from './reading/actions.ts'
import { saveKeeping } from './store.ts'

const timer = z.object({ organisationId: id, complaintId: id, clockId: id, warned: z.int() })

export function protectionJobs(ports: Ports): JobTable {
  return {
    async 'protection.warn'(payload) {
      const { organisationId, complaintId, clockId, warned } = timer.parse(payload)
      const scope = systemScope(organisationId, 'protection')
      await asHouse(ports, scope, async (tx) => {
        await takeTurns(tx, [`protection/${complaintId}`])
        const [clock] = await runningClocks(tx, clockId)
        const file = await fileOf(tx, complaintId)
        // Settled meanwhile, or warned by another node: then there is nothing to say.
        if (!clock || !file || clock.warned !== warned) return
        const { kind, dueOn } = clock
        const now = ports.clock.now()
        await setClock(ports, tx, scope, file, { id: clockId, kind, dueOn, warned: warned + 1 })
        if (kind === 'keeping' && dueOn <= tokyoDay(now).toString())
          await saveKeeping(tx, file.id, { decisionDueSince: now.toString() })
        const event = {
          type: 'protection.clock-warned',
          payload: { clockId, kind, dueOn },
        } as const
        await append(ports, tx, scope, { file, commandId: ports.ids.next() }, [event])
      })
    },
  }
}
