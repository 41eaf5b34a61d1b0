import { ok, refuse, type Result } from '#kernel/result.ts'
import { decideWithinWall } from '#platform/db/database.ts'
import type { Ports } from '#platform/ports.ts'
import type { May } from '#features/access/door.ts'
import { recordOf } from '#features/complaints/door.ts'
import { draftOf } from '../phrasing/draft.ts'
import { kinds } from '../phrasing/kinds.ts'
import type { Source } from '../phrasing/source.ts'
import type { Drafted, DraftKind } from './contract.ts'
import { sourceOf } from './queries.ts'
import { insertSentences } from './store.ts'

/** A draft of this kind, or why the record does not carry one. */
export function drafted(kind: DraftKind, source: Source): Result<Drafted> {
  const whyNot = kinds[kind].whyNot(source)
  return whyNot === null
    ? ok(draftOf(kind, source))
    : refuse('conflict', 'letters.draft-not-possible', { whyNot })
}

/**
 * A draft is put into a text. It is made anew here: nobody brings grounds along, and what is kept is what was seen.
 */
export function keep(
  ports: Ports,
  may: May<'letters.write'>,
  complaintId: string,
  { id, kind, text }: { id: string; kind: DraftKind; text: string },
): Promise<Result<{ draft: Drafted }>> {
  return decideWithinWall<{ draft: Drafted }>(ports.db, may, async (tx) => {
    const record = await recordOf(tx, may, complaintId)
    if (!record) return refuse('missing', 'complaints.missing', {})
    const at = ports.clock.now().toString()
    const made = drafted(kind, await sourceOf({ tx, record, at }, may, complaintId))
    if (!made.ok) return made
    const draft = made.value
    if (draft.text !== text) return refuse('conflict', 'letters.draft-overtaken', { draft })
    await insertSentences(tx, may, { id, complaintId, at, kind, sentences: draft.sentences })
    return ok({ draft })
  })
}
