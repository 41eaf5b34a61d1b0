import { criticalCues } from '#features/language/contract.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { boardMessages } from '../../board/messages.ts'

/** What was heard in a call, as chips; red is what must not be missed. */
export function CueChips(props: {
  cues: readonly { readonly code: string; readonly count: number }[]
  cueName: (code: string) => string
}) {
  const { board } = useMessages(boardMessages).words
  if (props.cues.length === 0) return <p className="text-xs text-sub">{board.noCues}</p>
  return (
    <ul aria-label={board.cues} className="flex flex-wrap gap-1">
      {props.cues.map(({ code, count }) => (
        <li key={code}>
          <Badge tone={isCritical(code) ? 'red' : 'orange'}>
            {props.cueName(code)}
            {count > 1 ? ` ${board.times({ count })}` : ''}
          </Badge>
        </li>
      ))}
    </ul>
  )
}

function isCritical(code: string): boolean {
  return criticalCues.some((critical) => critical === code)
}
