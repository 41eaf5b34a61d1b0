import { Plus, Route } from 'lucide-react'
import { useState } from 'react'
import { readCustomerPlans } from '#features/harassment/plans/contract.ts'
import { planningMessages } from '#features/harassment/planning/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { PlanCard } from './parts/PlanCard.tsx'
import { PlanDialog } from './parts/PlanDialog.tsx'

/** How this customer and we are in touch: what holds, what waits, and what was. */
export default function CustomerPlans(props: { customerId: string; complaintId: string | null }) {
  const { words } = useMessages(planningMessages)
  const { customerId, complaintId } = props
  const answer = useAnswer(readCustomerPlans, { params: { customerId } }, { live: true })
  const [isWriting, setWriting] = useState(false)
  return (
    <Section
      title={words.title}
      icon={Route}
      tone="orange"
      aside={
        complaintId ? (
          <Button
            kind="quiet"
            size="small"
            keys="c"
            icon={<Plus aria-hidden size={16} />}
            onPress={() => setWriting(true)}
          >
            {words.make}
          </Button>
        ) : null
      }
    >
      <Answering answer={answer} skeletonLines={2}>
        {({ plans }) =>
          plans.length === 0 ? (
            <p className="text-sm text-sub">{words.none}</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {plans.map((plan) => (
                <PlanCard key={plan.id} plan={plan} />
              ))}
            </ul>
          )
        }
      </Answering>
      {isWriting && complaintId ? (
        <PlanDialog complaintId={complaintId} plan={null} onClose={() => setWriting(false)} />
      ) : null}
    </Section>
  )
}
