import { Ban, CircleCheck } from 'lucide-react'
import { useMessages } from '#kit/language.tsx'
import type { BulkLine } from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'

/** Line by line: what happens, or why it does not. */
export function BulkLines({ lines, isDone }: { lines: readonly BulkLine[]; isDone: boolean }) {
  const { bulk: words } = useMessages(desksMessages).words
  return (
    <ul className="card divide-y divide-line-soft overflow-hidden text-sm">
      {lines.map((line) => {
        const Icon = line.isDone ? CircleCheck : Ban
        return (
          <li key={line.complaintId} className="flex items-start gap-2.5 px-3 py-2">
            <Icon
              aria-label={line.isDone ? (isDone ? words.did : words.will) : words.wont}
              size={16}
              className={`mt-1 shrink-0 ${line.isDone ? 'text-green' : 'text-red'}`}
            />
            <span className="min-w-0 flex-1">
              <span className="clamp-1 block">
                <span data-figures className="me-2 text-sub">
                  {line.number}
                </span>
                {line.subject}
              </span>
              <span className={line.isDone ? 'text-sub' : 'text-red'}>{line.sentence}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
