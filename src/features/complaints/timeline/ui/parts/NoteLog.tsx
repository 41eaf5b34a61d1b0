import { LoaderCircle, MessageSquareText } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Cue } from '#features/language/contract.ts'
import { timelineMessages } from '#features/complaints/timeline/messages.ts'
import { readTimeline } from '#features/complaints/timeline/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { notesOf, type Note } from './notes.ts'
import { Speaker } from './Speaker.tsx'
import type { Waiting } from './useOutbox.ts'

/** What was written down in this call, the newest at the bottom; what is still on its way is paler. */
export function NoteLog(props: {
  complaintId: string
  callId: string
  waiting: readonly Waiting[]
  mark: (text: string, cues: readonly Cue[]) => ReactNode
  className: string
}) {
  const { words } = useMessages(timelineMessages)
  const timeline = useAnswer(readTimeline, {
    params: { complaintId: props.complaintId },
    query: {},
  })
  const notes =
    timeline.state === 'ready'
      ? notesOf(timeline.value.entries).filter(
          ({ callId, isTranscribed }) => callId === props.callId && !isTranscribed,
        )
      : []
  // A note may have reached the record before its answer reached us.
  const onTheWay = props.waiting.filter(({ text }) => !notes.slice(-3).some((n) => n.text === text))
  const end = useRef<HTMLDivElement>(null)
  const count = notes.length + onTheWay.length
  useEffect(() => {
    end.current?.scrollTo({ top: end.current.scrollHeight })
  }, [count])

  return (
    <div
      ref={end}
      // Scrolled by keys as well: it may hold more than fits.
      tabIndex={0}
      role="log"
      aria-label={words.note.log}
      className={`overflow-y-auto rounded-lg px-1 -outline-offset-2 ${props.className}`}
    >
      {count === 0 ? (
        <p className="flex items-center gap-2 py-1 text-sm text-sub">
          <MessageSquareText aria-hidden size={16} className="shrink-0" />
          {words.note.none}
        </p>
      ) : null}
      <ol className="flex flex-col gap-0.5">
        {notes.map((note) => (
          <Line key={note.id} note={note}>
            {props.mark(note.text, note.cues)}
          </Line>
        ))}
        {onTheWay.map((note) => (
          <li key={note.id} className="flex items-baseline gap-2 text-sm text-sub">
            <Speaker speaker={note.speaker} />
            <span className="flex-1">{note.text}</span>
            <LoaderCircle aria-label={words.note.sending} size={13} className="animate-spin" />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Line(props: { note: Note; children: ReactNode }) {
  return (
    <li className="flex items-baseline gap-2 text-sm">
      <Speaker speaker={props.note.speaker} />
      <span className="flex-1">{props.children}</span>
      <Moment at={props.note.at} className="text-2xs text-sub" />
    </li>
  )
}
