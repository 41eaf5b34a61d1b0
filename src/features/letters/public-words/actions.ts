import { ok, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { change, type Command } from '#features/complaints/door.ts'
import { openedInPublic } from '#features/remedies/approvals/door.ts'
import { keptBy } from '../actions.ts'
import type { ReasonGiven } from '../gate/contract.ts'
import { whyHeldInPublic } from '../gate/queries.ts'
import { withReasons } from '../gate/rules.ts'

type Leaving = Command & { readonly text: string; readonly reasons: readonly ReasonGiven[] }

/**
 * Whoever puts words in public, a screen or the API, takes them from here: a second person has approved just these, and
 * they pass the gate of letters as words that everybody reads.
 */
export async function releaseWords(
  ports: Ports,
  may: May<'letters.write'>,
  { text, reasons, ...command }: Leaving,
): Promise<Result<{ head: number }>> {
  const done = await change(ports, may, command, async (situation) => {
    const opened = await openedInPublic(situation, command.complaintId, text)
    if (!opened.ok) return opened
    const given = withReasons(keptBy(may, reasons), opened.value.reasons)
    const passed = await whyHeldInPublic(situation, may, { text, reasons: given })
    if (!passed.ok) return passed
    const spent = await opened.value.spend(command.id)
    return ok([{ type: 'remedies.words-released', payload: { text } }, ...spent])
  })
  return done.ok ? ok({ head: done.value.head }) : done
}
