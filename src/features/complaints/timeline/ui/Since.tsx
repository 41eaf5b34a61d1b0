import { staleData, type TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { timelineMessages } from '#features/complaints/timeline/messages.ts'
import type { Refused } from '#kit/call.ts'
import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'

/** Below the refusal of a stale change: what others recorded in the meantime. */
export function Since(props: { refusal: Refused; sentence: (entry: TimelineEntry) => string }) {
  const { words } = useMessages(timelineMessages)
  const stale = staleData.safeParse(props.refusal.data)
  if (!stale.success || stale.data.since.length === 0) return null
  return (
    <ul
      aria-label={words.since}
      className="mt-1.5 flex flex-col gap-1 border-s-2 border-current ps-3"
    >
      {stale.data.since.map((entry) => (
        <li key={entry.id}>
          <Moment at={entry.at} className="me-2 text-xs" />
          {props.sentence(entry)}
          <span className="ms-1 text-xs">（{entry.byName}）</span>
        </li>
      ))}
    </ul>
  )
}
