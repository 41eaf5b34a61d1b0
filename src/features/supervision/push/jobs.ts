import { z } from 'zod'
import { id } from '#kernel/fields.ts'
import type { JobTable } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, membersOf, restingAt, systemScope } from '#features/access/door.ts'
import { requestById } from '#features/escalation/door.ts'
import { pushMessages } from './messages.ts'
import { deviceBy } from './queries.ts'
import { staleMinutes, toldOf } from './rules.ts'
import { dropDevice, type Device } from './store.ts'

const errand = z.object({ organisationId: id, deviceId: id, requestId: id })

export function pushJobs(ports: Ports): JobTable {
  return { 'supervision.push': (payload) => tell(ports, errand.parse(payload)) }
}

/** Looks again: seen meanwhile, too old or no longer this person's concern, or at rest while others are there, nobody is startled. */
async function tell(
  ports: Ports,
  { organisationId, deviceId, requestId }: z.output<typeof errand>,
): Promise<void> {
  const scope = systemScope(organisationId, 'supervision')
  const found = await inside(ports.db, scope, async (tx) => {
    const [device, request] = [
      await deviceBy(tx, { id: deviceId }),
      await requestById(tx, requestId),
    ]
    if (!device || request?.state !== 'asked') return undefined
    if (request.askedAt < ports.clock.now().subtract({ minutes: staleMinutes }).toString()) return
    const members = await membersOf(tx, organisationId)
    const told = toldOf(request, members)
    const resting = await restingAt(tx, ports.clock.now().toString())
    const isSpared = resting.has(device.memberId) && told.some((id) => !resting.has(id))
    if (!told.includes(device.memberId) || isSpared) return undefined
    return { device, request, name: members.find(({ id }) => id === request.askedById)?.name }
  })
  if (!found) return
  const { words } = pushMessages[found.device.language]
  const title = words[found.request.kind]({ name: found.name ?? words.house })
  await deliver(ports, organisationId, found.device, { tag: requestId, title, body: words.body })
}

/** What the service worker of the screens shows (app/web/public/notices.js). */
export type Notice = { readonly tag: string; readonly title: string; readonly body: string }

/** False when the browser has unsubscribed: then it is forgotten here, too. */
export async function deliver(
  ports: Ports,
  organisationId: string,
  device: Device,
  notice: Notice,
): Promise<boolean> {
  const outcome = await ports.push.send(device, notice, staleMinutes * 60)
  if (outcome === 'delivered') return true
  await inside(ports.db, systemScope(organisationId, 'supervision'), (tx) =>
    dropDevice(tx, { id: device.id }),
  )
  return false
}
