import { headingOf, readLine } from '#features/remedies/cells/rules.ts'
import type { Column, SheetLine } from '#features/remedies/tables/contract.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { remediesMessages } from '#features/remedies/messages.ts'
import { useSaid } from './said.ts'

const conditions: readonly Column[] = [
  'causes',
  'functions',
  'productContains',
  'fromDays',
  'withinDays',
  'priceFrom',
  'priceTo',
  'needsConfirmedFact',
  'effectiveFrom',
  'effectiveUntil',
]
const outcomes: readonly Column[] = [
  'maxYen',
  'maxPercent',
  'grantedBy',
  'evidence',
  'clause',
  'clauseText',
]

/** The same table on a phone: to look something up while standing. */
export function RuleCards({ lines }: { lines: readonly SheetLine[] }) {
  const { language } = useSaid()
  const { words } = useMessages(remediesMessages)
  return (
    <ul className="flex flex-col gap-3">
      {lines.map((line) => {
        const { cells } = line
        const said = (some: readonly Column[]) =>
          some.flatMap((column) => {
            const value = cells[column] ?? ''
            return value === '' ? [] : [{ name: headingOf(column, language), value }]
          })
        return (
          <li key={line.id} className="card p-4 text-sm">
            <p className="flex items-center gap-2 font-semibold">
              {cells.code} {cells.name}
              {readLine(line).rule?.isActive === false ? (
                <Badge tone="gray">{words.isOff}</Badge>
              ) : null}
            </p>
            <p className="mt-1">{cells.label}</p>
            <p className="text-sub">{cells.say}</p>
            <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
              {[...said(conditions), ...said(outcomes)].map(({ name, value }) => (
                <div key={name} className="contents">
                  <dt className="text-sub">{name}</dt>
                  <dd className="break-words">{value}</dd>
                </div>
              ))}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}
