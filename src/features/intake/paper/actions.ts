import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type May } from '#features/access/door.ts'
import { attachWaiting, change, commandFor, linesById } from '#features/complaints/door.ts'
import type { CustomerFields } from '#features/complaints/contract.ts'
import type { ComplaintEvent } from '#features/complaints/record/contract.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import { receive } from '../actions.ts'
import { readWords, tidyContact } from '../rules.ts'
import { reachedAt } from './rules.ts'

export type Paper = {
  readonly id: string
  readonly complaintId?: string | undefined
  readonly channel: 'letter' | 'counter'
  readonly receivedOn: string
  readonly words: string
  readonly broughtBy: string
  readonly customer: CustomerFields
}
type Registered = { complaintId: string; number: string }

/** What came on paper or in person, with its own day of receipt; scans that were sent before become its evidence. */
export async function register(
  ports: Ports,
  may: May<'intake.receive'>,
  paper: Paper,
): Promise<Result<Registered>> {
  const complaintId = paper.complaintId ?? paper.id
  const done = paper.complaintId
    ? await addTo(ports, may, complaintId, paper)
    : await beginWith(ports, may, paper)
  if (!done.ok) return done
  await attachWaiting(ports, may, complaintId)
  const lines = await inside(ports.db, may, (tx) => linesById(tx, [complaintId]))
  return ok({ complaintId, number: lines.get(complaintId)?.number ?? '' })
}

async function beginWith(ports: Ports, may: May<'intake.receive'>, paper: Paper) {
  const { id, channel, words, receivedOn } = paper
  const receivedAt = reachedAt(receivedOn, ports.clock.now())
  const customer = tidyContact(paper.customer)
  const begun = await receive(ports, may, { id, channel, words, receivedAt, customer, details: {} })
  if (!begun.ok) return begun
  const command = { complaintId: id, id: commandFor(id, 'intake.paper') }
  return change(ports, may, command, async () => ok([arrival(paper)]))
}

/** A customer who writes about a closed complaint is not satisfied with its end: it opens again. */
async function addTo(
  ports: Ports,
  may: May<'intake.receive'>,
  complaintId: string,
  paper: Paper,
): Promise<Result<unknown>> {
  const words = readWords(paper.words)
  if (!words.ok) return words
  const now = ports.clock.now()
  const receivedAt = reachedAt(paper.receivedOn, now)
  if (Temporal.Instant.compare(receivedAt, now) > 0)
    return refuse('invalid', 'intake.received-in-future', { receivedAt })
  return change(ports, may, { complaintId, id: paper.id }, async ({ tx, record }) => {
    const text = words.value
    const { cues } = await listenInside(tx, may, { speaker: 'customer', text })
    const reason = paper.channel === 'letter' ? '手紙が届きました' : '窓口にいらっしゃいました'
    const opened: ComplaintEvent[] = record.closing
      ? [{ type: 'complaints.reopened', payload: { reason } }]
      : []
    const noted = {
      type: 'complaints.noted',
      payload: { speaker: 'customer', text, cues },
    } as const
    return ok([...opened, arrival(paper), noted])
  })
}

function arrival({ channel, receivedOn, broughtBy }: Paper): ComplaintEvent {
  return { type: 'intake.paper-received', payload: { channel, receivedOn, broughtBy } }
}
