import { Hourglass, Repeat } from 'lucide-react'
import type { NoteOfInterval } from '#features/commitments/progress/contract.ts'
import { notesMessages } from '#features/commitments/notes/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'

/** Of a promise that is a note: by which way, and for whom it waits. */
export default function NoteBadge({ note }: { note: NoteOfInterval }) {
  const { words } = useMessages(notesMessages)
  return (
    <>
      <Badge tone="purple" icon={Repeat}>
        {words.channels[note.channel]}
      </Badge>
      {note.pause ? (
        <Badge tone="orange" icon={Hourglass} wraps>
          {words.waiting(note.pause)}
        </Badge>
      ) : null}
    </>
  )
}
