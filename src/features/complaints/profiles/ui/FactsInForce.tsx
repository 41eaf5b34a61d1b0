import { Link } from '@tanstack/react-router'
import { CalendarDays } from 'lucide-react'
import { readInForce } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'

const most = 3

/** What to know before one speaks: dated facts that hold, and who may be told what. Nothing when there is nothing. */
export default function FactsInForce({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(profilesMessages)
  const answer = useAnswer(readInForce, { params: { complaintId } }, { live: true })
  if (answer.state !== 'ready') return null
  const { customerId, cautions, proxies } = answer.value
  if (!customerId || cautions.length + proxies.length === 0) return null
  const rest = cautions.length - most
  return (
    <Section
      title={words.inForce}
      icon={CalendarDays}
      tone="orange"
      aside={
        <Link
          to="/customers/$customerId"
          params={{ customerId }}
          className="tap text-xs text-accent underline underline-offset-4"
        >
          {rest > 0 ? words.more({ count: rest }) : words.review}
        </Link>
      }
    >
      <ul className="flex flex-col gap-1 text-sm">
        {cautions.slice(0, most).map((fact) => (
          <li key={fact.cautionId}>
            <span data-figures className="me-2 font-semibold">
              {fact.happenedOn}
            </span>
            {fact.words}
            <span className="ms-2 text-xs text-sub">
              {fact.source}・{words.reviewBy({ day: fact.reviewOn })}
            </span>
          </li>
        ))}
        {proxies.map((proxy) => (
          <li key={proxy.proxyId}>
            <span className="me-2 font-semibold">{words.proxyNamed(proxy)}</span>
            {words.mayBeToldLine({ what: proxy.mayBeTold })}
            {proxy.until ? (
              <span className="ms-2 text-xs text-sub">{words.untilDay({ day: proxy.until })}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
