import { tokyoDay } from '#kernel/tokyo.ts'
import type { Ports } from '#platform/ports.ts'
import { systemScope } from '#features/access/door.ts'
import {
  commandFor,
  linesById,
  takeTurns,
  type Heard,
  type Reactions,
} from '#features/complaints/door.ts'
import { append, setClock } from './actions.ts'
import { fileOf, isDone } from './queries.ts'
import { asHouse } from './reading/actions.ts'
import { saveKeeping } from './store.ts'

export const protectionReactions: Reactions = { 'complaints.personal-data-erased': askToDecide }

/** The ordinary data are gone. What is kept to prevent harm neither goes with them nor stays by itself: somebody decides. */
async function askToDecide(ports: Ports, heard: Heard): Promise<void> {
  const { organisationId, complaintId, entryId } = heard
  const scope = systemScope(organisationId, 'protection')
  await asHouse(ports, scope, async (tx) => {
    await takeTurns(tx, [`protection/${complaintId}`])
    const file = await fileOf(tx, complaintId)
    const commandId = commandFor(entryId, 'protection.ordinary-erased')
    if (!file || file.erasedAt || (await isDone(tx, scope, commandId))) return
    const now = ports.clock.now()
    const dueOn = tokyoDay(now).toString()
    await saveKeeping(tx, file.id, { decisionDueSince: now.toString() })
    await setClock(ports, tx, scope, file, { id: file.id, kind: 'keeping', dueOn })
    const number = (await linesById(tx, [complaintId])).get(complaintId)?.number ?? ''
    const event = { type: 'protection.ordinary-erased', payload: { number } } as const
    await append(ports, tx, scope, { file, commandId }, [event])
  })
}
