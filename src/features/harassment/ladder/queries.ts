import { tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import { leaders } from '#features/access/contract.ts'
import { memberNames, membersOf, restingAt, type Scope } from '#features/access/door.ts'
import { entriesOf, linesById, recordOf } from '#features/complaints/door.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { callById } from '#features/intake/door.ts'
import { standardsNow } from '../standards/queries.ts'
import type { Standards } from '../standards/contract.ts'
import { standingIn, type HeardHere } from '../standing/rules.ts'
import { wordsFor } from '../wording/rules.ts'
import type { Ladder, Occasion, OccasionKind } from './contract.ts'
import { offersOf, type Ground } from './rules.ts'
import { reliefsAt, waitingAsks } from './store.ts'

export type Place = { readonly kind: OccasionKind; readonly callId?: string | undefined }

/** A call is its own occasion; face to face it is the day. */
export function occasionOf({ kind, callId }: Place, now: string): Occasion {
  if (kind === 'call' && callId) return { kind, key: callId }
  return { kind, key: tokyoDay(Temporal.Instant.from(now)).toString() }
}

export type Standing = {
  readonly ladder: Ladder
  readonly ground: Ground
  readonly heard: readonly HeardHere[]
  readonly latest: HeardHere | null
  readonly standards: Standards
}

/** How far it has come on this occasion, and what was heard on it. */
export async function standingOf(
  tx: Tx,
  scope: Scope,
  { record, entries }: { record: CaseRecord; entries: readonly TimelineEntry[] },
  occasion: Occasion,
  now: string,
): Promise<Standing> {
  const standards = await standardsNow(tx, now)
  const { emergency, ...here } = standingIn({ record, entries }, occasion, standards.thresholds)
  const { requestsBeforeFinal } = standards.thresholds
  const ground = { requestsBeforeFinal, mayDecide: mayDecide(scope, standards), emergency }
  return { ...here, ground, standards }
}

export function mayDecide({ viewer }: Scope, { deciderIds }: Standards): boolean {
  if (!viewer) return false
  const leads = viewer.roles.some((role) => leaders.some((leading) => leading === role))
  return leads || deciderIds.includes(viewer.memberId)
}

export async function ladderShown(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  place: Place,
  now: string,
) {
  const record = await recordOf(tx, scope, complaintId)
  if (!record) return null
  const entries = await entriesOf(tx, await memberNames(tx, scope), complaintId)
  const standing = await standingOf(tx, scope, { record, entries }, occasionOf(place, now), now)
  const { ladder, ground, heard, latest } = standing
  return {
    ladder,
    heard: [...heard],
    isEmergency: ground.emergency,
    mayDecide: ground.mayDecide,
    requestsBeforeFinal: ground.requestsBeforeFinal,
    offers: offersOf(ladder, ground).map((each) => ({
      ...each,
      say: wordsFor(each.step, ladder, latest?.manner ?? null, scope.language),
    })),
  }
}

/** Somebody waits with a customer on the line: an hour later nobody does. */
const waitMinutes = 60

export async function decisionsOf(tx: Tx, scope: Scope, now: Temporal.Instant) {
  const names = await memberNames(tx, scope)
  const asks = await waitingAsks(tx, now.subtract({ minutes: waitMinutes }).toString())
  const reliefs = await relievedAt(tx, now.toString())
  const members = await membersOf(tx, scope.organisationId)
  const lines = await linesById(tx, [
    ...asks.map(({ complaintId }) => complaintId),
    ...reliefs.map(({ complaintId }) => complaintId),
  ])
  const numberOf = (complaintId: string) => lines.get(complaintId)?.number ?? ''
  const waiting = []
  for (const ask of asks) {
    if (ask.occasion.kind === 'call' && (await callById(tx, ask.occasion.key))?.endedAt) continue
    const byName = names.get(ask.byId) ?? ''
    waiting.push({ ...ask, byName, complaintNumber: numberOf(ask.complaintId) })
  }
  return {
    mayDecide: mayDecide(scope, await standardsNow(tx, now.toString())),
    waiting,
    relieved: reliefs.flatMap(({ memberId, untilAt: until, complaintId }) => {
      const name = members.find(({ id }) => id === memberId)?.name
      return name === undefined
        ? []
        : [{ memberId, name, until, complaintId, number: numberOf(complaintId) }]
    }),
  }
}

/** Whoever came back before the time is relieved no longer, by whichever door. */
async function relievedAt(tx: Tx, now: string) {
  const resting = await restingAt(tx, now)
  return (await reliefsAt(tx, now)).filter(({ memberId }) => resting.has(memberId))
}

export async function reliefOf(tx: Tx, memberId: string, now: string) {
  const mine = (await relievedAt(tx, now)).find((each) => each.memberId === memberId)
  return { until: mine?.untilAt ?? null }
}
