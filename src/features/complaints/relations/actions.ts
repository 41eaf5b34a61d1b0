import { ok, refuse } from '#kernel/result.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { Scope } from '#features/access/door.ts'
import type { ComplaintEvent } from '../record/contract.ts'
import { changeTogether } from '../timeline/actions.ts'
import { joint, profileOf, type Answered, type Body, type Handling } from '../profiles/actions.ts'
import type * as wall from '../profiles/contract.ts'
import { complaintsOf, entriesAbout } from '../profiles/queries.ts'
import {
  reviewDayOf,
  seenFromThere,
  whyNoCaution,
  whyNoReviewDay,
  type Written,
} from '../profiles/rules.ts'

/** Both records say it, each from its own side. */
export async function link(
  ports: Ports,
  may: Handling,
  customerId: string,
  { id: linkId, otherId, kind, since, source }: Body<typeof wall.linkCustomers>,
): Promise<Answered> {
  if (customerId === otherId) return refuse('invalid', 'complaints.link-with-itself', {})
  const command = joint(may, linkId, 'complaints.customers-linked', [customerId, otherId])
  const done = await changeTogether(ports, may, command, async ({ tx }) => {
    const [here] = (await profileOf(tx, may, customerId))?.complaints ?? []
    const [there] = (await profileOf(tx, may, otherId))?.complaints ?? []
    if (!here || !there) return refuse('missing', 'complaints.customer-missing', {})
    const said = (otherComplaintId: string, seen: wall.LinkKind): ComplaintEvent => ({
      type: 'complaints.customers-linked',
      payload: { linkId, otherComplaintId, kind: seen, since, source },
    })
    return ok(
      new Map([
        [here.id, [said(there.id, kind)]],
        [there.id, [said(here.id, seenFromThere(kind))]],
      ]),
    )
  })
  return done.ok ? ok({ customerId }) : done
}

type Ending = {
  readonly type:
    | 'complaints.customers-unlinked'
    | 'complaints.proxy-ended'
    | 'complaints.caution-ended'
  readonly id: string
}

/** A link, a proxy or a fact holds no longer: said where it was said. */
export async function end(
  ports: Ports,
  may: Handling,
  customerId: string,
  ending: Ending,
  { id, reason }: { id: string; reason: string },
): Promise<Answered> {
  const command = joint(may, id, ending.type, [customerId])
  const there = async (tx: Tx) => linkedTo(tx, may, customerId, ending.id)
  const complaintIds = async (tx: Tx) => [
    ...new Set([...(await command.complaintIds(tx)), ...(await there(tx))]),
  ]
  const done = await changeTogether(ports, may, { ...command, complaintIds }, async ({ tx }) => {
    const known = await profileOf(tx, may, customerId)
    const entries = await entriesAbout(tx, may, known?.complaints ?? [])
    const place = placeOf(entries, ending.id)
    if (!place) return refuse('missing', 'complaints.said-no-longer', {})
    const places = [place, ...(await there(tx))]
    return ok(new Map(places.map((each) => [each, [endingEvent(ending, reason)]])))
  })
  return done.ok ? ok({ customerId }) : done
}

/** Where the other side of a link is written; nowhere for what has one side. */
async function linkedTo(tx: Tx, scope: Scope, customerId: string, id: string): Promise<string[]> {
  const complaints = await complaintsOf(tx, scope, customerId)
  return (await entriesAbout(tx, scope, complaints)).flatMap((entry) =>
    entry.type === 'complaints.customers-linked' && entry.payload.linkId === id
      ? [entry.payload.otherComplaintId]
      : [],
  )
}

function endingEvent({ type, id }: Ending, reason: string): ComplaintEvent {
  if (type === 'complaints.customers-unlinked') return { type, payload: { linkId: id, reason } }
  if (type === 'complaints.proxy-ended') return { type, payload: { proxyId: id, reason } }
  return { type, payload: { cautionId: id, reason } }
}

/** The complaint that holds what is to end; undefined when it has ended already. */
function placeOf(entries: readonly Written[], id: string): string | undefined {
  const about = entries.filter((entry) => subjectOf(entry) === id)
  const [first] = about
  return about.length === 1 ? first?.complaintId : undefined
}

function subjectOf({ type, payload }: Written): string | null {
  if (type === 'complaints.customers-linked' || type === 'complaints.customers-unlinked')
    return payload.linkId
  if (type === 'complaints.proxy-named' || type === 'complaints.proxy-ended') return payload.proxyId
  if (type === 'complaints.caution-noted' || type === 'complaints.caution-ended')
    return payload.cautionId
  return null
}

export function nameProxy(
  ports: Ports,
  may: Handling,
  customerId: string,
  { id, ...proxy }: Body<typeof wall.nameProxy>,
): Promise<Answered> {
  const payload = { proxyId: id, ...proxy }
  return say(ports, may, { customerId, id }, { type: 'complaints.proxy-named', payload })
}

export async function noteCaution(
  ports: Ports,
  may: Handling,
  customerId: string,
  { id, complaintId, ...caution }: Body<typeof wall.noteCaution>,
): Promise<Answered> {
  const why = whyNoCaution(caution, tokyoDay(ports.clock.now()).toString())
  if (why) return refuse('invalid', why, {})
  const payload = { cautionId: id, ...caution }
  const about = { customerId, id, complaintId }
  return say(ports, may, about, { type: 'complaints.caution-noted', payload })
}

/** The fact goes on being shown until another day; said where the fact was said. */
export async function prolongCaution(
  ports: Ports,
  may: Handling,
  { customerId, cautionId }: { customerId: string; cautionId: string },
  { id, reason, reviewOn }: Body<typeof wall.prolongCaution>,
): Promise<Answered> {
  const command = joint(may, id, 'complaints.caution-prolonged', [customerId])
  const done = await changeTogether(ports, may, command, async ({ tx, at }) => {
    const known = await profileOf(tx, may, customerId)
    const entries = await entriesAbout(tx, may, known?.complaints ?? [])
    const place = placeOf(entries, cautionId)
    if (!place) return refuse('missing', 'complaints.said-no-longer', {})
    const today = tokyoDay(Temporal.Instant.from(at)).toString()
    const why = whyNoReviewDay(reviewOn, today, reviewDayOf(entries, cautionId))
    if (why) return refuse('invalid', why, {})
    const payload = { cautionId, reviewOn, reason }
    return ok(new Map([[place, [{ type: 'complaints.caution-prolonged', payload } as const]]]))
  })
  return done.ok ? ok({ customerId }) : done
}

/** In the record of the complaint that is named, or of the latest. */
async function say(
  ports: Ports,
  may: Handling,
  about: { customerId: string; id: string; complaintId?: string | undefined },
  event: ComplaintEvent,
): Promise<Answered> {
  const { customerId, id, complaintId } = about
  const command = joint(may, id, event.type, [customerId])
  const done = await changeTogether(ports, may, command, async ({ tx }) => {
    const complaints = (await profileOf(tx, may, customerId))?.complaints ?? []
    const place = complaints.find((each) => each.id === (complaintId ?? complaints[0]?.id))
    if (!place) return refuse('missing', 'complaints.customer-missing', {})
    return ok(new Map([[place.id, [event]]]))
  })
  return done.ok ? ok({ customerId }) : done
}
