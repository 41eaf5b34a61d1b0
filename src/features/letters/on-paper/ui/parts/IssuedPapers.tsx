import { FileText } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { sizeOf } from '#kit/sizes.ts'
import { Moment } from '#kit/Time.tsx'
import { listPapers, type Paper } from '../../../typesetting/contract.ts'
import { onPaperMessages } from '../../messages.ts'
import { PaperLinks } from './PaperLinks.tsx'
import { Posting } from './Posting.tsx'

/** What was issued on paper to this customer, the latest first. */
export function IssuedPapers({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(onPaperMessages)
  const answer = useAnswer(listPapers, { params: { complaintId } })
  const papers = answer.state === 'ready' ? answer.value.papers.toReversed() : []
  if (papers.length === 0) return null
  return (
    <Section title={words.papers} icon={FileText} count={papers.length}>
      <ul className="flex flex-col gap-3">
        {papers.map((paper) => (
          <li key={paper.id} className="flex flex-col gap-1.5 rounded-lg bg-gray-bg px-3 py-2">
            <Issued paper={paper} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Issued({ paper }: { paper: Paper }) {
  const { words } = useMessages(onPaperMessages)
  const language = useLanguage()
  const { kind, format, subject, addressee, size, madeAt, madeByName } = paper
  return (
    <>
      <p className="flex flex-wrap gap-x-2 text-2xs text-sub">
        <span className="font-semibold">{words.kinds[kind]}</span>
        <span data-figures>
          {words.formats[format]}　{sizeOf(size, language)}
        </span>
        <span>{words.madeBy({ by: madeByName })}</span>
        <Moment at={madeAt} className="ms-auto" />
      </p>
      <p className="text-sm">
        {addressee}　{subject}
      </p>
      <PaperLinks paper={paper} />
      <Posting paper={paper} />
    </>
  )
}
