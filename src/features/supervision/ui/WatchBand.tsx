import { Eye, Pause, PhoneOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Call } from '#features/intake/contract.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { stopwatch } from '#kit/time.ts'
import { boardMessages } from '../board/messages.ts'
import { lineOf } from '../talk/rules.ts'
import { useEntries } from './parts/useCallTimeline.ts'
import { useWatching } from './parts/useWatching.ts'

/** Whose call it is and how long it lasts. While this is on the screen, the operator sees who watches. */
export function WatchBand({ call, children }: { call: Call; children: ReactNode }) {
  const { watch, board } = useMessages(boardMessages).words
  const now = useNow('second')
  const { complaintId } = call
  const line = lineOf(useEntries(complaintId), call.id)
  const endedAt = call.endedAt ?? line.endedAt
  const isLost = useWatching(complaintId, call.id, endedAt !== null)
  const until = endedAt ? Date.parse(endedAt) : now
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2 sm:px-6">
      <p
        role="timer"
        aria-label={watch.timer}
        data-figures
        className="text-3xl leading-none font-semibold"
      >
        {stopwatch(until - Date.parse(call.startedAt))}
      </p>
      {line.heldAt ? (
        <Badge tone="orange" icon={Pause}>
          {board.held({ time: stopwatch(now - Date.parse(line.heldAt)) })}
        </Badge>
      ) : null}
      {endedAt ? (
        <Badge tone="gray" icon={PhoneOff}>
          {watch.over}
        </Badge>
      ) : null}
      <div className="min-w-40 flex-1">
        <p className="font-semibold">{watch.handler({ name: call.handlerName })}</p>
        <p className="flex items-center gap-1.5 text-xs text-sub">
          <Eye aria-hidden size={14} className="shrink-0" />
          {endedAt ? watch.overDetail : watch.readOnly}
        </p>
        {isLost ? (
          <p role="status" className="text-xs text-orange">
            {watch.trouble}
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </header>
  )
}
