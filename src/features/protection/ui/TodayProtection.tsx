import { Link } from '@tanstack/react-router'
import { ShieldHalf } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { readStanding } from '../contract.ts'
import { protectionMessages } from '../messages.ts'
import { readingMessages } from '../reading/messages.ts'

/** Days of the protective records that may not pass, for those who keep them: dates, no words. */
export default function TodayProtection() {
  const { words } = useMessages(readingMessages)
  const { clocks: kinds } = useMessages(protectionMessages)
  const standing = useAnswer(readStanding, {}, { live: true })
  if (standing.state !== 'ready' || standing.value.clocks.length === 0) return null
  const { clocks } = standing.value
  return (
    <Section title={words.today} icon={ShieldHalf} tone="orange" count={clocks.length}>
      <ul className="flex flex-col gap-2">
        {clocks.map(({ id, complaintId, number, kind, dueOn, isOver }) => (
          <li key={id}>
            <Link
              to="/protection/$complaintId"
              params={{ complaintId }}
              className="card flex flex-wrap items-center gap-2 px-4 py-3 text-sm hover:bg-gray-bg"
            >
              <span className="font-semibold">{kinds[kind]}</span>
              <span className="text-sub">{number}</span>
              {isOver ? <Badge tone="red">{words.over}</Badge> : null}
              <time dateTime={dueOn} className="ms-auto">
                {dueOn.replaceAll('-', '/')}
              </time>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
