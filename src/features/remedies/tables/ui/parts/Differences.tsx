import { headingOf } from '#features/remedies/cells/rules.ts'
import type { Difference } from '#features/remedies/tables/rules.ts'
import { useSaid } from './said.ts'

/** What was, struck out, and what is. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  const { words, language } = useSaid()
  const { nothing, added, removed } = words.versions
  return (
    <ul className="mt-2 flex flex-col gap-1 rounded-lg bg-gray-bg p-3 text-sm">
      {differences.map(({ ruleId, code, what, cells }) => (
        <li key={ruleId} className="flex flex-wrap gap-x-3">
          <span className="font-semibold">{code}</span>
          {what === 'changed' ? null : <span>{what === 'added' ? added : removed}</span>}
          {cells.map(({ column, before, after }) => (
            <span key={column}>
              {headingOf(column, language)}：<del className="text-red">{before || nothing}</del>
              {' → '}
              <ins className="text-green no-underline">{after || nothing}</ins>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
