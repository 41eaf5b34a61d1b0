import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, systemScope } from '#features/access/door.ts'
import { readStored } from './actions.ts'
import { mailById } from './queries.ts'

const stored = z.object({ organisationId: id, mailId: id })

/** A node that died between storing and reading leaves a message behind: this reads it. */
export function mailJobs(ports: Ports): JobTable {
  return {
    async 'intake.read-mail'(payload) {
      const { organisationId, mailId } = stored.parse(payload)
      const house = systemScope(organisationId, 'intake')
      const mail = await inside(ports.db, house, (tx) => mailById(tx, mailId))
      if (mail?.state === 'stored')
        await readStored(ports, house, mailId, { isArchive: false, asComplaint: false })
    },
  }
}
