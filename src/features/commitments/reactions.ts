import type { Ports } from '#platform/ports.ts'
import { tokyoDay } from '#kernel/tokyo.ts'
import {
  calendarOf,
  inside,
  memberNames,
  permitted,
  systemScope,
  type Scope,
} from '#features/access/door.ts'
import {
  change,
  commandFor,
  entriesOf,
  type Heard,
  type Reactions,
} from '#features/complaints/door.ts'
import { intakeEvents } from '#features/intake/contract.ts'
import { promise } from './actions.ts'
import { canMake } from './policy.ts'

export const commitmentsReactions: Reactions = {
  'intake.acknowledged': promiseFirstResponse,
}

/**
 * The acknowledgement told the customer when we will be in touch: that is a promise, also when this runs so late that
 * the date has passed already. Whoever has the complaint keeps it, else a supervisor who is there.
 */
async function promiseFirstResponse(ports: Ports, heard: Heard) {
  const may = permitted(systemScope(heard.organisationId, 'commitments'), canMake)
  const dueAt = may.ok ? await nextContactAt(ports, may.value, heard) : null
  if (!may.ok || dueAt === null) return
  const id = commandFor(heard.entryId, 'commitments.first-response')
  const { complaintId } = heard
  const dueOn = tokyoDay(Temporal.Instant.from(dueAt)).toString()
  await change(ports, may.value, { complaintId, id }, async (situation) => {
    const calendar = await calendarOf(situation.tx, may.value)
    const words = '受付のご連絡（担当から、今後の進め方をお知らせする）'
    const due = { dueAt, dueOn, precision: 'minute' as const }
    const promised = { id, complaintId, words, madeTo: 'customer' as const, ...due }
    return promise(situation, may.value, calendar, promised, situation.record.ownerId)
  })
}

async function nextContactAt(ports: Ports, scope: Scope, heard: Heard): Promise<string | null> {
  const [entry] = await inside(ports.db, scope, async (tx) =>
    entriesOf(tx, await memberNames(tx, scope), heard.complaintId, heard.sequence - 1),
  )
  // Erased meanwhile, or nobody can be reached: then nobody waits for us.
  const said = intakeEvents['intake.acknowledged'].safeParse(entry?.payload)
  const nextContactAt = said.data?.nextContactAt
  return nextContactAt ? Temporal.Instant.from(nextContactAt).toString() : null
}
