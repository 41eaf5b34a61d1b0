import { Route } from 'lucide-react'
import { readCallerPlans, type Standing } from '#features/harassment/plans/contract.ts'
import { planningMessages } from '#features/harassment/planning/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { useWays } from './parts/Terms.tsx'

/** While it rings: who talks with this customer, and the words to say. The call is taken as ever. */
export default function CallerPlan({ customerId }: { customerId: string }) {
  const answer = useAnswer(readCallerPlans, { params: { customerId } })
  const [first] = answer.state === 'ready' ? answer.value.holds : []
  return first ? <Told terms={first.terms} isOpenNow={first.isOpenNow} /> : null
}

function Told({ terms, isOpenNow }: Pick<Standing, 'terms' | 'isOpenNow'>) {
  const { words } = useMessages(planningMessages)
  const ways = useWays(terms)
  return (
    <div className="flex gap-2 rounded-lg bg-orange-bg px-3 py-2 text-sm">
      <Route aria-hidden size={16} className="mt-0.5 shrink-0 text-orange" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          {words.bandTitle({ name: terms.windowName })}
          <span className="ms-2 text-xs font-normal">{isOpenNow ? words.openNow : ''}</span>
        </p>
        <p>「{terms.say}」</p>
        <p className="text-xs">{ways}</p>
      </div>
    </div>
  )
}
