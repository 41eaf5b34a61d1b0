import { Bell, ChevronDown, Download, Mail, Paperclip } from 'lucide-react'
import { useState } from 'react'
import { filePath } from '#features/complaints/evidence/contract.ts'
import { lettersEvents, listLetters, type Letter } from '#features/letters/contract.ts'
import { letterWords } from '#features/letters/opening/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { sizeOf } from '#kit/sizes.ts'
import { Moment } from '#kit/Time.tsx'
import { LetterState } from './parts/LetterState.tsx'

/** What we wrote to the customer, as part of the conversation, with what became of it. */
export default function LetterEntry(props: { payload: unknown; complaintId: string }) {
  const { words } = useMessages(letterWords)
  const { complaintId } = props
  const letters = useAnswer(listLetters, { params: { complaintId } })
  const written = lettersEvents['letters.written'].safeParse(props.payload)
  const [isOpen, setOpen] = useState(false)
  if (!written.success) return null
  const { letterId, kind, to, cc, subject, text } = written.data
  const letter =
    letters.state === 'ready' ? letters.value.letters.find(({ id }) => id === letterId) : undefined
  const isReply = kind === 'reply'
  const Icon = isReply ? Mail : Bell
  return (
    <article
      aria-label={`${words.letter[kind]}：${subject}`}
      className={`ms-6 flex flex-col gap-1.5 rounded-xl px-4 py-2 sm:ms-16 ${isReply ? 'border-s-4 border-green bg-green-bg/60' : 'bg-gray-bg'}`}
    >
      <p className="flex flex-wrap items-center gap-x-2 text-2xs text-sub">
        <Icon aria-hidden size={13} />
        <span className="font-semibold">{words.letter[kind]}</span>
        {letter?.writtenByName ? <span>{letter.writtenByName}</span> : null}
        <span className="break-all">
          {words.to} {[...to, ...cc].join('、')}
        </span>
        {letter ? <Became letter={letter} /> : null}
      </p>
      {isReply ? <p className="text-xs text-sub">{subject}</p> : null}
      {isReply || isOpen ? <p className="whitespace-pre-wrap">{text}</p> : null}
      {letter ? <Enclosed files={letter.attachments} /> : null}
      {isReply ? null : (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="tap inline-flex min-h-8 cursor-pointer items-center gap-1 self-start rounded-md text-sm text-accent"
        >
          {isOpen ? words.close : words.open}
          <ChevronDown aria-hidden size={15} className={isOpen ? 'rotate-180' : ''} />
        </button>
      )}
      {letter ? <LetterState letter={letter} complaintId={complaintId} /> : null}
    </article>
  )
}

function Enclosed({ files }: { files: Letter['attachments'] }) {
  const { words } = useMessages(letterWords)
  const language = useLanguage()
  if (files.length === 0) return null
  return (
    <ul aria-label={words.attached} className="flex flex-wrap gap-x-4 text-sm">
      {files.map(({ evidenceId, name, size }) => (
        <li key={evidenceId} className="min-w-0">
          <a
            href={`${filePath(evidenceId)}?keep`}
            download
            className="tap inline-flex max-w-full items-center gap-1 text-accent"
          >
            <Paperclip aria-hidden size={14} className="shrink-0" />
            <span className="truncate">{name}</span>
            <span data-figures className="text-xs whitespace-nowrap text-sub">
              {sizeOf(size, language)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

const tones = {
  waiting: 'orange',
  sending: 'blue',
  sent: 'green',
  failed: 'red',
  unknown: 'red',
  stopped: 'red',
  cancelled: 'gray',
} as const

function Became({ letter }: { letter: Letter }) {
  const { words } = useMessages(letterWords)
  const { state, bounce } = letter
  return (
    <span className="ms-auto flex items-center gap-2">
      {bounce ? (
        <Badge tone={bounce.isPermanent ? 'red' : 'orange'}>
          {bounce.isPermanent ? words.bounced : words.delayed}
        </Badge>
      ) : (
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
      )}
      {letter.hasOriginal && state === 'sent' ? (
        <a
          href={`/api/letters/${letter.id}/original`}
          download
          aria-label={words.original}
          title={words.original}
          className="tap inline-flex size-7 items-center justify-center rounded-md text-accent hover:bg-surface"
        >
          <Download aria-hidden size={14} />
        </a>
      ) : null}
      <Moment at={letter.sentAt ?? letter.writtenAt} />
    </span>
  )
}
