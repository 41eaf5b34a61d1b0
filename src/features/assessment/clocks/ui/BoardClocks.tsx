import { Hourglass } from 'lucide-react'
import { listDueClocks } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { DueList } from './parts/DueList.tsx'

/** Statutory clocks that are over or near, whosever they are. */
export default function BoardClocks() {
  const { lists } = useMessages(clocksMessages).words
  const due = useAnswer(listDueClocks, { query: { show: 'all' } }, { live: true })
  return (
    <Section title={lists.board} icon={Hourglass} tone="orange">
      <Answering answer={due} skeletonLines={1}>
        {({ lines }) => {
          const near = lines.filter(({ state }) => state === 'over' || state === 'soon')
          return near.length === 0 ? (
            <p className="text-sm text-sub">{lists.boardNone}</p>
          ) : (
            <DueList lines={near} withOwner />
          )
        }}
      </Answering>
    </Section>
  )
}
