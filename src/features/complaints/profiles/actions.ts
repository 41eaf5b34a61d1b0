import type { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { May, Scope } from '#features/access/door.ts'
import type { CustomerFields } from '../contract.ts'
import { customersLock } from '../customers/actions.ts'
import { customerById } from '../customers/queries.ts'
import { insertCustomer, replaceCustomer } from '../customers/store.ts'
import type { ComplaintEvent } from '../record/contract.ts'
import { changeTogether, type Joint } from '../timeline/actions.ts'
import type * as wall from './contract.ts'
import { complaintsOf, entriesAbout, linksOf, versionOf } from './queries.ts'
import { divided, merged, rejoined, undoUntil, withoutTaken, type Written } from './rules.ts'
import { eraseLinks } from './store.ts'

export type Handling = May<'complaints.handle'>
export type Body<E extends { readonly body?: z.ZodType }> = z.output<NonNullable<E['body']>>
export type Answered = Result<{ customerId: string }>
type Profile = {
  readonly id: string
  readonly fields: CustomerFields
  readonly complaints: readonly { readonly id: string; readonly number: string }[]
  readonly version: string
}

/** Undefined for nobody, and for a record without anything: merged into another, or erased. */
export async function profileOf(tx: Tx, scope: Scope, id: string): Promise<Profile | undefined> {
  const known = await customerById(tx, id)
  const complaints = await complaintsOf(tx, scope, id)
  if (!known || complaints.length === 0) return undefined
  return { id, fields: known.fields, complaints, version: versionOf(known.fields, complaints) }
}

export async function preview(tx: Tx, scope: Scope, intoId: string, fromId: string) {
  if (intoId === fromId) return refuse('invalid', 'complaints.merge-with-itself', {})
  const into = await profileOf(tx, scope, intoId)
  const from = await profileOf(tx, scope, fromId)
  if (!into || !from) return refuse('missing', 'complaints.customer-missing', {})
  return ok({
    version: bothVersions(into, from),
    into: into.fields,
    from: from.fields,
    result: merged(into.fields, from.fields, {}).result,
    movingComplaints: from.complaints.length,
    stayingComplaints: into.complaints.length,
  })
}

function bothVersions(into: Profile, from: Profile): string {
  return `${into.version}-${from.version}`
}

export async function merge(
  ports: Ports,
  may: Handling,
  intoId: string,
  told: Body<typeof wall.mergeCustomers>,
): Promise<Answered> {
  const { fromId, reason } = told
  if (intoId === fromId) return refuse('invalid', 'complaints.merge-with-itself', {})
  const command = joint(may, told.id, 'complaints.customers-merged', [intoId, fromId])
  const done = await changeTogether(ports, may, command, async ({ tx }) => {
    const into = await profileOf(tx, may, intoId)
    const from = await profileOf(tx, may, fromId)
    if (!into || !from) return refuse('missing', 'complaints.customer-missing', {})
    if (told.version && told.version !== bothVersions(into, from)) return changed()
    const { result, taken } = merged(into.fields, from.fields, told.choices)
    await replaceCustomer(tx, intoId, result)
    await replaceCustomer(tx, fromId, {}, intoId)
    const said = { mergeId: told.id, fromId, intoId, reason, taken }
    return ok(
      sides(from, into, (side, before) => ({
        type: 'complaints.customers-merged',
        payload: { ...said, side, before, after: side === 'moved' ? result : null },
      })),
    )
  })
  return done.ok ? ok({ customerId: intoId }) : done
}

export async function undo(
  ports: Ports,
  may: Handling,
  { customerId: intoId, mergeId }: { customerId: string; mergeId: string },
  { id, reason }: Body<typeof wall.undoMerge>,
): Promise<Answered> {
  const command = joint(may, id, 'complaints.customers-merge-undone', [intoId])
  const done = await changeTogether(ports, may, command, async ({ tx, at }) => {
    const into = await profileOf(tx, may, intoId)
    if (!into) return refuse('missing', 'complaints.customer-missing', {})
    const found = mergeIn(await entriesAbout(tx, may, into.complaints), mergeId)
    if (!found) return refuse('conflict', 'complaints.merge-undone-already', {})
    if (found.intoId !== intoId) return refuse('conflict', 'complaints.merge-was-merged', {})
    if (undoUntil(found.at) <= at) return refuse('conflict', 'complaints.merge-too-old', {})
    const left = withoutTaken(into.fields, found.after ?? {}, found.own, found.taken)
    await replaceCustomer(tx, intoId, left)
    await replaceCustomer(tx, found.fromId, found.before)
    return ok(undone(into, found, { mergeId, reason }))
  })
  return done.ok ? ok({ customerId: intoId }) : done
}

function undone(
  into: Profile,
  { fromId, before, after, complaints }: Merged,
  why: { mergeId: string; reason: string },
) {
  const back = { fields: after ?? {}, complaints }
  return sides(back, remaining(into, complaints), (side, known) => ({
    type: 'complaints.customers-merge-undone',
    payload: {
      ...why,
      side,
      fromId: into.id,
      intoId: fromId,
      before: known,
      after: side === 'moved' ? before : null,
    },
  }))
}

export async function split(
  ports: Ports,
  may: Handling,
  customerId: string,
  told: Body<typeof wall.splitCustomer>,
): Promise<Answered> {
  // The command's id is also the new customer's: sent twice, they are made once.
  const command = joint(may, told.id, 'complaints.customer-split', [customerId])
  const done = await changeTogether(ports, may, command, async ({ tx, at }) => {
    const known = await profileOf(tx, may, customerId)
    if (!known) return refuse('missing', 'complaints.customer-missing', {})
    if (told.version && told.version !== known.version) return changed()
    const parts = partsOf(known, told)
    if (!parts.ok) return parts
    const { organisationId } = may
    const { goes, stays } = parts.value
    insertCustomer(tx, { id: told.id, organisationId, fields: goes, at })
    await replaceCustomer(tx, customerId, stays)
    return ok(parts.value.events)
  })
  return done.ok ? ok({ customerId: told.id }) : done
}

/** What was split off comes back with all that has been told since; details nobody has changed are as they were. */
export async function undoSplit(
  ports: Ports,
  may: Handling,
  { customerId: intoId, splitId: fromId }: { customerId: string; splitId: string },
  { id, reason }: Body<typeof wall.undoSplit>,
): Promise<Answered> {
  const command = joint(may, id, 'complaints.customers-merged', [intoId, fromId])
  const done = await changeTogether(ports, may, command, async ({ tx, at }) => {
    const into = await profileOf(tx, may, intoId)
    const from = await profileOf(tx, may, fromId)
    if (!into || !from) return refuse('conflict', 'complaints.split-undone-already', {})
    const found = splitIn(await entriesAbout(tx, may, into.complaints), fromId)
    if (!found || found.fromId !== intoId)
      return refuse('conflict', 'complaints.split-elsewhere', {})
    if (undoUntil(found.at) <= at) return refuse('conflict', 'complaints.split-too-old', {})
    const { result, taken } = rejoined(into.fields, from.fields, found)
    await replaceCustomer(tx, intoId, result)
    await replaceCustomer(tx, fromId, {}, intoId)
    const told = { mergeId: id, fromId, intoId, reason, taken }
    return ok(
      sides(from, into, (side, before) => ({
        type: 'complaints.customers-merged',
        payload: { ...told, side, before, after: side === 'moved' ? result : null },
      })),
    )
  })
  return done.ok ? ok({ customerId: intoId }) : done
}

/** As it stands in a complaint that stayed. */
function splitIn(entries: readonly Written[], splitId: string) {
  return entries
    .flatMap(({ type, payload, at }) =>
      type === 'complaints.customer-split' && payload.splitId === splitId
        ? [{ ...payload, at }]
        : [],
    )
    .find(({ side }) => side === 'stayed')
}

function partsOf(known: Profile, told: Body<typeof wall.splitCustomer>) {
  const going = known.complaints.filter(({ id }) => told.complaintIds.includes(id))
  if (going.length !== new Set(told.complaintIds).size) return changed()
  if (going.length === known.complaints.length)
    return refuse('invalid', 'complaints.split-takes-all', {})
  const { stays, goes: given } = divided(known.fields, told.details)
  const goes = { ...given, ...(told.name ? { name: told.name } : {}) }
  if (Object.keys(goes).length === 0 || Object.keys(stays).length === 0)
    return refuse('invalid', 'complaints.split-unnamed', {})
  const moving = { fields: known.fields, complaints: going }
  const said = { splitId: told.id, fromId: known.id, intoId: told.id, reason: told.reason }
  const events = sides(moving, remaining(known, going), (side, before) => ({
    type: 'complaints.customer-split',
    payload: { ...said, side, before, after: side === 'moved' ? goes : stays },
  }))
  return ok({ stays, goes, events })
}

/** Before the words of a complaint are erased: what they left behind with others. */
export async function forgetElsewhere(tx: Tx, scope: Scope, complaintId: string): Promise<void> {
  await eraseLinks(tx, await linksOf(tx, complaintId))
  const own = await entriesAbout(tx, scope, [{ id: complaintId, number: '' }])
  for (const entry of own) {
    if (entry.type !== 'complaints.customers-merged' || entry.payload.side === 'stayed') continue
    await forgetTaken(tx, scope, complaintId, entry.payload)
  }
}

/** The last complaint of whoever was merged: the details that came with it go with it. */
async function forgetTaken(
  tx: Tx,
  scope: Scope,
  complaintId: string,
  { mergeId, intoId }: { mergeId: string; intoId: string },
): Promise<void> {
  const into = await profileOf(tx, scope, intoId)
  const found = into && mergeIn(await entriesAbout(tx, scope, into.complaints), mergeId)
  if (!into || !found || found.complaints.some(({ id }) => id !== complaintId)) return
  const { after, own, taken } = found
  await replaceCustomer(tx, intoId, withoutTaken(into.fields, after ?? {}, own, taken))
}

export function joint(
  scope: Scope,
  id: string,
  type: Joint['type'],
  customerIds: readonly string[],
): Joint {
  return {
    id,
    type,
    lock: customersLock(scope),
    complaintIds: async (tx) => {
      const all = await Promise.all(customerIds.map((each) => complaintsOf(tx, scope, each)))
      return all.flat().map((complaint) => complaint.id)
    },
  }
}

type Side = Pick<Profile, 'fields' | 'complaints'>

function sides(
  moved: Side,
  stayed: Side,
  say: (side: 'moved' | 'stayed', before: CustomerFields) => ComplaintEvent,
): ReadonlyMap<string, readonly ComplaintEvent[]> {
  return new Map([
    ...moved.complaints.map(({ id }) => [id, [say('moved', moved.fields)]] as const),
    ...stayed.complaints.map(({ id }) => [id, [say('stayed', stayed.fields)]] as const),
  ])
}

function remaining(all: Profile, gone: Profile['complaints']): Side {
  const complaints = all.complaints.filter(({ id }) => !gone.some((each) => each.id === id))
  return { fields: all.fields, complaints }
}

type Merged = NonNullable<ReturnType<typeof mergeIn>>

function mergeIn(entries: readonly Written[], mergeId: string) {
  const isUndone = entries.some(
    ({ type, payload }) =>
      type === 'complaints.customers-merge-undone' && payload.mergeId === mergeId,
  )
  const parts = entries.flatMap((entry) =>
    entry.type === 'complaints.customers-merged' && entry.payload.mergeId === mergeId
      ? [{ ...entry.payload, at: entry.at, id: entry.complaintId, number: entry.number }]
      : [],
  )
  const complaints = parts.filter(({ side }) => side === 'moved')
  const [first] = complaints
  if (isUndone || !first) return undefined
  const own = parts.find(({ side }) => side === 'stayed')?.before ?? {}
  return { ...first, own, complaints }
}

function changed() {
  return refuse('conflict', 'complaints.customer-changed', {})
}
