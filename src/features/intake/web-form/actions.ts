import type { Language } from '#kernel/dictionary.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { Organisation } from '#features/access/contract.ts'
import { inside, toBusinessCalendar, type May } from '#features/access/door.ts'
import { begin, customerFor, recordOf } from '#features/complaints/door.ts'
import type { CustomerFields, Details } from '#features/complaints/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import { intakeMessages } from '../messages.ts'
import { canBeReached, nextContactAt, readContact, readWords } from '../rules.ts'

export type Told = {
  readonly id: string
  readonly words: string
  readonly customer: CustomerFields
  readonly details: Details
  readonly website?: string | undefined
}
type Acknowledged = { number: string; receivedAt: string; nextContactAt: string; words: string }

/**
 * A customer tells us, and has a number and a date at once. A robot that walked into the trap is answered alike;
 * what it wrote is kept and marked, but no promise is made to it.
 */
export async function submit(
  ports: Ports,
  may: May<'intake.receive'>,
  organisation: Organisation,
  told: Told,
): Promise<Result<Acknowledged>> {
  const words = readWords(told.words)
  if (!words.ok) return words
  const contact = readContact(told.customer)
  if (!contact.ok) return contact
  const done = await beginWith(ports, may, organisation, { ...told, words: words.value })
  if (!done.ok) return done
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
  told: Told,
) {
  const { id, words, details, website } = told
  const receivedAt = ports.clock.now().toString()
  const channel = 'web-form' as const
  return begin(ports, may, { id, channel, receivedAt }, async ({ tx, number, at }) => {
    const { cues } = await listenInside(tx, may, { speaker: 'customer', text: words })
    const received = { number, channel, words, receivedAt, customer: told.customer, details, cues }
    if (website) return ok([marked(received, website, may.language)])
    const customer = (await customerFor(ports, tx, may, told.customer, at)) ?? told.customer
    const answer = acknowledgement(organisation, received, may.language)
    const nextContactAt = canBeReached(told.customer) ? answer.nextContactAt : null
    return ok([
      { type: 'complaints.received', payload: { ...received, customer } },
      { type: 'intake.acknowledged', payload: { by: 'screen', ...answer, nextContactAt } },
    ])
  })
}

type Received = Extract<ComplaintEvent, { type: 'complaints.received' }>

/** The source says what it fell into; the subject says it to whoever reads the inbox. */
function marked(received: Received['payload'], website: string, language: Language): Received {
  const subject = intakeMessages[language].words.suspected
  const source = { system: 'web-form', reference: 'trap', row: { website } }
  const details = { ...received.details, subject }
  return { type: 'complaints.received', payload: { ...received, details, source } }
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
