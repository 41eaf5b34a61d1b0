import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall, type Tx } from '#platform/db/database.ts'
import { secretFrom } from '#platform/http/standard-webhooks.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import { callGateway } from '../telling/actions.ts'
import { tellingMessages } from '../telling/messages.ts'
import { gatewayPlace, isTemplate } from '../telling/rules.ts'
import type { Stood, VisitsSettings } from './contract.ts'
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

export async function tryOut(
  ports: Ports,
  may: Setting,
  { id, phone }: { id: string; phone: string },
): Promise<Result<{ isDelivered: boolean; detail: string }>> {
  const settings = await inside(ports.db, may, settingsOf)
  if (settings.gatewayUrl === '') return refuse('blocked', 'visits.no-gateway', {})
  const text = tellingMessages[may.language].words.trial
  return ok(await callGateway(ports, may, settings, { messageId: id, phone, text, level: 'trial' }))
}
