import { ChevronRight } from 'lucide-react'
import { Badge, type Tone } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import type { ImportState, ImportView } from '../../contract.ts'
import { importMessages } from '../../messages.ts'
import { CountList } from './CountList.tsx'

export const toneOf: Readonly<Record<ImportState, Tone>> = {
  read: 'gray',
  checked: 'gray',
  running: 'blue',
  stopped: 'orange',
  finished: 'green',
}

/** One import of before; the whole line opens it. */
export function RunLine({ run, onOpen }: { run: ImportView; onOpen: () => void }) {
  const { words } = useMessages(importMessages)
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="tap flex w-full cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-start hover:bg-gray-bg"
      >
        <Badge tone={toneOf[run.state]}>{words.states[run.state]}</Badge>
        <span className="min-w-0 flex-1 font-medium wrap-anywhere">{run.name}</span>
        <span className="flex items-center gap-3 text-xs text-sub max-sm:w-full">
          <CountList counts={run.counts} isShort />
          {run.broughtByName ? <span>{words.by({ name: run.broughtByName })}</span> : null}
          <Moment at={run.broughtAt} />
        </span>
        <ChevronRight aria-hidden size={16} className="text-sub max-sm:hidden" />
      </button>
    </li>
  )
}
