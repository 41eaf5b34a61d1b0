import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { DueList, UndecidedList } from './parts/DueList.tsx'
import { useDue, useOver } from './parts/due.ts'

/**
 * Statutory clocks of today that are not over: one's own, those of one's desk, and what nobody has decided about. Those
 * that are over stand at the top of the page. Nothing at all when there is nothing.
 */
export default function TodayClocks({ isLeader }: { isLeader: boolean }) {
  const { lists } = useMessages(clocksMessages).words
  const mine = useDue('mine')
  const desk = useDue('desk')
  const all = useDue('all', !isLeader)
  const over = useOver(isLeader)
  const isLeft = ({ clockId, stage }: { clockId: string; stage: string }) =>
    !over.some((each) => each.clockId === clockId && each.stage === stage)
  const parts = [
    { title: lists.mine, lines: mine.lines.filter(isLeft) },
    { title: lists.desk, lines: desk.lines.filter(isLeft), withOwner: true },
  ]
  const undecided = isLeader ? all.undecided : mine.undecided
  return (
    <>
      {parts.map(({ title, lines, withOwner = false }) =>
        lines.length === 0 ? null : (
          <section key={title} aria-label={title}>
            <h2 className="mb-2 text-base">{title}</h2>
            <DueList lines={lines} withOwner={withOwner} />
          </section>
        ),
      )}
      {undecided.length === 0 ? null : (
        <section aria-label={lists.undecided}>
          <h2 className="mb-2 text-base">{lists.undecided}</h2>
          <UndecidedList lines={undecided} />
        </section>
      )}
    </>
  )
}
