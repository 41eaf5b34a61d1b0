import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Ports } from '#platform/ports.ts'
import { inside, membersOf, type May } from '#features/access/door.ts'
import { roomScope } from '../store.ts'
import { hasMuted, placeOfWords } from './queries.ts'
import { whyNotWarm } from './rules.ts'
import { saveWords } from './store.ts'

type Words = { readonly id: string; readonly toId: string; readonly text: string }

/** Leaves words for a colleague. Whether they want any at present is theirs: the sender is answered the same. */
export async function send(
  ports: Ports,
  may: May<'wellbeing.care-for-oneself'>,
  { id, toId, text }: Words,
): Promise<Result<Record<string, never>>> {
  const fromId = may.viewer?.memberId
  if (!fromId) return refuse('forbidden', 'wellbeing.nobody-acts', {})
  if (toId === fromId) return refuse('invalid', 'wellbeing.words-to-oneself', {})
  const why = whyNotWarm(text)
  if (why) return why
  const room = roomScope(may)
  return inside(ports.db, room, async (tx) => {
    const members = await membersOf(tx, may.organisationId)
    if (!members.some((member) => member.id === toId))
      return refuse('missing', 'access.member-missing', {})
    if (await hasMuted(tx, toId)) return ok({})
    const sealed = ports.vault.seal(text, placeOfWords(toId))
    await saveWords(tx, room, { id, fromId, toId, sealed, at: ports.clock.now().toString() })
    return ok({})
  })
}
