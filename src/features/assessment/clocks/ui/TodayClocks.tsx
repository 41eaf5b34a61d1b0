import { listDueClocks } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useMessages } from '#kit/language.tsx'
import { DueList, UndecidedList } from './parts/DueList.tsx'

/**
 * Statutory clocks of today: for whoever leads all that are over, whosever they are; for everybody their own, those of their
 * desk, and what nobody has decided about. Nothing at all when there is nothing.
 */
export default function TodayClocks({ isLeader }: { isLeader: boolean }) {
  const { lists } = useMessages(clocksMessages).words
  const mine = useDue('mine')
  const desk = useDue('desk')
  const all = useDue('all', !isLeader)
  const over = all.lines.filter(({ state }) => state === 'over')
  const isShownAbove = (line: { clockId: string }) =>
    over.some(({ clockId }) => clockId === line.clockId)
  const parts = [
    { title: lists.over, tone: 'text-red', lines: over, withOwner: true },
    { title: lists.mine, lines: mine.lines.filter((line) => !isShownAbove(line)) },
    { title: lists.desk, lines: desk.lines.filter((line) => !isShownAbove(line)), withOwner: true },
  ]
  const undecided = isLeader ? all.undecided : mine.undecided
  return (
    <>
      {parts.map(({ title, tone = '', lines, withOwner = false }) =>
        lines.length === 0 ? null : (
          <section key={title} aria-label={title}>
            <h2 className={`mb-2 text-base ${tone}`}>{title}</h2>
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

function useDue(show: 'mine' | 'desk' | 'all', isOff = false) {
  const answer = useAnswer(listDueClocks, { query: { show } }, { live: true, isOff })
  return answer.state === 'ready' ? answer.value : { lines: [], undecided: [] }
}
