import type { Result } from '#kernel/result.ts'
import { ok, refuse } from '#kernel/result.ts'
import type { TimelineEntry } from './contract.ts'

/**
 * Is a change that was written against `basedOn` still good? Only what *another person* did since makes it stale:
 * timers, a running transcript, whispers and one's own entries do not, or nobody could work while a promise is being
 * warned.
 */
export function stillGood(
  basedOn: number | undefined,
  actor: string,
  head: number,
  since: readonly TimelineEntry[],
): Result<null> {
  if (basedOn === undefined) return ok(null)
  const others = since.filter(
    (entry) =>
      entry.by !== actor &&
      !entry.by.startsWith('system:') &&
      !isOverheard(entry) &&
      !isWhispered(entry),
  )
  if (others.length === 0) return ok(null)
  return refuse('conflict', 'complaints.changed-meanwhile', { head, since: others })
}

function isOverheard({ payload }: TimelineEntry): boolean {
  return payload?.['utterance'] !== undefined
}

function isWhispered({ type }: TimelineEntry): boolean {
  return type === 'supervision.whispered' || type === 'supervision.whisper-answered'
}
