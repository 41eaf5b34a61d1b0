import { CircleAlert, Eye } from 'lucide-react'
import { headingOf } from '#features/remedies/cells/rules.ts'
import type { SheetLine } from '#features/remedies/tables/contract.ts'
import type { Problem } from '#features/remedies/tables/rules.ts'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useSaid } from './said.ts'

/** What keeps the draft from being published, then what is worth a look; each leads to its cell. */
export function Problems(props: {
  problems: readonly Problem[]
  lines: readonly SheetLine[]
  onGo: (problem: Problem) => void
}) {
  const { words, problem: sentence, situation, language } = useSaid()
  if (props.problems.length === 0) return <p className="text-sm text-sub">{words.noProblems}</p>
  const codes = new Map(props.lines.map(({ id, cells }) => [id, cells.code ?? '']))
  const graveFirst = props.problems.toSorted((a, b) => weigh(a) - weigh(b))
  return (
    <ul className="flex flex-col divide-y divide-line-soft">
      {graveFirst.map((problem) => {
        const isGrave = problem.weight === 'stop'
        const Icon = isGrave ? CircleAlert : Eye
        const where = {
          code: codes.get(problem.lineId) ?? '',
          column: headingOf(problem.column, language),
        }
        return (
          <li
            key={`${problem.lineId} ${problem.column} ${problem.code} ${problem.others.join()}`}
            className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2.5 text-sm"
          >
            <Badge tone={isGrave ? 'red' : 'orange'}>
              <Icon aria-hidden size={14} />
              {isGrave ? words.stopping : words.looking}
            </Badge>
            <div className="min-w-48 flex-1">
              <p>
                <span className="me-2 font-semibold">{where.code}</span>
                {sentence(problem)}
              </p>
              {problem.example ? (
                <p className="text-sub">
                  {words.example({ situation: situation(problem.example) })}
                </p>
              ) : null}
            </div>
            <Button size="small" onPress={() => props.onGo(problem)}>
              {words.goTo(where)}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function weigh({ weight }: Problem): number {
  return weight === 'stop' ? 0 : 1
}
