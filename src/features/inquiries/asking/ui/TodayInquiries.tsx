import { Link } from '@tanstack/react-router'
import { MessageCircleQuestionMark } from 'lucide-react'
import { Badge } from '#kit/Badge.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Due } from '#kit/Time.tsx'
import { listInquiries, type Inquiry } from '../../contract.ts'
import { askingMessages } from '../messages.ts'

/** What I wait for from departments; whoever leads sees what anybody waits for too long. */
export default function TodayInquiries(props: { memberId: string; isLeader: boolean }) {
  const { today: words } = useMessages(askingMessages).words
  const answer = useAnswer(listInquiries, { query: {} }, { live: true })
  if (answer.state !== 'ready') return null
  const mine = answer.value.inquiries.filter(
    (each) => each.askedById === props.memberId || (props.isLeader && each.isOverdue),
  )
  if (mine.length === 0) return null
  return (
    <Section title={words.title} icon={MessageCircleQuestionMark} tone="purple" count={mine.length}>
      <ul className="flex flex-col gap-2">
        {mine.map((inquiry) => (
          <li key={inquiry.id}>
            <Line inquiry={inquiry} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Line({ inquiry }: { inquiry: Inquiry }) {
  const { words } = useMessages(askingMessages)
  const { complaintId, departmentName, question, state, isOverdue, dueAt } = inquiry
  return (
    <Link
      to="/complaints/$complaintId"
      params={{ complaintId }}
      className="card flex flex-col gap-1 px-4 py-3 text-sm hover:bg-gray-bg"
    >
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{departmentName}</span>
        {isOverdue || state === 'asked-back' ? (
          <Badge tone={isOverdue ? 'red' : 'orange'}>
            {isOverdue ? words.today.overdue : words.states[state]}
          </Badge>
        ) : null}
        <Due at={dueAt} className="ms-auto" />
      </span>
      <span className="line-clamp-2 text-sub">{question}</span>
    </Link>
  )
}
