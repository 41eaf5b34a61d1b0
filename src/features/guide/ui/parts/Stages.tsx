import { Check } from 'lucide-react'
import type { Guidance } from '#features/guide/contract.ts'
import { guideMessages } from '#features/guide/messages.ts'
import { useMessages } from '#kit/language.tsx'

/** Where in the practice the talk stands. */
export function Stages(props: { stages: Guidance['stages']; isCompact: boolean }) {
  const { words } = useMessages(guideMessages)
  return (
    <ol aria-label={words.panel.stages} className="flex gap-1">
      {props.stages.map(({ stage, isDone, isCurrent }) => {
        const name = words.stages[stage]
        const tone = isCurrent ? 'bg-accent' : isDone ? 'bg-green' : 'bg-line'
        return (
          <li
            key={stage}
            {...(isCurrent ? { 'aria-current': 'step' as const } : {})}
            className="flex min-w-0 flex-1 flex-col gap-1"
          >
            <span aria-hidden className={`h-1 rounded-full ${tone}`} />
            <span
              className={`flex items-center justify-center gap-0.5 text-2xs leading-4 whitespace-nowrap ${isCurrent ? 'font-semibold text-accent' : isDone ? 'text-green' : 'text-sub'} ${props.isCompact && !isCurrent ? 'sr-only' : ''}`}
            >
              {isDone && !isCurrent ? <Check aria-hidden size={11} strokeWidth={3} /> : null}
              <span aria-hidden={isDone}>{name}</span>
              {isDone ? (
                <span className="sr-only">{words.panel.stageDone({ stage: name })}</span>
              ) : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
