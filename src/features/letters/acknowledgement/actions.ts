import { ok } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import {
  calendarOf,
  organisationOf,
  permitted,
  systemScope,
  type May,
  type Scope,
} from '#features/access/door.ts'
import {
  change,
  commandFor,
  takeTurns,
  type Heard,
  type Situation,
} from '#features/complaints/door.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { mailboxForComplaint, sendingMailboxes } from '#features/intake/mailboxes/door.ts'
import { fresh, told } from '../actions.ts'
import { canDeliver } from '../policy.ts'
import { settingsOf } from '../settings/queries.ts'
import { insertLetter, type HeldLetter } from '../store.ts'
import { circumstancesOf } from './queries.ts'
import {
  countedAddress,
  countedSubject,
  fill,
  isWorthSaying,
  nextContact,
  shippedText,
  subjectOf,
  valuesOf,
  whyNotAcknowledged,
} from './rules.ts'

/** A complaint was received: whoever wrote by mail or web form hears of it, once, unless a machine may be listening. */
export async function acknowledge(ports: Ports, heard: Heard): Promise<void> {
  const { complaintId, entryId, organisationId } = heard
  const may = permitted(systemScope(organisationId, 'letters'), canDeliver)
  if (!may.ok) return
  const id = commandFor(entryId, 'letters.acknowledge')
  await change(ports, may.value, { complaintId, id }, async (situation) => {
    const { tx, record, at } = situation
    if (record.channel !== 'mail' && record.channel !== 'web-form') return ok([])
    if ((await sendingMailboxes(tx)).length === 0) return ok([])
    const circumstances = await circumstancesOf(tx, may.value, complaintId, record, at)
    const address = circumstances.address ?? ''
    // Two complaints of one sender at the same time: the second one counts the first.
    await takeTurns(tx, [`letters/${organisationId}/${countedAddress(address)}`])
    const again = await circumstancesOf(tx, may.value, complaintId, record, at)
    const silence = whyNotAcknowledged(again)
    if (silence) return ok(isWorthSaying(silence) ? [withheld(silence)] : [])
    const to = { id, complaintId, address, subject: again.subject }
    return ok(await writeTo(ports, may.value, situation, to))
  })
}

function withheld(reason: string): ComplaintEvent {
  return { type: 'letters.acknowledgement-withheld', payload: { reason } }
}

async function writeTo(
  ports: Ports,
  may: May<'letters.deliver'>,
  { tx, at, record }: Situation,
  to: { id: string; complaintId: string; address: string; subject: string },
): Promise<ComplaintEvent[]> {
  const mailbox = await mailboxForComplaint(ports, tx, to.complaintId)
  if (!mailbox?.smtp) return []
  const { address, subject } = to
  const text = await textFor(tx, may, record, mailbox.displayName, subject)
  if (text.unknown.length > 0) return [withheld('unfilled')]
  const letter: HeldLetter = {
    ...fresh(ports, mailbox, to.id),
    complaintId: to.complaintId,
    kind: 'acknowledgement',
    writtenBy: may.actor,
    writtenAt: at,
    sendAt: at,
    basedOn: record.head,
    to: [address],
    cc: [],
    subject: subjectOf(record.number, subject),
    text: text.text,
  }
  const counted = { address: countedAddress(address), subject: countedSubject(subject) }
  await insertLetter(tx, may, letter, counted)
  return [{ type: 'letters.written', payload: { ...told(letter), reasons: [] } }]
}

async function textFor(
  tx: Tx,
  may: Scope,
  record: Situation['record'],
  displayName: string,
  subject: string,
) {
  const organisation = await organisationOf(tx, may)
  const { acknowledgement } = await settingsOf(tx)
  const values = valuesOf({
    number: record.number,
    name: record.customer.name ?? '',
    receivedAt: record.receivedAt,
    subject,
    organisation: organisation.name,
    desk: displayName || organisation.name,
    calendar: await calendarOf(tx, may),
  })
  return fill(acknowledgement ?? shippedText, values)
}

/** It has left: now somebody waits for us until the date it names. The web form had said so on the screen. */
export async function acknowledgedBy(
  may: Scope,
  { tx, record }: Situation,
  letter: HeldLetter,
): Promise<ComplaintEvent[]> {
  if (letter.kind !== 'acknowledgement' || record.acknowledgedAt !== null) return []
  const { receivedAt } = record
  const due = nextContact({ calendar: await calendarOf(tx, may), receivedAt })
  const payload = { by: 'mail' as const, words: letter.text, nextContactAt: due.toString() }
  return [{ type: 'intake.acknowledged', payload }]
}
