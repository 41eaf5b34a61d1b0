import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Arising, Ports } from '#platform/ports.ts'
import { inside, systemScope, type Scope } from '#features/access/door.ts'
import { giveTo, type Surroundings } from '#features/assignment/door.ts'
import {
  change,
  commandFor,
  recordOf,
  type Hearer,
  type Heard,
  type Situation,
} from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { endInside } from '#features/commitments/door.ts'
import { reviewPromise } from './actions.ts'
import type { Standing } from './contract.ts'
import { remindingMessages } from '../reminding/messages.ts'
import {
  customersOf,
  hasDeparted,
  hasPlans,
  openOfCustomer,
  reviewedOf,
  standingFor,
} from './queries.ts'
import { departures, wayOf } from './rules.ts'
import { forgetPlans } from './store.ts'

/** What comes in is taken as ever; from then on it is with whom the plan names. */
export function plansHearers(around: Surroundings): readonly Hearer[] {
  const route = (ports: Ports, heard: Heard) => giveToWindow(ports, around, heard)
  const routeAll = async (ports: Ports, heard: Heard) => {
    const open = await inside(ports.db, scopeOf(heard), (tx) =>
      openOfCustomer(tx, heard.complaintId),
    )
    for (const complaintId of open) await giveToWindow(ports, around, { ...heard, complaintId })
  }
  return [
    {
      reactions: {
        'complaints.received': route,
        'complaints.customer-identified': route,
        'intake.mail-received': route,
        'intake.call-ended': route,
        'harassment.plan-agreed': routeAll,
      },
      isConcerned: hasPlans,
    },
    { reactions: { 'complaints.personal-data-erased': forget } },
  ]
}

/** With the words of a plan goes the promise to review it. */
async function forget(ports: Ports, heard: Heard): Promise<void> {
  const scope = scopeOf(heard)
  const { complaintId } = heard
  const id = commandFor(heard.entryId, 'harassment.forget-plans')
  await change(ports, scope, { complaintId, id }, async (situation) => {
    const ended = []
    for (const { planId, version } of await reviewedOf(situation.tx, complaintId)) {
      const promise = reviewPromise(planId, version)
      ended.push(
        ...(await endInside(
          situation,
          scope,
          promise,
          remindingMessages.ja.words.review.forgotten,
        )),
      )
    }
    return ok(ended)
  })
  await inside(ports.db, scope, (tx) => forgetPlans(tx, complaintId))
}

/** Nothing while somebody is on the telephone, and nothing where somebody may be hurt: that goes to whoever is free. */
async function giveToWindow(ports: Ports, around: Surroundings, heard: Heard): Promise<void> {
  const scope = scopeOf(heard)
  const { complaintId } = heard
  const id = commandFor(`${heard.entryId}/${complaintId}`, 'harassment.give-to-window')
  await change(ports, scope, { complaintId, id }, async (situation) => {
    const { tx, record, at } = situation
    if (record.closing || (record.call && !record.call.endedAt)) return ok([])
    const customerIds = await customersOf(tx, complaintId)
    const here = { complaintId, record, customerIds }
    const [plan] = (await standingFor(tx, scope, here, at)).filter(({ why }) =>
      concerns(why, heard),
    )
    return ok(plan ? await given(situation, scope, around, { complaintId, plan }) : [])
  })
}

/** A new matter is only given to the window when it comes in; nobody has to leave it to them later. */
function concerns(why: Standing['why'], { type }: Heard): boolean {
  return why === 'covered' || (why === 'new-matter' && type === 'complaints.received')
}

/** The window, else who stands in; when both are away, whoever the usual rule finds. */
async function given(
  situation: Situation,
  scope: Scope,
  around: Surroundings,
  { complaintId, plan }: { complaintId: string; plan: Standing },
): Promise<ComplaintEvent[]> {
  const { windowId, standInId, windowName } = plan.terms
  const { ownerId } = situation.record
  if (ownerId !== null && (ownerId === windowId || ownerId === standInId)) return []
  for (const memberId of standInId === null ? [windowId] : [windowId, standInId]) {
    const giving = { complaintId, memberId, reason: '' }
    const events = await giveTo(situation, scope, around, giving)
    const payload = { planId: plan.planId, windowName }
    if (events.ok) return [...events.value, { type: 'harassment.plan-applied', payload }]
  }
  return []
}

function scopeOf({ organisationId }: Pick<Heard, 'organisationId'>): Scope {
  return systemScope(organisationId, 'harassment')
}

/** A member answers otherwise than a plan has it: they hand over, or say why first. Whatever the door. */
export async function plansObjection(tx: Tx, entry: Arising): Promise<Result<null>> {
  const way = wayOf(entry)
  if (way === null) return ok(null)
  const { complaintId, memberId, at } = entry
  const customerIds = await customersOf(tx, complaintId)
  const scope = scopeOf(entry)
  const isThere = await standingFor(tx, scope, { complaintId, record: null, customerIds }, at)
  if (isThere.length === 0) return ok(null)
  const record = (await recordOf(tx, scope, complaintId)) ?? null
  const holds = await standingFor(tx, scope, { complaintId, record, customerIds }, at)
  const attempt = { way, memberId, at }
  const plan = holds.find(
    ({ restricts, terms }) => restricts && departures(terms, attempt).length > 0,
  )
  if (!plan || (await hasDeparted(tx, { complaintId, ...attempt }))) return ok(null)
  const { planId, terms } = plan
  const from = departures(terms, attempt)
  const { windowId, windowName } = terms
  const data = { planId, complaintId, way, from, windowId, windowName }
  return refuse('blocked', 'harassment.outside-plan', data)
}
