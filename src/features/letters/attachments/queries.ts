import { createHash } from 'node:crypto'
import type { Tx } from '#platform/db/database.ts'
import { withoutPlace } from '#platform/files/photo-place.ts'
import type { Enclosed } from '#platform/mail/compose.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, type Scope } from '#features/access/door.ts'
import { evidenceBytes, evidenceOf } from '#features/complaints/door.ts'
import { bytesOf, heldLetter } from '../queries.ts'
import type { Attachment } from './contract.ts'
import { contentTypeOf } from './rules.ts'

/** The finished files of a complaint: what a letter may take along. */
export async function attachable(tx: Tx, complaintId: string): Promise<Attachment[]> {
  const files = await evidenceOf(tx, new Map(), complaintId)
  return files.map(({ id: evidenceId, name, size, type, sha256 }) => ({
    evidenceId,
    // What a Mac took apart, Outlook would show in pieces.
    name: name.normalize('NFC'),
    size,
    type,
    sha256,
  }))
}

/**
 * The files of a letter as they go into its message, each held against the hash it was chosen with; null when one of them
 * is not there any more. A letter whose bytes are kept needs none. Read outside of the lock: files are large.
 */
export async function enclosedIn(
  ports: Ports,
  scope: Scope,
  letterId: string,
): Promise<Enclosed[] | null> {
  const { letter, isComposed } = await inside(ports.db, scope, async (tx) => ({
    letter: await heldLetter(tx, letterId),
    isComposed: (await bytesOf(tx, letterId)) !== null,
  }))
  if (!letter || isComposed) return []
  const enclosed: Enclosed[] = []
  for (const file of letter.attachments) {
    const bytes = await bytesIn(ports, scope, file)
    if (!bytes) return null
    enclosed.push({ name: file.name, type: contentTypeOf(file), bytes })
  }
  return enclosed
}

/** One file, held against its hash and without the place a photo was taken at; null when it is not there any more. */
export async function bytesIn(
  ports: Ports,
  scope: Scope,
  { evidenceId, size, sha256 }: Attachment,
): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  try {
    const all = { from: 0, to: size - 1 }
    for await (const piece of evidenceBytes(ports, scope, evidenceId, all)) pieces.push(piece)
  } catch {
    return null // erased meanwhile
  }
  const bytes = Buffer.concat(pieces)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return null
  // Where a photo was taken leaves the house with nobody's letter.
  return Buffer.from(withoutPlace(bytes).bytes)
}
