import { ok, refuse, type No, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Receiving } from '#platform/files/resumable.ts'
import type { Ports } from '#platform/ports.ts'
import type { Scope } from '#features/access/door.ts'
import { evidenceLimitsOf, takeTurns, whyFileNotTaken } from '#features/complaints/door.ts'
import { sealedFor } from '../queries.ts'
import { dayOf, timelessId } from '../talks/rules.ts'
import { insertMessage } from '../talks/store.ts'
import {
  alreadyThere,
  examined,
  fileById,
  leftOver,
  type FileRow,
  type Reach,
  type Told,
} from './queries.ts'
import { placeOfPiece, waitingDays, whyTooMuch } from './rules.ts'
import { appendPiece, dropUnfinished, insertFile, saveFinished } from './store.ts'

/** Whoever sends files to one consultation, and what they see of it. */
export type Sender = {
  readonly scope: Scope
  readonly reach: Reach
  readonly caseId: string
  /** Null: the person who consults. */
  readonly deskMemberId: string | null
  readonly isShared: boolean
  /** The person gave a name; without one nothing says more than the day. */
  readonly isNamed: boolean
}

/** Makes room for a file that is going to be sent. */
export function announce(
  ports: Ports,
  { scope: { organisationId }, reach, ...sender }: Sender,
  { name, size }: { name: string; size: number },
): Promise<Result<string>> {
  return reach(async (tx): Promise<Result<string>> => {
    const { caseId, isNamed, deskMemberId, isShared } = sender
    await takeTurns(tx, [`consultation:${caseId}`])
    const there = await alreadyThere(tx, caseId)
    const taken = whyFileNotTaken(size, there.files, await evidenceLimitsOf(tx))
    if (!taken.ok) return taken
    const why = whyTooMuch(isNamed, there.bytes, size)
    if (why && !why.ok) return why
    const now = ports.clock.now()
    const told: Told = { name, type: '', sha256: '', hasPlace: false }
    const id = timelessId(ports.randomHex(16))
    const at = isNamed ? now.toString() : null
    const sealed = sealedFor(ports.vault, caseId, told)
    const row = { id, organisationId, caseId, deskMemberId, isShared, on: dayOf(now), at, size }
    await insertFile(tx, { ...row, sealed })
    return ok(id)
  })
}

/** Where the bytes of this sender's uploads go: sealed, piece by piece. `begin` was done by `announce`. */
export function receiving(ports: Ports, sender: Sender): Receiving {
  const { scope, reach } = sender
  const { organisationId } = scope
  const own = async (tx: Tx, id: string) => {
    const row = await fileById(tx, ports.vault, id)
    return row && isOwn(sender, row) ? row : undefined
  }
  return {
    begin: () => Promise.resolve(),
    async find(id) {
      const row = await reach((tx) => own(tx, id))
      // The node that took the last byte died before it looked at the file.
      if (row && !row.isFinished && row.received === row.size) await finish(ports, scope, reach, id)
      return row
    },
    append: (id, at, bytes) =>
      reach(async (tx) => {
        if (!(await own(tx, id))) return false
        const sealed = ports.vault.sealBytes(bytes, placeOfPiece(id, at))
        const piece = { at, length: bytes.length, sealed }
        return appendPiece(tx, { organisationId, fileId: id }, piece)
      }),
    finish: (id) => finish(ports, scope, reach, id),
    drop: (id) => reach(async (tx) => (await own(tx, id)) !== undefined && dropUnfinished(tx, id)),
  }
}

/** The desk goes on with what the desk began, the person with what is theirs. */
function isOwn({ caseId, deskMemberId, isShared }: Sender, row: FileRow): boolean {
  return (
    row.caseId === caseId &&
    (row.deskMemberId === null) === (deskMemberId === null) &&
    row.isShared === isShared
  )
}

/** All bytes are here: finds out what they are, and says so in the talk where both sides see it. */
async function finish(ports: Ports, { organisationId }: Scope, reach: Reach, fileId: string) {
  const { vault } = ports
  const row = await reach((tx) => fileById(tx, vault, fileId))
  if (!row || row.isFinished || row.received < row.size) return
  const { found, small } = await examined(reach, vault, row)
  const { caseId, deskMemberId, isShared, on, at } = row
  await reach(async (tx) => {
    const sealed = sealedFor(vault, caseId, { name: row.name, ...found })
    if (!(await saveFinished(tx, fileId, { sealed, small })) || !isShared) return
    const said = sealedFor(vault, caseId, { fileId })
    const message = { id: fileId, organisationId, caseId, deskMemberId, on, at, sealed: said }
    await insertMessage(tx, message)
  })
}

/** Before files are shown: what a node left undone when it died is done, what nobody went on with is cleared away. */
export async function tidy(ports: Ports, scope: Scope, reach: Reach, caseId: string) {
  const since = dayOf(ports.clock.now().subtract({ hours: 24 * waitingDays }))
  for (const { id, on, size, received } of await reach((tx) => leftOver(tx, caseId)))
    if (received === size) await finish(ports, scope, reach, id)
    else if (on < since) await reach((tx) => dropUnfinished(tx, id))
}

/** The file for whoever may see it. */
export async function findFile(
  ports: Ports,
  reach: Reach,
  fileId: string,
  note: (tx: Tx, row: FileRow) => Promise<unknown>,
): Promise<{ ok: true; value: FileRow } | No> {
  return reach(async (tx) => {
    const row = await fileById(tx, ports.vault, fileId)
    if (!row?.isFinished) return refuse('missing', 'complaints.evidence-missing', {})
    await note(tx, row)
    return ok(row)
  })
}
