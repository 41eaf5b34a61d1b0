import { TriangleAlert } from 'lucide-react'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { DueList } from './parts/DueList.tsx'
import { useOver } from './parts/due.ts'

/** Statutory clocks that are over, above everything else of the day; nothing at all when there is none. */
export default function OverClocks(props: { isLeader: boolean; className?: string }) {
  const { lists } = useMessages(clocksMessages).words
  const lines = useOver(props.isLeader)
  if (lines.length === 0) return null
  return (
    <section aria-label={lists.over} className={props.className}>
      <h2 className="mb-2 flex items-center gap-2 text-base text-red">
        <TriangleAlert aria-hidden size={17} />
        {lists.over}
      </h2>
      <DueList lines={lines} withOwner />
    </section>
  )
}
