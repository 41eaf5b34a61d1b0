import type { Commitment } from '#features/commitments/contract.ts'
import { courseMessages } from '#features/commitments/course/messages.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import { SaidWhere } from './SaidWhere.tsx'

/** Every date this promise has had: old → new, why, what was done instead, and who told the customer. */
export function History({ commitment }: { commitment: Commitment }) {
  const { words } = useMessages(commitmentsMessages)
  const course = useMessages(courseMessages).words
  const { renegotiations: moves, withdrawnReason } = commitment
  return (
    <>
      <SaidWhere commitment={commitment} />
      {withdrawnReason === null ? null : (
        <p className="mt-1 text-sm text-sub">{course.because({ reason: withdrawnReason })}</p>
      )}
      {moves.length === 0 ? null : (
        <details className="mt-1 text-sm text-sub">
          <summary className="w-fit cursor-pointer">
            {course.history({ count: moves.length })}
          </summary>
          <ol
            aria-label={words.moves}
            className="mt-1 flex flex-col gap-2 border-s-2 border-line ps-3"
          >
            {moves.map((move) => (
              <li key={move.at}>
                <Moment at={move.previousDueAt} always="both" className="line-through" />
                {' → '}
                <Moment at={move.dueAt} always="both" className="font-semibold" />
                {move.wasBroken ? <span className="ms-2 text-red">{course.wasBroken}</span> : null}
                <dl className="grid gap-x-3 sm:grid-cols-[auto_minmax(0,1fr)] max-sm:[&_dt]:text-xs">
                  <dt>{course.why}</dt>
                  <dd>{move.reason}</dd>
                  <dt>{words.alternative}</dt>
                  <dd>{move.alternative}</dd>
                  <dt>{course.told}</dt>
                  <dd>
                    {move.toldBy} <Moment at={move.at} always="both" />
                  </dd>
                </dl>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
