import { ok, refuse, type Result } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import { membersOf, type May } from '#features/access/door.ts'
import type { Situation } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import type { Delegation, Limits } from './contract.ts'
import { delegationsOf, limitsOf, openingFor, textHash } from './queries.ts'
import { insertDelegation, saveEnd, saveLimits, saveUse } from './store.ts'

type Lending = {
  readonly id: string
  readonly fromId?: string | undefined
  readonly toId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly note: string
}

/** One's own authority; administrators also lend that of somebody who is not there to do it. */
export function delegate(
  ports: Ports,
  may: May<'remedies.delegate'>,
  lending: Lending,
): Promise<Result<Delegation>> {
  const now = ports.clock.now()
  const today = tokyoDay(now).toString()
  return decideWithinWall<Delegation>(ports.db, may, async (tx) => {
    const own = may.viewer?.memberId ?? ''
    const fromId = lending.fromId ?? own
    const members = await membersOf(tx, may.organisationId)
    const [from, to] = [fromId, lending.toId].map((id) => members.find((each) => each.id === id))
    if (!from || !to) return refuse('missing', 'access.member-missing', {})
    if (fromId !== own && !may.viewer?.roles.includes('admin'))
      return refuse('forbidden', 'remedies.delegation-not-yours', {})
    if (from.id === to.id) return refuse('invalid', 'remedies.delegation-self', {})
    if (lending.endsOn < lending.startsOn || lending.endsOn < today)
      return refuse('invalid', 'remedies.delegation-days', {})
    await insertDelegation(tx, may, { ...lending, fromId }, now.toString())
    const made = (await delegationsOf(tx, may, today)).find(({ id }) => id === lending.id)
    return made ? ok(made) : refuse('conflict', 'complaints.command-reused', {})
  })
}

export function endDelegation(
  ports: Ports,
  may: May<'remedies.delegate'>,
  delegationId: string,
): Promise<Result<{ delegations: Delegation[] }>> {
  const now = ports.clock.now()
  const today = tokyoDay(now).toString()
  return decideWithinWall<{ delegations: Delegation[] }>(ports.db, may, async (tx) => {
    const found = (await delegationsOf(tx, may, today)).find(({ id }) => id === delegationId)
    if (!found) return refuse('missing', 'remedies.delegation-missing', {})
    const isOwn = found.fromId === may.viewer?.memberId
    if (!isOwn && !may.viewer?.roles.includes('admin'))
      return refuse('forbidden', 'remedies.delegation-not-yours', {})
    await saveEnd(tx, may, delegationId, now.toString())
    return ok({ delegations: await delegationsOf(tx, may, today) })
  })
}

export function changeLimits(
  ports: Ports,
  may: May<'remedies.change-limits'>,
  limits: Limits,
): Promise<Result<Limits>> {
  return decideWithinWall<Limits>(ports.db, may, async (tx) => {
    await saveLimits(tx, may, limits, ports.clock.now().toString())
    return ok(limits)
  })
}

type Kept = { readonly rule: string; readonly reason: string; readonly byLeader: boolean }
type Opened = { reasons: Kept[]; spend: (usedFor: string) => Promise<ComplaintEvent[]> }

/**
 * What was granted for just this text, as reasons that the gate of the letters takes from a leader. `spend` is called
 * once the text leaves: an approval opens the gate once.
 */
export async function openedBy(
  { tx, at }: Pick<Situation, 'tx' | 'at'>,
  complaintId: string,
  text: string,
): Promise<Opened> {
  const granted = await openingFor(tx, { complaintId, text, at })
  const reasons = granted.flatMap(({ label, opens }) =>
    opens.map((rule) => {
      const ofText = textHash(text)
      return { rule, reason: `承認済み（${label}）`, byLeader: true, ofText }
    }),
  )
  const spend = async (usedFor: string) => {
    const events: ComplaintEvent[] = []
    for (const { approvalId, label } of granted)
      if (await saveUse(tx, approvalId, { at, usedFor }))
        events.push({ type: 'remedies.approval-used', payload: { approvalId, label } })
    return events
  }
  return { reasons, spend }
}

/**
 * The gate of words for everybody to read: what stands in public is not taken back. Somebody else has approved just this
 * text, or nobody has to. `spend` as in `openedBy`.
 */
export async function openedInPublic(
  moment: Pick<Situation, 'tx' | 'at'>,
  complaintId: string,
  text: string,
): Promise<Result<Opened>> {
  const { publicBy } = await limitsOf(moment.tx)
  const opened = await openedBy(moment, complaintId, text)
  const isApproved = opened.reasons.some(({ rule }) => rule === 'public-reply')
  return isApproved || publicBy === 'nobody'
    ? ok(opened)
    : refuse('blocked', 'remedies.public-not-approved', { needs: publicBy })
}
