import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import { secretFrom } from '#platform/http/standard-webhooks.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, membersOf, type May } from '#features/access/door.ts'
import { tellingMessages } from '../telling/messages.ts'
import { gatewayPlace, isTemplate, waysTo } from '../telling/rules.ts'
import { sendBy, type Surroundings } from '../sending/actions.ts'
import { outside, type Outside, type Stood, type Tried, type VisitsSettings } from './contract.ts'
import { settingsOf, stoodOf } from './queries.ts'
import { saveSecret, saveSettings } from './store.ts'

type Setting = May<'visits.set'>

export async function save(
  ports: Ports,
  may: Setting,
  settings: VisitsSettings,
): Promise<Result<Stood>> {
  const { gatewayUrl, gatewayBody } = settings
  if (gatewayUrl !== '' && !ports.outgoing.takes(gatewayUrl))
    return refuse('invalid', 'visits.gateway-barred', {})
  if (!isTemplate(gatewayBody)) return refuse('invalid', 'visits.gateway-body', {})
  return inside(ports.db, may, async (tx) => {
    await saveSettings(tx, may, settings, ports.clock.now().toString())
    return ok(await stoodOf(tx, may))
  })
}

export function renewSecret(ports: Ports, may: Setting): Promise<Result<{ secret: string }>> {
  const secret = secretFrom(ports.randomHex)
  const at = ports.clock.now().toString()
  return decideWithinWall<{ secret: string }>(ports.db, may.organisationId, async (tx: Tx) => {
    const settings = await settingsOf(tx)
    await saveSecret(tx, may, settings, { sealed: ports.vault.seal(secret, gatewayPlace), at })
    return ok({ secret })
  })
}

/** All at once: one that hangs keeps none of the others waiting. */
export async function tryOut(
  ports: Ports,
  may: Setting,
  around: Surroundings,
  { id, memberId }: { id: string; memberId: string },
): Promise<Result<{ tried: Tried[] }>> {
  const known = await inside(ports.db, may, (tx) => membersOf(tx, may.organisationId))
  if (!known.some((member) => member.id === memberId))
    return refuse('missing', 'access.member-missing', {})
  const settings = await inside(ports.db, may, settingsOf)
  const used = waysTo(settings, memberId)
  const { trialTitle: title, trial: body } = tellingMessages[may.language].words
  const message = { id, tag: id, memberId, title, body, level: 'trial' as const, attempts: 0 }
  const trials = outside.options.map(async (channel): Promise<Tried> => {
    if (!used.includes(channel))
      return { channel, result: 'off', detail: whyOff(settings, channel), tookMs: 0 }
    const begun = performance.now()
    const { result, detail } = await sendBy(channel, ports, around, may, settings, message)
    const tookMs = Math.round(performance.now() - begun)
    return { channel, result: result === 'delivered' ? result : 'failed', detail, tookMs }
  })
  return ok({ tried: await Promise.all(trials) })
}

function whyOff({ usesPush, usesMail, gatewayUrl }: VisitsSettings, channel: Outside): string {
  if (channel === 'gateway' && gatewayUrl === '') return 'no-gateway'
  const isOff = { push: !usesPush, mail: !usesMail, gateway: false }[channel]
  return isOff ? 'not-used' : 'no-address'
}
