import { Check } from 'lucide-react'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import type { Ladder } from '../../ladder/contract.ts'
import { ladderMessages } from '../../ladder/messages.ts'

/** What was done already, quietly: which step, when, who decided. */
export function Taken({ taken }: { taken: Ladder['taken'] }) {
  const { words } = useMessages(ladderMessages)
  if (taken.length === 0) return null
  return (
    <ol aria-label={words.taken} className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-sub">
      {taken.map(({ id, step, count, at, byName, decidedByName }) => (
        <li key={id} className="inline-flex items-center gap-1">
          <Check aria-hidden size={13} className="text-green" />
          {words.steps[step]}
          {step === 'request' ? <span data-figures>{count}</span> : null}
          <Moment at={at} />
          {decidedByName === byName ? null : <span>{decidedByName}</span>}
        </li>
      ))}
    </ol>
  )
}
