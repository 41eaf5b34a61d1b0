import type { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { matchPins, sealPin } from '#platform/pins.ts'
import type { Ports } from '#platform/ports.ts'
import type { Tx } from '#platform/db/database.ts'
import { inside, type May, type Scope } from '#features/access/door.ts'
import { myVisitsOf } from '../course/queries.ts'
import { isOut } from '../course/rules.ts'
import { hasAgreedToLocation } from '../queries.ts'
import { settingsOf } from '../settings/queries.ts'
import type { agreeToLocation, setPins, tryPin } from './contract.ts'
import { pinsOf } from './queries.ts'
import { whyNotPins } from './rules.ts'
import { saveConsent, savePins } from './store.ts'

type Mine = May<'visits.have-pins'>
type Answer<E extends { answer: z.ZodType }> = Promise<Result<z.output<E['answer']>>>

const places = (memberId: string) => ({
  pin: `visits pin ${memberId}`,
  duress: `visits duress pin ${memberId}`,
})

export type Which = 'pin' | 'duress' | 'neither'

/** Both are looked at each time, whichever it is. */
export async function whichPin(
  ports: Ports,
  scope: Scope,
  memberId: string,
  typed: string,
): Promise<Which> {
  const pins = await inside(ports.db, scope, (tx) => pinsOf(tx, memberId))
  const place = places(memberId)
  const [isPin, isDuress] = await matchPins(ports.vault, typed, [
    { sealed: pins?.pin ?? '', place: place.pin },
    { sealed: pins?.duress ?? '', place: place.duress },
  ])
  return isDuress ? 'duress' : isPin ? 'pin' : 'neither'
}

export async function changePins(
  ports: Ports,
  may: Mine,
  memberId: string,
  { pin, duressPin, current }: z.output<NonNullable<typeof setPins.body>>,
): Answer<typeof setPins> {
  const why = whyNotPins(pin, duressPin)
  if (why) return refuse('invalid', why, {})
  const busy = await whyNotNow(ports, may, memberId)
  if (busy) return busy
  const known = await inside(ports.db, may, (tx) => pinsOf(tx, memberId))
  if (known && (await whichPin(ports, may, memberId, current ?? '')) !== 'pin')
    return refuse('invalid', 'visits.pin-current', {})
  const place = places(memberId)
  const [sealed, duress] = await Promise.all([
    sealPin(ports.vault, pin, place.pin),
    sealPin(ports.vault, duressPin, place.duress),
  ])
  const at = ports.clock.now().toString()
  await inside(ports.db, may, (tx) => savePins(tx, may, memberId, { pin: sealed, duress }, at))
  return ok({ isSet: true, changedAt: at })
}

/** To practise; whoever stands beside a visitor is not told which is which. */
export async function practise(
  ports: Ports,
  may: Mine,
  memberId: string,
  typed: string,
): Answer<typeof tryPin> {
  const busy = await whyNotNow(ports, may, memberId)
  return busy ?? ok({ is: await whichPin(ports, may, memberId, typed) })
}

async function whyNotNow(ports: Ports, may: Mine, memberId: string) {
  const now = ports.clock.now().toString()
  const visits = await inside(ports.db, may, (tx) => myVisitsOf(tx, may, memberId, now))
  return visits.some(isOut) ? refuse('conflict', 'visits.pin-on-visit', {}) : null
}

export async function agree(
  ports: Ports,
  may: Mine,
  memberId: string,
  isGiven: boolean,
): Answer<typeof agreeToLocation> {
  const at = ports.clock.now().toString()
  return inside(ports.db, may, async (tx) => {
    await saveConsent(tx, may, memberId, isGiven, at)
    return ok(await locationOf(tx, memberId))
  })
}

export async function locationOf(tx: Tx, memberId: string) {
  const { allowsLocation: companyAllows } = await settingsOf(tx)
  return { companyAllows, isGiven: await hasAgreedToLocation(tx, memberId) }
}
