import { z } from 'zod'
import { day, id } from '#kernel/fields.ts'
import { ok } from '#kernel/result.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { systemScope } from '#features/access/door.ts'
import { change, commandFor } from '#features/complaints/door.ts'
import { planById } from './queries.ts'

const review = z.object({
  organisationId: id,
  complaintId: id,
  planId: id,
  reviewOn: day,
  isToday: z.boolean(),
})

export function plansJobs(ports: Ports): JobTable {
  return {
    /** Looks again under the lock: lifted or renewed meanwhile, nobody is told. */
    async 'harassment.plan-review'(payload) {
      const { organisationId, complaintId, planId, reviewOn, isToday } = review.parse(payload)
      const scope = systemScope(organisationId, 'harassment')
      const cause = `${planId}/${reviewOn}/${String(isToday)}`
      const id = commandFor(cause, 'harassment.plan-review')
      await change(ports, scope, { complaintId, id }, async ({ tx }) => {
        const plan = await planById(tx, planId)
        if (plan?.state !== 'in-force' || plan.terms?.reviewOn !== reviewOn) return ok([])
        const due = { planId, reviewOn, isToday }
        return ok([{ type: 'harassment.plan-review-due', payload: due }])
      })
    },
  }
}
