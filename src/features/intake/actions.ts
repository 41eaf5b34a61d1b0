import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { calendarOf, inside, type May } from '#features/access/door.ts'
import { begin, customerFor, recordOf } from '#features/complaints/door.ts'
import type { Channel, CustomerFields, Details } from '#features/complaints/contract.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import { nextContactAt, readContact, readWords } from './rules.ts'

export type Arrived = {
  readonly id: string
  readonly channel: Channel
  readonly words: string
  readonly receivedAt?: string | undefined
  readonly customer: CustomerFields
  readonly details: Details
  readonly isAboutHandling?: boolean | undefined
}
type Received = { complaintId: string; number: string; head: number; nextContactAt: string }

// The clock of whoever opened the letter may be a little ahead of ours.
const toleratedMinutes = 5

/** Mail, letter, counter or chat, typed in by a member: words and channel are enough. */
export async function receive(
  ports: Ports,
  may: May<'intake.receive'>,
  arrived: Arrived,
): Promise<Result<Received>> {
  const now = ports.clock.now()
  const read = readArrived(arrived, now)
  if (!read.ok) return read
  const done = await beginWith(ports, may, arrived, read.value)
  if (!done.ok) return done
  const { number, head, isReplay, due } = done.value
  const told = isReplay || due === null ? await dueOf(ports, may, arrived.id, read.value) : due
  return ok({ complaintId: arrived.id, number, head, nextContactAt: told })
}

/** What was sent twice may have come first with another time. */
function dueOf(ports: Ports, may: May<'intake.receive'>, id: string, read: Read) {
  return inside(ports.db, may, async (tx) => {
    const record = await recordOf(tx, may, id)
    const since = Temporal.Instant.from(record?.receivedAt ?? read.receivedAt)
    return nextContactAt(await calendarOf(tx, may), since)
  })
}

type Read = { words: string; receivedAt: string }

function readArrived(arrived: Arrived, now: Temporal.Instant): Result<Read> {
  const words = readWords(arrived.words)
  if (!words.ok) return words
  const contact = readContact(arrived.customer)
  if (!contact.ok) return contact
  const receivedAt = Temporal.Instant.from(arrived.receivedAt ?? now)
  return Temporal.Instant.compare(receivedAt, now.add({ minutes: toleratedMinutes })) > 0
    ? refuse('invalid', 'intake.received-in-future', { receivedAt: receivedAt.toString() })
    : ok({ words: words.value, receivedAt: receivedAt.toString() })
}

async function beginWith(
  ports: Ports,
  may: May<'intake.receive'>,
  { id, channel, customer: told, details, isAboutHandling }: Arrived,
  { words, receivedAt }: Read,
) {
  let due: string | null = null
  const beginning = { id, channel, receivedAt, isAlone: true }
  const begun = await begin(ports, may, beginning, async ({ tx, number, at }) => {
    const customer = (await customerFor(ports, tx, may, told, at)) ?? told
    const { cues } = await listenInside(tx, may, { speaker: 'customer', text: words })
    due = nextContactAt(await calendarOf(tx, may), Temporal.Instant.from(receivedAt))
    const handling = isAboutHandling === undefined ? {} : { isAboutHandling }
    const payload = { number, channel, words, receivedAt, customer, details, cues, ...handling }
    return ok([{ type: 'complaints.received', payload }])
  })
  return begun.ok ? ok({ ...begun.value, due }) : begun
}
