import type { Language } from '#kernel/dictionary.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { Organisation } from '#features/access/contract.ts'
import { inside, toBusinessCalendar, type May } from '#features/access/door.ts'
import { attachWaiting, recordOf } from '#features/complaints/door.ts'
import type { CustomerFields } from '#features/complaints/contract.ts'
import { intakeMessages } from '../messages.ts'
import { canBeReached, nextContactAt, readContact, readWords, tidyContact } from '../rules.ts'
import { receiveVisitor, type Visitor } from '../visitors/actions.ts'

type Acknowledged = { number: string; receivedAt: string; nextContactAt: string; words: string }

/**
 * A customer tells us, and has a number and a date at once. A robot that walked into the trap is answered alike;
 * what it wrote is kept and marked, but no promise is made to it.
 */
export async function submit(
  ports: Ports,
  may: May<'intake.receive'>,
  organisation: Organisation,
  told: Visitor,
): Promise<Result<Acknowledged>> {
  const words = readWords(told.words)
  if (!words.ok) return words
  const contact = readContact(tidyContact(told.customer))
  if (!contact.ok) return contact
  const read = { ...told, words: words.value, customer: contact.value }
  const done = await beginWith(ports, may, organisation, read)
  if (!done.ok) return done
  await attachWaiting(ports, may, told.id)
  const first = await inside(ports.db, may, (tx) => recordOf(tx, may, told.id))
  if (!first) return refuse('conflict', 'complaints.received-twice', {})
  const { number } = done.value
  const { receivedAt, customer } = first
  const answer = acknowledgement(organisation, { number, receivedAt, customer }, may.language)
  return ok({ number, receivedAt, ...answer })
}

function beginWith(
  ports: Ports,
  may: May<'intake.receive'>,
  organisation: Organisation,
  told: Visitor,
) {
  return receiveVisitor(ports, may, told, {
    channel: 'web-form',
    async answer({ number, receivedAt, isMachine }) {
      if (isMachine) return []
      const received = { number, receivedAt, customer: told.customer }
      const answer = acknowledgement(organisation, received, may.language)
      const nextContactAt = canBeReached(told.customer) ? answer.nextContactAt : null
      return [{ type: 'intake.acknowledged', payload: { by: 'screen', ...answer, nextContactAt } }]
    },
  })
}

/** The same from the same complaint, so that a form sent twice is answered twice alike. */
function acknowledgement(
  { name, calendar }: Organisation,
  told: { number: string; receivedAt: string; customer: CustomerFields },
  language: Language,
) {
  const due = nextContactAt(toBusinessCalendar(calendar), Temporal.Instant.from(told.receivedAt))
  const { acknowledgement: reached, acknowledgementUnreached: unreached } =
    intakeMessages[language].words
  const { number, customer } = told
  const words = canBeReached(customer)
    ? reached({ number, name: customer.name ?? '', until: due, organisation: name })
    : unreached({ number, name: customer.name ?? '', organisation: name })
  return { words, nextContactAt: due }
}
