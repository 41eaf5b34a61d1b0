import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import type { Assessed } from '#features/assessment/contract.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'

/** Who assessed it how, when and why; newest first. */
export function Earlier({ decisions }: { decisions: readonly Assessed[] }) {
  const { words } = useMessages(clocksMessages)
  const { assessment } = words
  if (decisions.length === 0) return null
  return (
    <section aria-label={assessment.history} className="text-sm">
      <h3 className="mb-1 text-sm">{assessment.history}</h3>
      <ul className="flex flex-col gap-2 border-s-2 border-line ps-3">
        {decisions.map((each) => (
          <li key={each.at}>
            <span className="text-xs text-sub">
              <Moment at={each.at} always="both" />　{each.byName}
            </span>
            <span className="block">
              {[
                assessment.severities[each.severity],
                each.complexity ? assessment.complexities[each.complexity] : '',
                each.impact ? assessment.impacts[each.impact] : '',
                each.immediateAction?.words ?? '',
              ]
                .filter(Boolean)
                .join('・')}
            </span>
            <span className="block text-sub">{each.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
