import type { Language } from '#kernel/dictionary.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { Organisation } from '#features/access/contract.ts'
import { inside, toBusinessCalendar, type May } from '#features/access/door.ts'
import { attachWaiting, begin, customerFor, recordOf } from '#features/complaints/door.ts'
import type { CustomerFields, Details } from '#features/complaints/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import { intakeMessages } from '../messages.ts'
import { canBeReached, nextContactAt, readContact, readWords, tidyContact } from '../rules.ts'
import { criticalCues } from '#features/language/contract.ts'
import { suspicion } from './rules.ts'

export type Told = {
  readonly id: string
  readonly words: string
  readonly customer: CustomerFields
  readonly details: Details
  readonly website?: string | undefined
  readonly about?: string | undefined
  readonly openSeconds?: number | undefined
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
  told: Told,
) {
  const { id, words, details } = told
  const receivedAt = ports.clock.now().toString()
  const channel = 'web-form' as const
  return begin(ports, may, { id, channel, receivedAt }, async ({ tx, number, at }) => {
    const { cues } = await listenInside(tx, may, { speaker: 'customer', text: words })
    const received = { number, channel, words, receivedAt, customer: told.customer, details, cues }
    // Somebody in danger may well be quick.
    const isDanger = cues.some(({ code }) => criticalCues.some((critical) => critical === code))
    const machine = suspicion(isDanger ? { website: told.website } : told)
    if (machine) return ok([marked(received, machine, told, may.language)])
    const about = told.about ? { source: sourceOf('form', { about: told.about }) } : {}
    const customer = (await customerFor(ports, tx, may, told.customer, at)) ?? told.customer
    const answer = acknowledgement(organisation, received, may.language)
    const nextContactAt = canBeReached(told.customer) ? answer.nextContactAt : null
    return ok([
      { type: 'complaints.received', payload: { ...received, ...about, customer } },
      { type: 'intake.acknowledged', payload: { by: 'screen', ...answer, nextContactAt } },
    ])
  })
}

type Received = Extract<ComplaintEvent, { type: 'complaints.received' }>

/** The source says what it fell into; the subject says it to whoever reads the inbox. */
function marked(
  received: Received['payload'],
  reference: string,
  { website = '', openSeconds }: Told,
  language: Language,
): Received {
  const subject = intakeMessages[language].words.suspected
  const seconds = openSeconds === undefined ? '' : String(openSeconds)
  const source = sourceOf(reference, { website, openSeconds: seconds })
  const details = { ...received.details, subject }
  return { type: 'complaints.received', payload: { ...received, details, source } }
}

function sourceOf(reference: string, row: Record<string, string>) {
  return { system: 'web-form', reference, row }
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
