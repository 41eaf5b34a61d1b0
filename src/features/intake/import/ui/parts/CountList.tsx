import { Badge, type Tone } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { lineStates, type Counts, type LineState } from '../../contract.ts'
import { importMessages } from '../../messages.ts'

export const toneOfLine: Readonly<Record<LineState, Tone>> = {
  waiting: 'blue',
  taken: 'green',
  known: 'gray',
  refused: 'red',
  skipped: 'gray',
}

/** How many lines became what; what there is none of is left out. */
export function CountList({ counts, isShort = false }: { counts: Counts; isShort?: boolean }) {
  const { words } = useMessages(importMessages)
  const there = lineStates.filter((state) => counts[state] > 0)
  if (isShort)
    return (
      <span data-figures>
        {there
          .map((state) => `${words.lineStates[state]} ${counts[state].toLocaleString()}`)
          .join('、')}
      </span>
    )
  return (
    <ul aria-label={words.checked} className="flex flex-wrap gap-2">
      {there.map((state) => (
        <li key={state}>
          <Badge tone={toneOfLine[state]}>
            {`${words.lineStates[state]} ${counts[state].toLocaleString()}`}
          </Badge>
        </li>
      ))}
    </ul>
  )
}
