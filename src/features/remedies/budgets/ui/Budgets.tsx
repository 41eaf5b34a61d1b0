import { Pencil, Plus, Wallet } from 'lucide-react'
import { useState } from 'react'
import { listBudgets, type Budget } from '#features/remedies/budgets/contract.ts'
import { budgetsMessages } from '#features/remedies/budgets/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { BudgetDialog } from './parts/BudgetDialog.tsx'

/** What each department may give in a period although nobody owes it. */
export default function Budgets({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(budgetsMessages)
  const known = useAnswer(listBudgets, {}, { live: true })
  const [edited, setEdited] = useState<Budget | 'new' | null>(null)
  const add = (
    <Button size="small" icon={<Plus aria-hidden size={15} />} onPress={() => setEdited('new')}>
      {words.add}
    </Button>
  )
  return (
    <Section title={words.title} icon={Wallet} {...(mayChange ? { aside: add } : {})}>
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={known} skeletonLines={2}>
        {({ budgets }) =>
          budgets.length === 0 ? (
            <EmptyState icon={Wallet} title={words.none}>
              {words.noneDetail}
            </EmptyState>
          ) : (
            <BudgetTable budgets={budgets} {...(mayChange ? { onEdit: setEdited } : {})} />
          )
        }
      </Answering>
      {edited ? (
        <BudgetDialog budget={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
    </Section>
  )
}

function BudgetTable(props: { budgets: readonly Budget[]; onEdit?: (budget: Budget) => void }) {
  const { words } = useMessages(budgetsMessages)
  const { department, period, limit, left, edit } = words.columns
  const { onEdit } = props
  return (
    <div className="card overflow-x-auto">
      <table className="w-full text-sm">
        <thead className="border-b border-line text-xs text-sub">
          <tr>
            {[department, period, limit, left, ...(onEdit ? [edit] : [])].map((title) => (
              <th key={title} scope="col" className="px-3 py-2 text-start font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line-soft">
          {props.budgets.map((budget) => (
            <tr key={budget.id}>
              <th scope="row" className="px-3 py-2.5 text-start font-semibold">
                {budget.department ?? words.company}
              </th>
              <td className="px-3 py-2.5 whitespace-nowrap">
                {words.period({ from: budget.startsOn, to: budget.endsOn })}
              </td>
              <td data-figures className="px-3 py-2.5">
                {words.yen({ amount: budget.limitYen })}
              </td>
              <td data-figures className="px-3 py-2.5">
                {words.yen({ amount: budget.limitYen - budget.spentYen })}
              </td>
              {onEdit ? (
                <td className="px-3 py-2.5">
                  <Button
                    size="small"
                    label={words.edit({ name: budget.department ?? words.company })}
                    icon={<Pencil aria-hidden size={14} />}
                    onPress={() => onEdit(budget)}
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
