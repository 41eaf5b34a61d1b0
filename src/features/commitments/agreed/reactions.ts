import type { Ports } from '#platform/ports.ts'
import { calendarOf, inside, memberNames, permitted, systemScope } from '#features/access/door.ts'
import {
  change,
  commandFor,
  entriesOf,
  type Heard,
  type Reactions,
} from '#features/complaints/door.ts'
import { remediesEvents } from '#features/remedies/contract.ts'
import { promise } from '../actions.ts'
import type { Told } from '../contract.ts'
import { canMake } from '../policy.ts'
import { dueOf } from '../rules.ts'

/** What was agreed is done by somebody by a date, and what a customer thinks over is asked about: both are promises. */
export const agreedReactions: Reactions = {
  'remedies.agreed': promiseEach,
  'remedies.answered': promiseEach,
}

type Promised = { readonly words: string; readonly due: Told }

async function promiseEach(ports: Ports, heard: Heard): Promise<void> {
  const { organisationId, complaintId, entryId, sequence } = heard
  const may = permitted(systemScope(organisationId, 'commitments'), canMake)
  if (!may.ok) return
  const [entry] = await inside(ports.db, may.value, async (tx) =>
    entriesOf(tx, await memberNames(tx, may.value), complaintId, sequence - 1),
  )
  if (!entry) return
  for (const [place, { words, due: told }] of promisedIn(entry.payload).entries()) {
    const id = commandFor(`${entryId}/${place}`, 'commitments.agreed')
    await change(ports, may.value, { complaintId, id }, async (situation) => {
      const calendar = await calendarOf(situation.tx, may.value)
      // As of the moment it was agreed: a date that has passed since is broken, and not forgotten.
      const due = dueOf(told, [], Temporal.Instant.from(entry.at), calendar)
      if (!due.ok) return due
      const ownerId = situation.record.ownerId ?? memberOf(entry.by)
      const promised = { id, complaintId, words, madeTo: 'customer' as const, ...due.value }
      return promise(situation, may.value, calendar, promised, ownerId)
    })
  }
}

function memberOf(by: string): string | null {
  return by.startsWith('member:') ? by.slice('member:'.length) : null
}

function promisedIn(payload: unknown): Promised[] {
  const agreed = remediesEvents['remedies.agreed'].safeParse(payload)
  if (agreed.success)
    return (agreed.data.followThrough ?? []).map(({ words, on, at }) => ({
      words,
      due: at === undefined ? { on } : { on, at },
    }))
  const answered = remediesEvents['remedies.answered'].safeParse(payload)
  const { label = '', until } = answered.success ? answered.data : {}
  return until === undefined
    ? []
    : [{ words: `「${label}」について、お客様のお考えをうかがう`, due: { on: until } }]
}
