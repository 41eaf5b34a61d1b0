import { enqueue } from '#platform/jobs/queue.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, memberNames, membersOf, systemScope } from '#features/access/door.ts'
import { entriesOf, type Heard, type Reactions } from '#features/complaints/door.ts'
import { escalationEvents } from '#features/escalation/contract.ts'
import { requestById } from '#features/escalation/door.ts'
import { devicesOf } from './queries.ts'
import { toldOf } from './rules.ts'

export const supervisionReactions: Reactions = {
  'escalation.asked': tellDevices,
  'escalation.moved-up': tellDevices,
}

/** One job for each browser: one that does not answer keeps nobody else waiting. */
async function tellDevices(ports: Ports, heard: Heard): Promise<void> {
  const scope = systemScope(heard.organisationId, 'supervision')
  await inside(ports.db, scope, async (tx) => {
    const names = await memberNames(tx, scope)
    const [entry] = await entriesOf(tx, names, heard.complaintId, heard.sequence - 1)
    const requestId = requestIdOf(entry?.payload)
    const request = requestId && (await requestById(tx, requestId))
    if (!request || request.state !== 'asked') return
    const told = toldOf(request, await membersOf(tx, heard.organisationId))
    for (const { id } of await devicesOf(tx, told)) {
      await enqueue(tx, {
        task: 'supervision.push',
        payload: { organisationId: heard.organisationId, deviceId: id, requestId: request.id },
        key: `supervision.push/${heard.entryId}/${id}`,
      })
    }
  })
}

function requestIdOf(payload: unknown): string | undefined {
  const asked = escalationEvents['escalation.asked'].safeParse(payload)
  if (asked.success) return asked.data.requestId
  return escalationEvents['escalation.moved-up'].safeParse(payload).data?.requestId
}
