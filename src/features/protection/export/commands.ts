import type { CommandCall } from '#kernel/command.ts'
import { ok } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { memberScope, permitted, systemScope, viewerOfAddress } from '#features/access/door.ts'
import { signedLines } from '#features/complaints/door.ts'
import { protectionMessages } from '../messages.ts'
import { canKeepProtection } from '../policy.ts'
import { asHouse, throughTheDoor, type Keeping } from '../reading/actions.ts'
import { protectedIds, protectedLines } from './queries.ts'

/**
 * `uketome export --protection --as somebody@… --reason …`: an archive of its own, for whoever keeps these records. Who, when and
 * why is written to the audit for every record before the first line comes out.
 */
export async function exportProtected(
  ports: Ports,
  organisationId: string,
  { values, print, complain }: CommandCall,
): Promise<number> {
  const [address, reason] = [values['as'], values['reason']]
  if (typeof address !== 'string' || typeof reason !== 'string' || reason.trim() === '') {
    complain(
      '保護の記録を書き出すには、--as（自分のメールアドレス）と --reason（読む理由）が要ります。',
    )
    return 2
  }
  const viewer = await viewerOfAddress(ports.db, organisationId, address)
  const may = viewer && permitted(memberScope(viewer, 'ja'), canKeepProtection)
  const why = may?.ok ? await printAll(ports, may.value, reason, print) : notNamed
  if (why === null) return 0
  complain(why)
  return 2
}

const notNamed = protectionMessages.ja.refusals['protection.not-named']

/** Null when all of it is out; else why not. */
async function printAll(
  ports: Ports,
  may: Keeping,
  reason: string,
  print: CommandCall['print'],
): Promise<string | null> {
  const house = systemScope(may.organisationId, 'protection')
  const complaintIds = await asHouse(ports, house, (tx) => protectedIds(tx))
  if (complaintIds.length === 0) return '保護の記録は、まだありません。'
  const done = await throughTheDoor(ports, may, { complaintIds, reason }, async (tx) => {
    const out = signedLines(ports.signer, print)
    for await (const line of protectedLines(tx, may)) await out.line(line)
    await out.end()
    return ok(null)
  })
  if (done.ok) return null
  return done.refusal.code === 'protection.label'
    ? '理由に、人への評価は書けません。起きたことと、書き出す目的を書いてください。'
    : notNamed
}
