import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { linesById, takeTurns } from '#features/complaints/door.ts'
import { append, open } from '../actions.ts'
import { fileOf, isDone } from '../queries.ts'
import { puttingIn } from '../reading/actions.ts'
import type { UsedSheet } from './contract.ts'

/** Appended to the chain of the protective record, which is begun by it where there was none. */
export function keepSheetOf(
  ports: Ports,
  may: May<'protection.keep-sheet'>,
  complaintId: string,
  { id, number, act, lines }: UsedSheet & { id: string },
): Promise<Result<{ isKept: boolean }>> {
  return puttingIn(ports, may, async (tx) => {
    if (!(await linesById(tx, [complaintId])).has(complaintId))
      return refuse('missing', 'complaints.missing', {})
    await takeTurns(tx, [`protection/${complaintId}`])
    if (await isDone(tx, may, id)) return ok({ isKept: true })
    const held = await fileOf(tx, complaintId)
    if (held?.erasedAt) return refuse('blocked', 'protection.erased', {})
    const file = held ?? (await open(ports, tx, may, complaintId, id))
    const payload = { sheetId: id, number, act, lines }
    await append(ports, tx, may, { file, commandId: id }, [
      { type: 'protection.sheet-used', payload },
    ])
    return ok({ isKept: true })
  })
}
