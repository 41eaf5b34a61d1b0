import { Link } from '@tanstack/react-router'
import { Eye } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { listLooks } from '../contract.ts'
import { commentsMessages } from '../messages.ts'
import { useMayRead } from './parts/useMayRead.ts'

/** Replies that I am asked to look at before they leave. */
export default function Looks() {
  const { look: words } = useMessages(commentsMessages).words
  const mayRead = useMayRead()
  const answer = useAnswer(listLooks, {}, { live: true, isOff: !mayRead })
  if (answer.state !== 'ready' || answer.value.looks.length === 0) return null
  const { looks } = answer.value
  return (
    <Section title={words.today} icon={Eye} tone="orange" count={looks.length}>
      <ul className="flex flex-col gap-2">
        {looks.map(({ id, complaintId, complaintNumber, subject, ...look }) => (
          <li key={id}>
            <Link
              to="/complaints/$complaintId"
              params={{ complaintId }}
              className="card flex flex-col gap-1 px-4 py-3 text-sm hover:bg-gray-bg"
            >
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-semibold">{words.from({ name: look.askedByName })}</span>
                <span className="text-sub">{complaintNumber}</span>
                <Moment at={look.askedAt} className="ms-auto text-sub" />
              </span>
              <span className="line-clamp-2 text-sub">{look.words || subject}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
