import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, systemScope, type Scope } from '#features/access/door.ts'
import { isWaiting } from '../judging/queries.ts'
import { remindingMessages } from './messages.ts'

const errand = z.object({
  organisationId: id,
  kind: z.enum(['judgement', 'plan-waits', 'plan-review']),
  /** The judgement, or the entry that said it. */
  subjectId: id,
  memberId: id,
})
export type Errand = z.output<typeof errand>

/** How a member is reached wherever they are: by the browsers they registered. */
export type Telling = {
  readonly push: (
    ports: Ports,
    scope: Scope,
    memberId: string,
    notice: { readonly tag: string; readonly title: string; readonly body: string },
  ) => Promise<unknown>
}

/** Looks again: what was decided meanwhile startles nobody. A notice names no customer: it stands on a locked screen. */
export function remindingJobs(ports: Ports, { push }: Telling): JobTable {
  return {
    async 'harassment.remind'(payload) {
      const { organisationId, kind, subjectId, memberId } = errand.parse(payload)
      const scope = systemScope(organisationId, 'harassment')
      const isOver =
        kind === 'judgement' && !(await inside(ports.db, scope, (tx) => isWaiting(tx, subjectId)))
      if (isOver) return
      const { words } = remindingMessages[scope.language]
      await push(ports, scope, memberId, {
        tag: subjectId,
        title: words.titles[kind],
        body: words.body,
      })
    },
  }
}
