import { AudioLines, Quote } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { complaintsEvents } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import type { TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { timelineMessages } from '#features/complaints/timeline/messages.ts'
import { guideEvents } from '#features/guide/contract.ts'
import type { Cue } from '#features/language/contract.ts'
import { toneText } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { lookOf } from './looks.ts'
import { notesOf } from './notes.ts'

type EntryProps = {
  readonly entry: TimelineEntry
  readonly sentence: (entry: TimelineEntry) => string
  readonly mark: (text: string, cues: readonly Cue[]) => ReactNode
  readonly panel?: ((entry: TimelineEntry) => ReactNode) | undefined
}

/** One entry: words as a speech bubble, everything else as a small line. */
export const Entry = memo(function Entry(props: EntryProps) {
  const { entry } = props
  const [note] = notesOf([entry])
  if (note) {
    return (
      <Bubble
        id={entry.id}
        speaker={note.speaker}
        at={note.at}
        byName={note.byName}
        isTranscribed={note.isTranscribed}
      >
        {props.mark(note.text, note.cues)}
      </Bubble>
    )
  }
  if (entry.type === 'complaints.received') return <Received {...props} />
  if (entry.type === 'guide.phrase-used') {
    const used = guideEvents['guide.phrase-used'].safeParse(entry.payload)
    if (used.success) {
      return (
        <Bubble id={entry.id} speaker="operator" at={entry.at} byName={entry.byName}>
          {used.data.text}
        </Bubble>
      )
    }
  }
  const panel = props.panel?.(entry)
  return panel ? (
    <li id={entry.id} tabIndex={-1}>
      {panel}
    </li>
  ) : (
    <SystemLine {...props} />
  )
})

function Received(props: EntryProps) {
  const { words } = useMessages(timelineMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const { entry } = props
  const received = complaintsEvents['complaints.received'].safeParse(entry.payload)
  if (!received.success || received.data.words.trim() === '') return <SystemLine {...props} />
  const { channel } = received.data
  return (
    <li className="flex flex-col gap-1.5 rounded-xl border-s-4 border-accent bg-surface px-4 py-3 shadow-[0_0_0_1px_var(--line-soft)]">
      <p className="flex items-center gap-2 text-xs text-sub">
        <Quote aria-hidden size={14} className="text-accent" />
        {words.received({ channel: shared.channels[channel] })}
        <Moment at={entry.at} className="ms-auto" />
      </p>
      <p className="text-lg leading-relaxed whitespace-pre-wrap">{received.data.words}</p>
    </li>
  )
}

const bubbles = {
  customer: 'me-6 sm:me-16 border-s-4 border-accent bg-surface shadow-[0_0_0_1px_var(--line-soft)]',
  operator: 'ms-6 sm:ms-16 bg-green-bg/60',
  internal: 'ms-6 sm:ms-16 bg-note-bg',
} as const

function Bubble(props: {
  /** Other rooms lead to the words by it. */
  id: string
  speaker: keyof typeof bubbles
  at: string
  byName: string
  isTranscribed?: boolean
  children: ReactNode
}) {
  const { words } = useMessages(timelineMessages)
  return (
    <li id={props.id} tabIndex={-1} className={`rounded-xl px-4 py-2 ${bubbles[props.speaker]}`}>
      <p className="flex items-center gap-2 text-2xs text-sub">
        <span className="font-semibold">{words.speakers[props.speaker]}</span>
        {props.isTranscribed ? (
          <span className="flex items-center gap-1">
            <AudioLines aria-hidden size={12} />
            {words.transcribed}
          </span>
        ) : props.speaker === 'customer' ? null : (
          <span>{props.byName}</span>
        )}
        <Moment at={props.at} className="ms-auto" />
      </p>
      <p
        className={`whitespace-pre-wrap ${props.speaker === 'customer' ? 'text-lg leading-relaxed' : ''}`}
      >
        {props.children}
      </p>
    </li>
  )
}

function SystemLine({ entry, sentence }: EntryProps) {
  const { words } = useMessages(timelineMessages)
  const { icon: Icon, tone } = lookOf(entry.type)
  const isPlain = tone === 'gray'
  return (
    <li
      className={`flex items-start gap-2 px-2 text-sm ${isPlain ? 'text-sub' : 'py-0.5 text-ink'}`}
    >
      <Icon aria-hidden size={15} className={`mt-1 shrink-0 ${toneText[tone]}`} />
      <p className="min-w-0 flex-1">{entry.payload ? sentence(entry) : words.erased}</p>
      <span className="shrink-0 pt-0.5 text-2xs text-sub">
        <span className="max-sm:sr-only">{byWhom(entry, words.system)}　</span>
        <Moment at={entry.at} />
      </span>
    </li>
  )
}

function byWhom({ by, byName }: TimelineEntry, system: string): string {
  return by.startsWith('system:') ? system : byName
}
