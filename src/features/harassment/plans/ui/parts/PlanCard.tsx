import { Link } from '@tanstack/react-router'
import { Badge, type Tone } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Moment } from '#kit/Time.tsx'
import type { Plan, PlanState } from '../../contract.ts'
import { planningMessages } from '../../../planning/messages.ts'
import { Deciding } from './Deciding.tsx'
import { Terms } from './Terms.tsx'

const tones: Readonly<Record<PlanState, Tone>> = {
  proposed: 'blue',
  'in-force': 'orange',
  'past-review': 'gray',
  declined: 'gray',
  lifted: 'green',
}

/** One plan: as it stands, what can be decided now, and how it came about. */
export function PlanCard({ plan, named = false }: { plan: Plan; named?: boolean }) {
  const { words } = useMessages(planningMessages)
  return (
    <li className="card flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tones[plan.state]}>{words.states[plan.state]}</Badge>
        {named && plan.customerId ? (
          <Link
            to="/customers/$customerId"
            params={{ customerId: plan.customerId }}
            className="tap font-semibold text-accent underline underline-offset-4"
          >
            {words.sama({ name: plan.customerName ?? words.unnamed })}
          </Link>
        ) : null}
        <Link
          to="/complaints/$complaintId"
          params={{ complaintId: plan.complaintId }}
          data-figures
          className="tap text-xs text-accent underline underline-offset-4"
        >
          {plan.number}
        </Link>
        {plan.state === 'past-review' ? <p className="text-xs">{words.pastReview}</p> : null}
      </div>
      <Terms terms={plan.terms} />
      {plan.lifted ? (
        <p className="text-sm">
          {words.liftedBy({ name: plan.lifted.byName, reason: plan.lifted.reason })}{' '}
          <Moment at={plan.lifted.at} always="day" className="text-xs text-sub" />
        </p>
      ) : null}
      <Deciding plan={plan} />
      <History plan={plan} />
    </li>
  )
}

function History({ plan: { number, versions, appeals } }: { plan: Plan }) {
  const { words } = useMessages(planningMessages)
  return (
    <Section
      title={words.history({ number })}
      count={versions.length + appeals.length}
      folds="shut"
    >
      <ul className="flex flex-col gap-1 text-sm">
        {appeals.map((each) => (
          <li key={each.appealId}>
            <span data-figures className="me-2">
              {each.receivedOn}
            </span>
            {words.objected({ words: each.words, way: words.wayOf[each.cameBy] })}
            {each.answer
              ? `　${words.answeredBy({ name: each.answer.byName, outcome: words.outcomes[each.answer.outcome], words: each.answer.words })}`
              : `　${words.unanswered}`}
          </li>
        ))}
        {versions.map((each) => (
          <li key={each.version}>
            <Moment at={each.decidedAt ?? each.proposedAt} always="day" className="me-2" />
            {words.versionLine({
              version: each.version,
              by: each.proposedByName,
              decidedBy: each.decidedByName,
              outcome: words.versionOutcomes[each.outcome],
              reviewOn: each.terms.reviewOn,
            })}
            {each.because ? `　${each.because}` : ''}
            {each.reason ? `　${each.reason}` : ''}
          </li>
        ))}
      </ul>
    </Section>
  )
}
