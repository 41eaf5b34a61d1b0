import { Building2 } from 'lucide-react'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Ago } from '#kit/Time.tsx'
import { listInquiries, type DepartmentLine } from '../../contract.ts'
import { askingMessages } from '../messages.ts'

/** How long departments let us wait, and how they keep the dates they were asked for. */
export default function DepartmentLedger() {
  const { words } = useMessages(askingMessages)
  const answer = useAnswer(listInquiries, { query: {} }, { live: true })
  if (answer.state !== 'ready' || answer.value.departments.length === 0) return null
  const { today } = words
  return (
    <Section title={words.title} icon={Building2} tone="purple">
      <div className="card overflow-x-auto" tabIndex={0} role="group" aria-label={words.title}>
        <table className="w-full text-sm">
          <thead className="text-xs text-sub">
            <tr className="*:px-4 *:py-2 *:text-start *:font-medium *:whitespace-nowrap">
              <th scope="col">{today.department}</th>
              <th scope="col">{today.open}</th>
              <th scope="col">{today.over}</th>
              <th scope="col">{today.oldest}</th>
              <th scope="col">{today.rate}</th>
            </tr>
          </thead>
          <tbody>
            {answer.value.departments.map((line) => (
              <Row key={line.departmentId} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Row({ line }: { line: DepartmentLine }) {
  const { today } = useMessages(askingMessages).words
  const { departmentName, open, overdue, oldestAt, kept, broken, moved, rate } = line
  return (
    <tr className="border-t border-line-soft *:px-4 *:py-2.5 *:text-start">
      <th scope="row" className="font-semibold whitespace-nowrap">
        {departmentName}
      </th>
      <td data-figures>{open}</td>
      <td data-figures className={overdue > 0 ? 'font-semibold text-red' : ''}>
        {overdue}
      </td>
      <td>{oldestAt === null ? '—' : <Ago at={oldestAt} />}</td>
      <td>
        {kept + broken === 0 ? (
          <span className="text-sub">{today.noRate}</span>
        ) : (
          <span data-figures>
            {rate === null ? null : <span className="me-2">{Math.round(rate * 100)}%</span>}
            <span className="text-xs text-sub">
              {today.ofDates({ kept, due: kept + broken })}
              {moved > 0 ? `（${today.movedInTime({ count: moved })}）` : ''}
            </span>
          </span>
        )}
      </td>
    </tr>
  )
}
