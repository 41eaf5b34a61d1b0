import { Link } from '@tanstack/react-router'
import { Route } from 'lucide-react'
import { listPlans } from '#features/harassment/plans/contract.ts'
import { planningMessages } from '#features/harassment/planning/messages.ts'
import { isReviewNear } from '#features/harassment/plans/rules.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { dayKey } from '#kit/time.ts'

/** For whoever decides: plans that wait for a second person, and those whose review is near or past. */
export default function PlanReviews() {
  const { words } = useMessages(planningMessages)
  const today = dayKey(useNow())
  const answer = useAnswer(listPlans, {}, { live: true })
  const plans = answer.state === 'ready' ? answer.value.plans : []
  const due = plans.filter((plan) => isReviewNear(plan, today))
  if (due.length === 0) return null
  return (
    <Section title={words.due} icon={Route} tone="orange" count={due.length}>
      <ul className="card divide-y divide-line-soft">
        {due.slice(0, 8).map((plan) => (
          <li key={plan.id}>
            <Link
              to="/settings"
              search={{ section: 'contact-plans' }}
              className="flex flex-col px-4 py-2.5 text-sm hover:bg-gray-bg"
            >
              <span className="font-semibold">
                {words.sama({ name: plan.customerName ?? words.unnamed })}
              </span>
              <span className="text-xs text-sub">
                {words.states[plan.state]}・{wordsOf(plan.state, plan.terms.reviewOn)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )

  function wordsOf(state: string, day: string) {
    return state === 'past-review' ? words.dueOver({ day }) : words.dueOn({ day })
  }
}
