import { Pencil, ScrollText } from 'lucide-react'
import { Suspense, useState } from 'react'
import { listRemedyRules, type RemedyRule } from '#features/remedies/contract.ts'
import { remediesMessages } from '#features/remedies/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'

const RuleDialog = later(() =>
  import('./parts/RuleDialog.tsx').then((module) => ({ default: module.RuleDialog })),
)

/** The decision table: what may be offered, when, by whom, up to how much. */
export function RuleTable({ mayChange }: { mayChange: boolean }) {
  const { words } = useMessages(remediesMessages)
  const rules = useAnswer(listRemedyRules, {}, { live: true })
  const [edited, setEdited] = useState<RemedyRule | null>(null)
  const { code, when, offer, limit, who, clause, edit } = words.columns
  const columns = [code, when, offer, limit, who, clause, ...(mayChange ? [edit] : [])]
  return (
    <>
      <p className="mb-3 text-sm text-sub">{words.lead}</p>
      <Answering answer={rules}>
        {(value) =>
          value.rules.length === 0 ? (
            <EmptyState icon={ScrollText} title={words.none}>
              {words.noneDetail}
            </EmptyState>
          ) : (
            <div className="card overflow-x-auto">
              <table className="w-full text-sm">
                <thead className="border-b border-line text-xs text-sub">
                  <tr>
                    {columns.map((title) => (
                      <th
                        key={title}
                        scope="col"
                        className="px-3 py-2 text-start font-medium whitespace-nowrap"
                      >
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody className="divide-y divide-line-soft">
                  {value.rules.map((rule) => (
                    <Row
                      key={rule.id}
                      rule={rule}
                      {...(mayChange ? { onEdit: () => setEdited(rule) } : {})}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answering>
      <Suspense>
        {edited ? <RuleDialog rule={edited} onClose={() => setEdited(null)} /> : null}
      </Suspense>
    </>
  )
}

function Row(props: { rule: RemedyRule; onEdit?: () => void }) {
  const { words } = useMessages(remediesMessages)
  const { rule } = props
  const cell = 'px-3 py-2.5 align-top'
  return (
    <tr className={rule.isActive ? '' : 'text-sub'}>
      <th scope="row" className={`${cell} text-start font-semibold whitespace-nowrap`}>
        {rule.code}
        {rule.isActive ? null : (
          <span className="mt-1 block">
            <Badge tone="gray">{words.isOff}</Badge>
          </span>
        )}
      </th>
      <td className={`${cell} min-w-48`}>
        <span className="font-semibold">{rule.name}</span>
        <Conditions rule={rule} />
      </td>
      <td className={`${cell} min-w-52`}>
        {rule.label}
        <span className="block text-xs text-sub">「{rule.say}」</span>
      </td>
      <td className={`${cell} whitespace-nowrap`}>
        <Limit rule={rule} />
      </td>
      <td className={`${cell} whitespace-nowrap`}>{words.grantedBy[rule.grantedBy]}</td>
      <td className={`${cell} min-w-44`}>
        {rule.clause}
        <span className="block text-xs text-sub">{rule.clauseText}</span>
      </td>
      {props.onEdit ? (
        <td className={cell}>
          <Button
            size="small"
            label={words.editNamed({ code: rule.code })}
            icon={<Pencil aria-hidden size={14} />}
            onPress={props.onEdit}
          />
        </td>
      ) : null}
    </tr>
  )
}

function Conditions({ rule }: { rule: RemedyRule }) {
  const { words } = useMessages(remediesMessages)
  const { causes } = words
  const said = [
    rule.causes.length === 0
      ? words.anyCause
      : rule.causes.map((cause) => causes[cause]).join('・'),
    rule.productContains ?? words.anyProduct,
    rule.withinDays === null ? words.anyTime : words.within({ days: rule.withinDays }),
    ...(rule.needsConfirmedFact ? [words.confirmed] : []),
  ]
  return (
    <ul className="text-xs text-sub">
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Limit({ rule }: { rule: RemedyRule }) {
  const { words } = useMessages(remediesMessages)
  const said = [
    ...(rule.maxYen === null ? [] : [words.yen({ amount: rule.maxYen })]),
    ...(rule.maxPercent === null ? [] : [words.percent({ percent: rule.maxPercent })]),
  ]
  return said.length === 0 ? (
    <span className="text-sub">{words.noLimit}</span>
  ) : (
    said.map((line) => (
      <span key={line} className="block">
        {line}
      </span>
    ))
  )
}
