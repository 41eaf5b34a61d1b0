import { Link } from '@tanstack/react-router'
import { Coffee } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { clockTime } from '#kit/time.ts'
import { listDecisions } from '../ladder/contract.ts'
import { ladderMessages } from '../ladder/messages.ts'

/** For whoever leads: who is off the phone after a talk that was ended, and whose complaint may go to somebody else. */
export default function Relieved() {
  const { relief: words } = useMessages(ladderMessages).words
  const language = useLanguage()
  const answer = useAnswer(listDecisions, {}, { live: true })
  if (answer.state !== 'ready' || answer.value.relieved.length === 0) return null
  return (
    <Section title={words.title} icon={Coffee}>
      <ul className="flex flex-col gap-2">
        {answer.value.relieved.map(({ memberId, name, until, complaintId, number }) => (
          <li key={memberId} className="rounded-lg border border-line-soft px-3 py-2 text-sm">
            <p className="font-semibold">
              {words.until({ name, time: clockTime(until, language) })}
            </p>
            <p className="text-xs text-sub">{words.why({ number })}</p>
            <Link
              to="/complaints/$complaintId"
              params={{ complaintId }}
              className="tap inline-flex text-accent underline underline-offset-4"
            >
              {words.open({ number })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
