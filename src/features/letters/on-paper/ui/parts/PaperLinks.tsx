import { Download, ExternalLink } from 'lucide-react'
import { useMessages } from '#kit/language.tsx'
import type { Paper } from '../../../typesetting/contract.ts'
import { onPaperMessages } from '../../messages.ts'

const link =
  'tap inline-flex min-h-8 items-center gap-1 text-sm text-accent underline-offset-4 hover:underline'

/** The very bytes that were issued: a PDF opens beside, both can be kept. */
export function PaperLinks({ paper }: { paper: Paper }) {
  const { words } = useMessages(onPaperMessages)
  const { id, subject, format } = paper
  if (!paper.hasOriginal) return <p className="text-sm text-sub">{words.erased}</p>
  const original = `/api/letters/papers/${id}/original`
  return (
    <p className="flex flex-wrap gap-x-4">
      {format === 'pdf' ? (
        <a
          href={`${original}?open=1`}
          target="_blank"
          rel="noopener"
          aria-label={words.openOf({ subject })}
          className={link}
        >
          <ExternalLink aria-hidden size={14} />
          {words.open}
        </a>
      ) : null}
      <a
        href={original}
        download
        aria-label={words.saveOf({ subject, format: words.formats[format] })}
        className={link}
      >
        <Download aria-hidden size={14} />
        {words.save}
      </a>
    </p>
  )
}
