import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { lettersEvents } from '../../contract.ts'
import { listPapers } from '../../typesetting/contract.ts'
import { onPaperMessages } from '../messages.ts'
import { PaperLinks } from './parts/PaperLinks.tsx'
import { Posting } from './parts/Posting.tsx'

/** A letter on paper in the record: what it says, the bytes that were issued, and whether it has gone. */
export default function PaperEntry(props: { payload: unknown; at: string; complaintId: string }) {
  const { words } = useMessages(onPaperMessages)
  const { complaintId } = props
  const answer = useAnswer(listPapers, { params: { complaintId } })
  const [isOpen, setOpen] = useState(false)
  const printed = lettersEvents['letters.printed'].safeParse(props.payload)
  if (!printed.success) return null
  const { paperId, kind, subject, addressee, text, format } = printed.data
  const all = answer.state === 'ready' ? answer.value.papers : []
  const paper = all.find(({ id }) => id === paperId)
  return (
    <article
      aria-label={`${words.kinds[kind]}：${subject}`}
      className="ms-6 flex flex-col gap-1.5 rounded-xl border-s-4 border-green bg-green-bg/60 px-4 py-2 sm:ms-16"
    >
      <p className="flex flex-wrap items-center gap-x-2 text-2xs text-sub">
        <FileText aria-hidden size={13} />
        <span className="font-semibold">{words.kinds[kind]}</span>
        {paper ? <span>{paper.madeByName}</span> : null}
        <span>{addressee}</span>
        <Badge tone="gray">{words.formats[format]}</Badge>
        <Moment at={props.at} className="ms-auto" />
      </p>
      <p className="text-sm">{subject}</p>
      {isOpen ? <p className="whitespace-pre-wrap">{text}</p> : null}
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="tap inline-flex min-h-8 cursor-pointer items-center self-start rounded-md text-sm text-accent"
      >
        {words.said}
      </button>
      {paper ? (
        <>
          <PaperLinks paper={paper} />
          <Posting paper={paper} />
        </>
      ) : null}
    </article>
  )
}
