import { addBusinessDays } from '#kernel/business-calendar.ts'
import { toInstant, tokyoDay } from '#kernel/tokyo.ts'
import { enqueue } from '#platform/jobs/queue.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { leaders } from '#features/access/contract.ts'
import {
  calendarOf,
  inside,
  memberNames,
  membersOf,
  systemScope,
  type Scope,
} from '#features/access/door.ts'
import { entriesOf, type Heard, type Reactions } from '#features/complaints/door.ts'
import { waitingIn } from '../judging/queries.ts'
import { deciders } from '../plans/queries.ts'
import type { Errand } from './jobs.ts'

/** Whoever may be the second person, and whoever decides plans, is told where they are; 今日 lists the same. */
export const remindingReactions: Reactions = {
  'harassment.judgement-proposed': tellOfJudgements,
  'harassment.plan-proposed': (ports, heard) => tellOfPlan(ports, heard, 'plan-waits'),
  'harassment.plan-review-due': (ports, heard) => tellOfPlan(ports, heard, 'plan-review'),
}

/** At once, and again when the desk opens on the next business day, should it still wait. */
async function tellOfJudgements(ports: Ports, { organisationId, complaintId }: Heard) {
  const scope = systemScope(organisationId, 'harassment')
  await inside(ports.db, scope, async (tx) => {
    const now = ports.clock.now()
    const calendar = await calendarOf(tx, scope)
    const again = toInstant(addBusinessDays(calendar, tokyoDay(now), 1), calendar.hours.opens)
    const members = await membersOf(tx, organisationId)
    for (const { id, byId } of await waitingIn(tx, complaintId)) {
      const told = members.filter((member) => member.id !== byId && leads(member))
      for (const { id: memberId } of told)
        for (const [round, runAt] of [now, again].entries())
          await send(tx, scope, { kind: 'judgement', subjectId: id, memberId }, round, runAt)
    }
  })
}

async function tellOfPlan(
  ports: Ports,
  { organisationId, complaintId, entryId, sequence }: Heard,
  kind: 'plan-waits' | 'plan-review',
) {
  const scope = systemScope(organisationId, 'harassment')
  await inside(ports.db, scope, async (tx) => {
    const named = await deciders(tx, await membersOf(tx, organisationId))
    const names = await memberNames(tx, scope)
    const [entry] = await entriesOf(tx, names, complaintId, sequence - 1)
    const told = named.filter(({ id }) => entry?.by !== `member:${id}`)
    for (const { id: memberId } of told)
      await send(tx, scope, { kind, subjectId: entryId, memberId }, 0, ports.clock.now())
  })
}

function leads({ roles }: { readonly roles: readonly string[] }): boolean {
  return roles.some((role) => leaders.some((leading) => leading === role))
}

async function send(
  tx: Tx,
  { organisationId }: Scope,
  errand: Omit<Errand, 'organisationId'>,
  round: number,
  at: Temporal.Instant,
): Promise<void> {
  const { subjectId, memberId } = errand
  await enqueue(tx, {
    task: 'harassment.remind',
    payload: { organisationId, ...errand },
    key: `harassment.remind/${subjectId}/${memberId}/${String(round)}`,
    runAt: at.toString(),
  })
}
