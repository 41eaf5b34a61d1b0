import { ok } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { permitted, systemScope } from '#features/access/door.ts'
import { change, commandFor, type Heard } from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { canWatch } from './policy.ts'
import { waitingIn } from './queries.ts'
import { saveDecision } from './store.ts'

/** The complaint is over: nobody has to decide what was asked for it. */
export async function closeQuestions(ports: Ports, heard: Heard): Promise<void> {
  const may = permitted(systemScope(heard.organisationId, 'remedies'), canWatch)
  if (!may.ok) return
  const { complaintId } = heard
  const id = commandFor(heard.entryId, 'remedies.close-questions')
  await change(ports, may.value, { complaintId, id }, async ({ tx, at, record }) => {
    const events: ComplaintEvent[] = []
    for (const held of record.closing ? await waitingIn(tx, complaintId) : []) {
      await saveDecision(tx, held.id, { state: 'withdrawn', at, by: null })
      const payload = { approvalId: held.id, label: held.asked.label, reason: '苦情が終了したため' }
      events.push({ type: 'remedies.approval-withdrawn', payload })
    }
    return ok(events)
  })
}
