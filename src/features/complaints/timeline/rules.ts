import type { z } from 'zod'
import type { Result } from '#kernel/result.ts'
import { ok, refuse } from '#kernel/result.ts'
import type { complaintsEvents } from '#features/complaints/contract.ts'
import type { CaseRecord } from '#features/complaints/record/contract.ts'
import type { TimelineEntry } from './contract.ts'

/**
 * Is a change that was written against `basedOn` still good? Only what *another person* did since makes it stale:
 * timers, a running transcript or chat, whispers and one's own entries do not, or nobody could work while a promise is being
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
      !isChatted(entry) &&
      !isWhispered(entry),
  )
  if (others.length === 0) return ok(null)
  return refuse('conflict', 'complaints.changed-meanwhile', { head, since: others })
}

function isOverheard({ payload }: TimelineEntry): boolean {
  return payload?.['utterance'] !== undefined
}

/** Somebody writes on while others work on the record; a reply looks for it itself. */
function isChatted({ by, payload }: TimelineEntry): boolean {
  return by === 'customer' && payload?.['chat'] !== undefined
}

function isWhispered({ type }: TimelineEntry): boolean {
  return type === 'supervision.whispered' || type === 'supervision.whisper-answered'
}

type Note = CaseRecord['notes'][number]
type Place = Pick<Note, 'at' | 'byName' | 'sequence'>

/** Words of an entry as the record keeps them. What was told elsewhere was said then and there. */
export function noteOf(
  payload: z.output<(typeof complaintsEvents)['complaints.noted']>,
  { at, byName, sequence }: Place,
): Note {
  const { speaker, text, callId = null, told, utterance } = payload
  const when = { at: told?.at ?? at, byName: told?.byName ?? byName }
  return { speaker, text, ...when, callId, isTranscribed: utterance !== undefined, sequence }
}

/** What we wrote has been said, too. It left by itself, and stays the words of whoever wrote it. */
export function noteOfLetter(
  { text, writtenByName: byName }: { readonly text: string; readonly writtenByName: string },
  { at, sequence }: Pick<Place, 'at' | 'sequence'>,
): Note {
  return { speaker: 'operator', text, at, byName, callId: null, isTranscribed: false, sequence }
}

/** So has what we printed; a report stays inside. */
export function withPaper(
  notes: readonly Note[],
  { kind, text }: { readonly kind: string; readonly text: string },
  { at, sequence, byName }: Place,
): Note[] {
  const said = noteOfLetter({ text, writtenByName: byName }, { at, sequence })
  return kind === 'accident-report' ? [...notes] : [...notes, said]
}
