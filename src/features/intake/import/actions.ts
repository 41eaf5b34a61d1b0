import { ok, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { begin, customerFor } from '#features/complaints/door.ts'
import { listenInside } from '#features/language/company-words/door.ts'
import type { Entry } from './rules.ts'

/**
 * Takes one complaint over from somewhere else, silently: no acknowledgement, no promise, nobody is told. The same
 * row again changes nothing and says which number it has.
 */
export async function takeOver(
  ports: Ports,
  may: May<'intake.import'>,
  entry: Entry,
): Promise<Result<{ number: string; isNew: boolean }>> {
  const { words, details, source, sourceKey } = entry
  const receivedAt = entry.receivedAt ?? ports.clock.now().toString()
  const complaint = { id: ports.ids.next(), channel: 'import', receivedAt, sourceKey } as const
  const done = await begin(ports, may, complaint, async ({ tx, number, at }) => {
    const customer = (await customerFor(ports, tx, may, entry.customer, at)) ?? entry.customer
    const { cues } = await listenInside(tx, may, { speaker: 'customer', text: words })
    const received = { number, channel: complaint.channel, words, receivedAt }
    const payload = { ...received, customer, details, cues, source }
    return ok([{ type: 'complaints.received', payload }])
  })
  return done.ok ? ok({ number: done.value.number, isNew: !done.value.isReplay }) : done
}
