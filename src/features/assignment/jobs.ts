import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { systemScope } from '#features/access/door.ts'
import { commandFor } from '#features/complaints/door.ts'
import { begin, end } from './absences/actions.ts'
import { byRule } from './actions.ts'
import type { Surroundings } from './candidates/queries.ts'
import { attend } from './targets/actions.ts'

const ofComplaint = z.object({ organisationId: id, complaintId: id, runAt: z.string().default('') })
const ofAbsence = z.object({ organisationId: id, absenceId: id })
const room = 'assignment'

export function assignmentJobs(ports: Ports, around: Surroundings): JobTable {
  return {
    'assignment.assign': async (payload) => {
      const { organisationId, complaintId } = ofComplaint.parse(payload)
      const cause = `${complaintId}/${ports.clock.now().toString()}`
      const command = { complaintId, id: commandFor(cause, 'assignment.assign') }
      await byRule(ports, systemScope(organisationId, room), around, command)
    },
    'assignment.attend': async (payload) => {
      const { organisationId, complaintId, runAt } = ofComplaint.parse(payload)
      const command = {
        complaintId,
        id: commandFor(`${complaintId}/${runAt}`, 'assignment.attend'),
      }
      await attend(ports, systemScope(organisationId, room), command)
    },
    'assignment.absence-begin': (payload) => {
      const { organisationId, absenceId } = ofAbsence.parse(payload)
      return begin(ports, systemScope(organisationId, room), around, absenceId)
    },
    'assignment.absence-end': (payload) => {
      const { organisationId, absenceId } = ofAbsence.parse(payload)
      return end(ports, systemScope(organisationId, room), absenceId)
    },
  }
}
