import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import { deliver } from '#platform/mail/smtp.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, permitted, systemScope } from '#features/access/door.ts'
import { enclosedIn } from './attachments/queries.ts'
import { doubt, settle, take } from './delivery/actions.ts'
import { canDeliver } from './policy.ts'
import { deleteClosed } from './writing/store.ts'

const due = z.object({ organisationId: id, complaintId: id, letterId: id, attempts: z.int() })
const old = z.object({ organisationId: id, draftId: id })

export function lettersJobs(ports: Ports): JobTable {
  return {
    async 'letters.send'(payload) {
      const { organisationId, ...job } = due.parse(payload)
      const may = permitted(systemScope(organisationId, 'letters'), canDeliver)
      if (!may.ok) return
      const enclosed = await enclosedIn(ports, may.value, job.letterId)
      const taken = await take(ports, may.value, { ...job, enclosed })
      if (!taken) return
      // Outside of any transaction: the mail server may take minutes.
      const delivery = await deliver(taken.server, taken.envelope, taken.bytes)
      await settle(ports, may.value, taken, delivery)
    },
    async 'letters.doubt'(payload) {
      const { organisationId, ...job } = due.parse(payload)
      const may = permitted(systemScope(organisationId, 'letters'), canDeliver)
      if (may.ok) await doubt(ports, may.value, job)
    },
    async 'letters.forget-draft'(payload) {
      const { organisationId, draftId } = old.parse(payload)
      const scope = systemScope(organisationId, 'letters')
      await inside(ports.db, scope, (tx) => deleteClosed(tx, draftId))
    },
  }
}
