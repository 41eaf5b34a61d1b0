import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ports } from '#platform/ports.ts'
import { deskRoute, inside, type Scope } from '#features/access/door.ts'
import { canBeTold } from '../policy.ts'
import * as wall from './contract.ts'
import { deliver } from './jobs.ts'
import { pushMessages } from './messages.ts'
import { deviceBy } from './queries.ts'
import { dropDevice, keepDevice } from './store.ts'

export function pushRoutes(ports: Ports): Route<Scope | null>[] {
  return [
    deskRoute(wall.readPushKey, canBeTold, async () => ok({ publicKey: ports.push.publicKey })),
    deskRoute(wall.registerDevice, canBeTold, async ({ may, body }) => {
      const memberId = may.viewer?.memberId
      if (!memberId) return refuse('forbidden', 'supervision.nobody-acts', {})
      if (!ports.push.knows(body.endpoint)) return refuse('invalid', 'supervision.push-unknown', {})
      const { language, organisationId } = may
      const at = ports.clock.now().toString()
      await inside(ports.db, may, (tx) =>
        keepDevice(tx, organisationId, { ...body, memberId, language }, at),
      )
      return ok({ isTold: true })
    }),
    deskRoute(wall.forgetDevice, canBeTold, async ({ may, body }) => {
      await inside(ports.db, may, (tx) => dropDevice(tx, body))
      return ok({ isTold: false })
    }),
    deskRoute(wall.tryDevice, canBeTold, ({ may, body }) => tryOut(ports, may, body)),
  ]
}

async function tryOut(
  ports: Ports,
  may: Scope,
  { endpoint }: { endpoint: string },
): Promise<Result<{ isTold: boolean }>> {
  const missing = refuse('missing', 'supervision.push-missing', {})
  const device = await inside(ports.db, may, (tx) => deviceBy(tx, { endpoint }))
  if (!device || device.memberId !== may.viewer?.memberId) return missing
  const { trial: title, trialBody: body } = pushMessages[may.language].words
  try {
    const isTold = await deliver(ports, may.organisationId, device, { tag: 'trial', title, body })
    return isTold ? ok({ isTold }) : missing
  } catch (error) {
    ports.log.warn({ error: String(error) }, 'a push service refused')
    return refuse('conflict', 'supervision.push-unreachable', {})
  }
}
