import { Link } from '@tanstack/react-router'
import { queueMessages } from '#features/remedies/queue/messages.ts'
import {
  readPrecedents,
  type Precedent,
  type Precedents as Told,
} from '#features/remedies/precedents/contract.ts'
import { useAnswer } from '#kit/answers.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { Range } from './Range.tsx'

/** What customers with the same cause and product were given: a sentence, a drawing, and the cases behind them. */
export function Precedents(props: {
  complaintId: string
  askedYen: number | null
  showsCases: boolean
}) {
  const { words } = useMessages(queueMessages)
  const told = useAnswer(readPrecedents, { params: { complaintId: props.complaintId } })
  if (told.state !== 'ready') return null
  const { cause, comparedBy, cases, declined, spread } = told.value
  if (comparedBy === null)
    return (
      <p className="text-sub">
        {cause === null ? words.precedents.unknown : words.precedents.none}
      </p>
    )
  const count = told.value.granted.reduce((sum, each) => sum + each.count, 0)
  const by = words.precedents.by[comparedBy]
  return (
    <div className="flex flex-col gap-1.5">
      <p>
        {words.precedents.count({ by, count, declined })}
        {spread ? <Spread spread={spread} /> : null}
      </p>
      {spread ? <Range spread={spread} askedYen={props.askedYen} /> : null}
      {props.showsCases ? <Cases cases={cases} /> : null}
    </div>
  )
}

function Spread({ spread }: { spread: NonNullable<Told['spread']> }) {
  const { words } = useMessages(queueMessages)
  const { quartiles, least, most } = spread
  const [low, middle, high] = quartiles
    ? [quartiles.low, quartiles.middle, quartiles.high].map((yen) => yen.toLocaleString('ja'))
    : []
  const range = { least: least.toLocaleString('ja'), most: most.toLocaleString('ja') }
  return (
    <span data-figures className="ms-2">
      {low && middle && high
        ? words.precedents.spread({ low, middle, high })
        : `${words.precedents.range(range)}（${words.precedents.few}）`}
    </span>
  )
}

function Cases({ cases }: { cases: readonly Precedent[] }) {
  const { words } = useMessages(queueMessages)
  return (
    <ul aria-label={words.precedents.title} className="flex flex-col gap-0.5 text-xs">
      {cases.slice(0, 6).map((each, at) => (
        <li key={`${each.complaintId}/${at}`} className="flex flex-wrap items-baseline gap-x-2">
          <Link
            to="/complaints/$complaintId"
            params={{ complaintId: each.complaintId }}
            className="text-accent underline underline-offset-4"
          >
            {each.complaintNumber}
          </Link>
          <span>{each.label}</span>
          {each.amountYen === null ? null : (
            <span data-figures className="font-semibold">
              {words.yen({ amount: each.amountYen })}
            </span>
          )}
          <Moment at={each.at} always="day" className="text-sub" />
          {each.isApproved ? <Badge tone="blue">{words.precedents.isApproved}</Badge> : null}
          {each.isOutlier ? <Badge tone="orange">{words.precedents.outlier}</Badge> : null}
        </li>
      ))}
    </ul>
  )
}
