import type { z } from 'zod'
import { sha256Hex } from '#kernel/hash.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { newBoxKeys, openBox } from '#platform/sealed-box.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import type { MyVisit } from '../contract.ts'
import { press as pressOn, tellContact, type Pressed } from '../course/actions.ts'
import { myVisitOf } from '../course/queries.ts'
import { locationOf, whichPin } from '../pins/actions.ts'
import { mostWrongPins } from '../pins/rules.ts'
import { countWrongPin } from '../pins/store.ts'
import type { carryVisit, PhoneState, Press, sendPresses } from './contract.ts'
import { phoneByHash } from './queries.ts'
import { inOrder, opens, pressedAt } from './rules.ts'
import { insertPhone, layDownPhones, saveSeen, type HeldPhone } from './store.ts'

type Pressing = May<'visits.press'>
type PressAnswer = PhoneState['results'][number]['result']
type Organisation = { readonly name: string }

const keyPlace = (phoneId: string) => `visits phone ${phoneId}`

/** One phone per person and visit: the one before is laid down. The same token again is the same phone. */
export async function carry(
  ports: Ports,
  may: May<'visits.carry'>,
  organisation: Organisation,
  { memberId, visitId, token }: { memberId: string; visitId: string; token: string },
): Promise<Result<z.output<typeof carryVisit.answer>>> {
  const now = ports.clock.now()
  const at = now.toString()
  const tokenHash = sha256Hex(token)
  return inside(ports.db, may, async (tx) => {
    const visit = await myVisitOf(tx, may, memberId, visitId)
    if (!visit) return refuse('missing', 'visits.missing-visit', {})
    if (!opens(visit, now.epochMilliseconds)) return refuse('conflict', 'visits.phone-over', {})
    const location = await locationOf(tx, memberId)
    const state = stateOf(organisation, at, visit, location, [])
    const known = await phoneByHash(tx, tokenHash)
    if (known) return ok({ publicKey: known.publicKey, state })
    await layDownPhones(tx, { visitId, memberId }, at)
    const id = ports.ids.next()
    const { publicKey, privateKey } = newBoxKeys()
    const sealed = ports.vault.seal(privateKey, keyPlace(id))
    const phone = { id, visitId, memberId, publicKey, privateKey: sealed, tokenHash, at }
    await insertPhone(tx, may, phone)
    return ok({ publicKey, state })
  })
}

export async function layDown(
  ports: Ports,
  may: May<'visits.carry'>,
  whose: { readonly memberId: string; readonly visitId: string },
): Promise<Result<{ laidDown: number }>> {
  const at = ports.clock.now().toString()
  return ok({ laidDown: await inside(ports.db, may, (tx) => layDownPhones(tx, whose, at)) })
}

/** Whatever was kept on the phone, oldest first; then how the visit stands. */
export async function take(
  ports: Ports,
  may: Pressing,
  organisation: Organisation,
  { token, presses, battery }: z.output<NonNullable<typeof sendPresses.body>>,
): Promise<Result<PhoneState>> {
  const now = ports.clock.now()
  const found = await inside(ports.db, may, async (tx) => {
    const phone = await phoneByHash(tx, sha256Hex(token))
    const visit = phone && (await myVisitOf(tx, may, phone.memberId, phone.visitId))
    return phone && visit && opens(visit, now.epochMilliseconds) ? phone : undefined
  })
  if (!found) return refuse('missing', 'visits.phone-laid-down', {})
  const results: PhoneState['results'][number][] = []
  for (const each of inOrder(presses)) {
    // Nobody needs more at once; the rest is left unanswered, and comes again.
    if (results.filter(({ result }) => result === 'pin-wrong').length === mostWrongPins) break
    const taken = await takeOne(ports, may, found, each)
    if (!taken.ok) return taken
    results.push({ id: each.id, result: taken.value })
  }
  const { memberId, visitId } = found
  await tellContact(ports, may, visitId, { memberId, battery, queued: 0 })
  return show(ports, may, organisation, found, results)
}

async function takeOne(
  ports: Ports,
  may: Pressing,
  phone: HeldPhone,
  press: Press,
): Promise<Result<PressAnswer>> {
  const at = pressedAt(press.at, ports.clock.now().toString())
  const { id, kind, minutes = 0, position = null } = press
  const pressed = { id, at, byId: phone.memberId, minutes, position }
  if (kind === 'end') return end(ports, may, phone, press, { ...pressed, kind })
  const as = kind === 'contact' ? 'help' : kind
  const done = await pressOn(ports, may, phone.visitId, { ...pressed, kind: as })
  if (done.ok) return ok('taken')
  return done.refusal.code === 'visits.incomplete' ? ok('incomplete') : done
}

/** Either PIN runs the same statements; the watch sees the difference a moment later. */
async function end(
  ports: Ports,
  may: Pressing,
  phone: HeldPhone,
  { id, sealed = '' }: Press,
  pressed: Pressed,
): Promise<Result<PressAnswer>> {
  const { memberId, visitId } = phone
  const privateKey = ports.vault.open(phone.privateKey, keyPlace(phone.id)) ?? ''
  const typed = openBox(privateKey, sealed, id)?.trim() ?? ''
  const which = await whichPin(ports, may, memberId, typed)
  if (which === 'neither') return wrongPin(ports, may, phone, pressed)
  const done = await pressOn(ports, may, visitId, { ...pressed, isForced: which === 'duress' })
  return done.ok ? ok('taken') : done
}

/** Whoever tries again and again does not know it: that is no slip any more, and the office is told without a word. */
async function wrongPin(
  ports: Ports,
  may: Pressing,
  { memberId, visitId }: HeldPhone,
  { id, at }: Pressed,
): Promise<Result<PressAnswer>> {
  const tried = { id, visitId, memberId }
  const count = await inside(ports.db, may, (tx) => countWrongPin(tx, may, tried, at))
  if (count < mostWrongPins) return ok('pin-wrong')
  const done = await pressOn(ports, may, visitId, { id, at, byId: memberId, kind: 'help' })
  return done.ok ? ok('pin-wrong') : done
}

async function show(
  ports: Ports,
  may: Pressing,
  organisation: Organisation,
  { id, memberId, visitId }: HeldPhone,
  results: PhoneState['results'],
): Promise<Result<PhoneState>> {
  const at = ports.clock.now().toString()
  return inside(ports.db, may, async (tx) => {
    await saveSeen(tx, id, at)
    const visit = await myVisitOf(tx, may, memberId, visitId)
    if (!visit) return refuse('missing', 'visits.phone-laid-down', {})
    return ok(stateOf(organisation, at, visit, await locationOf(tx, memberId), results))
  })
}

function stateOf(
  { name: organisationName }: Organisation,
  serverAt: string,
  visit: MyVisit,
  location: { readonly companyAllows: boolean; readonly isGiven: boolean },
  results: PhoneState['results'],
): PhoneState {
  const carriesPosition = location.companyAllows && location.isGiven
  return { serverAt, organisationName, carriesPosition, visit, results }
}
