import type { ReactNode } from 'react'
import type { Cue } from '#features/language/contract.ts'
import { readTimeline, type TimelineEntry } from '#features/complaints/timeline/contract.ts'
import { timelineMessages } from '#features/complaints/timeline/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { calendarDay, dayKey } from '#kit/time.ts'
import { Entry } from './parts/Entry.tsx'
import { ToNewest } from './parts/ToNewest.tsx'
import { useStickyEnd } from '#kit/sticky-end.ts'

export type ConversationProps = {
  readonly complaintId: string
  /** One sentence for an event of any room. */
  readonly sentence: (entry: TimelineEntry) => string
  readonly mark: (text: string, cues: readonly Cue[]) => ReactNode
  /** What another room shows for its own entry instead of a sentence. */
  readonly panel?: (entry: TimelineEntry) => ReactNode
  readonly className?: string
}

/** The record as a conversation: their words stand out, what the system did is small. */
export function Conversation(props: ConversationProps) {
  const { words } = useMessages(timelineMessages)
  const params = { complaintId: props.complaintId }
  const timeline = useAnswer(readTimeline, { params, query: {} })
  const count = timeline.state === 'ready' ? timeline.value.entries.length : 0
  const { scroller, isAtEnd, onScroll, toEnd } = useStickyEnd(count)
  return (
    <section aria-label={words.title} className={`relative min-h-0 ${props.className ?? ''}`}>
      <div
        ref={scroller}
        tabIndex={0}
        role="log"
        aria-label={words.title}
        onScroll={onScroll}
        className="h-full overflow-y-auto px-4 py-4 -outline-offset-2 sm:px-6"
      >
        <Answering answer={timeline} skeletonLines={6}>
          {({ entries }) => <Days {...props} entries={entries} />}
        </Answering>
      </div>
      {isAtEnd ? null : <ToNewest label={words.toNewest} onPress={toEnd} className="bottom-3" />}
    </section>
  )
}

function Days(props: ConversationProps & { entries: readonly TimelineEntry[] }) {
  const { words } = useMessages(timelineMessages)
  const language = useLanguage()
  const now = useNow()
  const { sentence, mark, panel } = props
  const shown = { sentence, mark, panel }
  const days = Map.groupBy(props.entries.filter(isSaidOnce), ({ at }) => dayKey(at))
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-1">
      {[...days].map(([day, entries]) => (
        <section key={day} aria-label={day}>
          <h3 className="my-3 flex items-center gap-3 text-xs font-medium text-sub">
            <span aria-hidden className="h-px flex-1 bg-line-soft" />
            {day === dayKey(now) ? words.today : calendarDay(entries[0]?.at ?? now, now, language)}
            <span aria-hidden className="h-px flex-1 bg-line-soft" />
          </h3>
          <ol className="flex flex-col gap-2">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} {...shown} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

/** Whoever was chosen is named with the reasons: that they own it now is said by that. */
function isSaidOnce(
  { type }: TimelineEntry,
  index: number,
  all: readonly TimelineEntry[],
): boolean {
  return type !== 'complaints.assigned' || all[index - 1]?.type !== 'assignment.decided'
}
