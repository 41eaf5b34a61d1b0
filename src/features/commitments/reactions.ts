import { ok } from '#kernel/result.ts'
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
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { intakeEvents } from '#features/intake/contract.ts'
import { handedOver, promise, save, withdrawal } from './actions.ts'
import * as course from './course/rules.ts'
import { canHandOver, canMake, canWatch } from './policy.ts'
import { heldById, pendingOf } from './queries.ts'
import { unsaidBy, whereSaid } from './rules.ts'
import { forgetWords, saveCommitment, saveWords } from './store.ts'

export const commitmentsReactions: Reactions = {
  'complaints.personal-data-erased': (ports, { organisationId, complaintId }) =>
    inside(ports.db, systemScope(organisationId, 'commitments'), (tx) =>
      forgetWords(tx, complaintId),
    ),
  'intake.acknowledged': promiseFirstResponse,
  'complaints.assigned': giveFirstResponse,
  'letters.written': linkWords,
  'complaints.noted': linkWords,
  'guide.phrase-used': linkWords,
  'letters.cancelled': withdrawUnsaid,
}

/** The promises that were confirmed while a letter or a chat line was being written are found in it from now on. */
async function linkWords(ports: Ports, heard: Heard) {
  const scope = systemScope(heard.organisationId, 'commitments')
  await inside(ports.db, scope, async (tx) => {
    const pending = await pendingOf(tx, heard.complaintId)
    const unlinked = pending.filter(({ saidIn }) => saidIn === null)
    if (unlinked.length === 0) return
    const entries = await entriesOf(tx, await memberNames(tx, scope), heard.complaintId)
    for (const { id, words } of unlinked) {
      const said = whereSaid(entries, words)
      if (said) await saveWords(tx, id, said)
    }
  })
}

/** What a letter promised that nobody will have was promised to nobody. */
async function withdrawUnsaid(ports: Ports, heard: Heard) {
  const may = permitted(systemScope(heard.organisationId, 'commitments'), canWatch)
  if (!may.ok) return
  const { complaintId } = heard
  const id = commandFor(heard.entryId, 'commitments.withdraw-unsaid')
  await change(ports, may.value, { complaintId, id }, async ({ tx, at, names }) => {
    const entries = await entriesOf(tx, await names(), complaintId)
    const letterId = entries.find((entry) => entry.id === heard.entryId)?.payload?.['letterId']
    if (typeof letterId !== 'string') return ok([])
    const reason = 'お約束を書いた文面を、お送りする前に取りやめたため'
    const unsaid = unsaidBy(letterId, entries, await pendingOf(tx, complaintId))
    for (const held of unsaid) await save(tx, may.value, course.unsaid(held, at, reason))
    return ok(unsaid.map((held) => withdrawal(held, reason)))
  })
}

/**
 * The acknowledgement told the customer when we will be in touch: that is a promise, also when this runs so late that
 * the date has passed already. Whoever has the complaint keeps it, else a supervisor who is there.
 */
async function promiseFirstResponse(ports: Ports, heard: Heard) {
  const may = permitted(systemScope(heard.organisationId, 'commitments'), canMake)
  const dueAt = may.ok ? await nextContactAt(ports, may.value, heard) : null
  if (!may.ok || dueAt === null) return
  const id = firstResponseTo(heard.entryId)
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

/** Nobody had the complaint when the promise was made; now somebody does, and it is theirs. */
async function giveFirstResponse(ports: Ports, heard: Heard) {
  const may = permitted(systemScope(heard.organisationId, 'commitments'), canHandOver)
  if (!may.ok) return
  const entries = await entriesFrom(ports, may.value, heard.complaintId, 1)
  const ids = entries
    .filter(({ type }) => type === 'intake.acknowledged')
    .map(({ id }) => firstResponseTo(id))
  if (ids.length === 0) return
  const id = commandFor(heard.entryId, 'commitments.give-first-response')
  await change(ports, may.value, { complaintId: heard.complaintId, id }, async ({ tx, record }) => {
    const { ownerId, ownerName } = record
    const events: ComplaintEvent[] = []
    for (const each of ids) {
      const held = await heldById(tx, each)
      if (held?.state !== 'open' || !ownerId || !ownerName || held.ownerId === ownerId) continue
      await saveCommitment(tx, { ...held, ownerId })
      events.push(handedOver(held, { id: ownerId, name: ownerName }, '苦情の担当が決まったため'))
    }
    return ok(events)
  })
}

function firstResponseTo(acknowledgement: string): string {
  return commandFor(acknowledgement, 'commitments.first-response')
}

async function nextContactAt(ports: Ports, scope: Scope, heard: Heard): Promise<string | null> {
  const [entry] = await entriesFrom(ports, scope, heard.complaintId, heard.sequence)
  // Nobody can be reached, or it was erased meanwhile: then nobody waits for us.
  const said = intakeEvents['intake.acknowledged'].safeParse(entry?.payload)
  const at = said.success ? said.data.nextContactAt : null
  return at === null ? null : Temporal.Instant.from(at).toString()
}

function entriesFrom(ports: Ports, scope: Scope, complaintId: string, sequence: number) {
  return inside(ports.db, scope, async (tx) =>
    entriesOf(tx, await memberNames(tx, scope), complaintId, sequence - 1),
  )
}
