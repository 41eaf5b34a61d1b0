import { readOwnBudget } from '#features/remedies/budgets/contract.ts'
import { budgetsMessages } from '#features/remedies/budgets/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'

/** What is left for gestures, while they are offered; and what would be left after what is asked. */
export default function BudgetLine(props: { memberId?: string; askedYen?: number }) {
  const { words } = useMessages(budgetsMessages)
  const own = useAnswer(
    readOwnBudget,
    props.memberId === undefined ? {} : { query: { memberId: props.memberId } },
    { live: true },
  )
  const budget = own.state === 'ready' ? own.value.budget : null
  if (!budget) return null
  const { limitYen: limit, spentYen } = budget
  const left = limit - spentYen
  const after = left - (props.askedYen ?? 0)
  const isShort = after * 5 < limit
  return (
    <div className="flex flex-col gap-1">
      <p data-figures className={`text-xs ${isShort ? 'font-semibold text-orange' : 'text-sub'}`}>
        {words.left({ name: budget.department ?? words.company, left, limit })}
        {props.askedYen === undefined ? null : (
          <span className="ms-2">
            {after < 0 ? words.lacks({ yen: -after }) : words.after({ yen: after })}
          </span>
        )}
      </p>
      <div aria-hidden className="h-1 overflow-hidden rounded-full bg-gray-bg">
        <div
          className={`h-full ${isShort ? 'bg-orange' : 'bg-accent'}`}
          style={{ width: `${limit === 0 ? 0 : Math.round((left / limit) * 100)}%` }}
        />
      </div>
    </div>
  )
}
