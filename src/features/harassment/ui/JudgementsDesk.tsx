import { Link } from '@tanstack/react-router'
import { Scale } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import { Unfold } from '#kit/Unfold.tsx'
import { listJudgements, type ListedJudgement } from '../listing/contract.ts'
import { listingMessages } from '../listing/messages.ts'
import { judgingMessages } from '../judging/messages.ts'

/** What waits for a second person, longest first; below it what two people came to of late. */
export default function JudgementsDesk({ memberId }: { memberId: string }) {
  const { words } = useMessages(listingMessages)
  const answer = useAnswer(listJudgements, {}, { live: true })
  const judgements = answer.state === 'ready' ? answer.value.judgements : []
  const waiting = judgements.filter(({ state }) => state === 'proposed')
  const settled = judgements.filter(({ state }) => state !== 'proposed')
  if (judgements.length === 0) return null
  return (
    <Section
      title={words.title}
      icon={Scale}
      tone="orange"
      {...(waiting.length > 0 ? { count: waiting.length } : {})}
    >
      {waiting.length === 0 ? <p className="text-sm text-sub">{words.none}</p> : null}
      <Rows judgements={waiting} memberId={memberId} />
      {settled.length > 0 ? (
        <Unfold title={words.settled({ count: settled.length })}>
          {() => <Rows judgements={settled} memberId={memberId} />}
        </Unfold>
      ) : null}
    </Section>
  )
}

function Rows(props: { judgements: readonly ListedJudgement[]; memberId: string }) {
  const { words } = useMessages(judgingMessages)
  const { words: list } = useMessages(listingMessages)
  if (props.judgements.length === 0) return null
  return (
    <ul className="card divide-y divide-line-soft">
      {props.judgements.map((each) => (
        <li key={each.id}>
          <Link
            to="/complaints/$complaintId"
            params={{ complaintId: each.complaintId }}
            className="flex flex-col gap-1 px-4 py-2.5 text-sm hover:bg-gray-bg"
          >
            <span className="font-semibold wrap-anywhere">{each.subject}</span>
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-sub">
              <span data-figures>{each.number}</span>
              {each.state === 'proposed' ? null : (
                <Badge tone={each.state === 'decided' ? 'blue' : 'gray'}>
                  {list.outcome({
                    state: words.states[each.state],
                    verdict: words.verdicts[each.verdict],
                  })}
                </Badge>
              )}
              {each.isAgain ? <Badge tone="gray">{list.again}</Badge> : null}
              <span>
                {each.state === 'proposed' && each.byId === props.memberId
                  ? list.mine
                  : words.proposedBy({ name: each.byName })}
              </span>
              <Moment at={each.settledAt ?? each.proposedAt} className="ms-auto" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
