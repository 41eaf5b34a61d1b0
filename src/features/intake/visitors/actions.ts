import type { Language } from '#kernel/dictionary.ts'
import { ok } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { begin, customerFor, type Situation } from '#features/complaints/door.ts'
import type { CustomerFields, Details } from '#features/complaints/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import { criticalCues } from '#features/language/contract.ts'
import { intakeMessages } from '../messages.ts'
import { olderMatter, type Older } from '../same-matter/queries.ts'
import { suspicion } from '../web-form/rules.ts'

/** What somebody without an account tells us, read and tidied. */
export type Visitor = {
  readonly id: string
  readonly words: string
  readonly customer: CustomerFields
  readonly details: Details
  /** A field that people do not see. */
  readonly website?: string | undefined
  readonly about?: string | undefined
  readonly openSeconds?: number | undefined
}

/** By which public door it comes, and what is said back to a person. */
export type PublicDoor = {
  readonly channel: 'web-form' | 'chat'
  /** What else begins with it, in the same transaction. A machine is promised nothing. */
  readonly answer: (arrived: {
    readonly tx: Situation['tx']
    readonly number: string
    /** ISO instant. */
    readonly receivedAt: string
    readonly isMachine: boolean
  }) => Promise<readonly ComplaintEvent[]>
}

/** A complaint by a public door. What a machine wrote is kept and marked; somebody in danger is never taken for one. */
export function receiveVisitor(
  ports: Ports,
  may: May<'intake.receive'>,
  told: Visitor,
  { channel, answer }: PublicDoor,
) {
  const { id, words, details } = told
  const receivedAt = ports.clock.now().toString()
  return begin(ports, may, { id, channel, receivedAt }, async ({ tx, number, at }) => {
    const { cues } = await listenInside(tx, may, { speaker: 'customer', text: words })
    const received = { number, channel, words, receivedAt, customer: told.customer, details, cues }
    // Somebody in danger may well be quick.
    const isDanger = cues.some(({ code }) => criticalCues.some((critical) => critical === code))
    const machine = suspicion(isDanger ? { website: told.website } : told)
    const more = await answer({ tx, number, receivedAt, isMachine: machine !== null })
    if (machine) return ok([marked(received, machine, told, may.language), ...more])
    const about = told.about ? { source: sourceOf(channel, 'form', { about: told.about }) } : {}
    const older = await olderMatter(tx, told)
    const customer = (await customerFor(ports, tx, may, told.customer, at)) ?? told.customer
    return ok([
      { type: 'complaints.received', payload: { ...received, ...about, customer } },
      ...more,
      ...(older ? [perhapsSame(older)] : []),
    ])
  })
}

/** For the desk alone: whoever wrote is told nothing about another complaint. */
function perhapsSame({
  complaintId: otherId,
  number: otherNumber,
  because,
}: Older): ComplaintEvent {
  return {
    type: 'intake.perhaps-same',
    payload: { otherId, otherNumber, because, isOlder: true },
  }
}

type Received = Extract<ComplaintEvent, { type: 'complaints.received' }>

/** The source says what it fell into; the subject says it to whoever reads the inbox. */
function marked(
  received: Received['payload'],
  reference: string,
  { website = '', openSeconds }: Visitor,
  language: Language,
): Received {
  const subject = intakeMessages[language].words.suspected
  const seconds = openSeconds === undefined ? '' : String(openSeconds)
  const row = { website, openSeconds: seconds }
  const source = sourceOf(received.channel, reference, row)
  const details = { ...received.details, subject }
  return { type: 'complaints.received', payload: { ...received, details, source } }
}

function sourceOf(system: string, reference: string, row: Record<string, string>) {
  return { system, reference, row }
}
