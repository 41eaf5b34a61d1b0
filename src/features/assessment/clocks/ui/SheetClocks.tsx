import { Hourglass } from 'lucide-react'
import { readClocks, type Clock } from '#features/assessment/clocks/contract.ts'
import { clocksMessages } from '#features/assessment/clocks/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { StageDue } from './parts/StageDue.tsx'

/** The clocks that run, and those that nobody has decided about, for whoever takes over; nothing when there are none. */
export default function SheetClocks({ complaintId }: { complaintId: string }) {
  const { words } = useMessages(clocksMessages)
  const language = useLanguage()
  const answer = useAnswer(readClocks, { params: { complaintId } })
  if (answer.state !== 'ready') return null
  const { clocks, offers } = answer.value
  const running = clocks.filter(({ state }) => state === 'running')
  if (running.length + offers.length === 0) return null
  return (
    <section
      aria-label={words.lists.board}
      className="break-inside-avoid border-t border-line-soft pt-2"
    >
      <h3 className="mb-0.5 flex items-center gap-1.5 text-xs text-sub">
        <Hourglass aria-hidden size={15} className="text-orange" />
        {words.lists.board}
      </h3>
      <ul className="flex flex-col gap-0.5">
        {running.flatMap((clock) =>
          clock.stages.map((stage) => (
            <Stage key={`${clock.id} ${stage.key}`} clock={clock} stage={stage} />
          )),
        )}
      </ul>
      {offers.length === 0 ? null : (
        <p className="text-sm">
          <span className="text-xs text-sub">{words.lists.undecided}　</span>
          {offers.map(({ definition }) => definition.name[language]).join('・')}
        </p>
      )}
      <p className="text-xs text-sub">{words.notAdvice}</p>
    </section>
  )
}

function Stage({ clock, stage }: { clock: Clock; stage: Clock['stages'][number] }) {
  const language = useLanguage()
  const { definition } = clock
  const named = definition.stages.find(({ key }) => key === stage.key)?.name[language]
  const name = definition.name[language]
  return (
    <li className="flex flex-wrap items-baseline gap-x-3">
      <span className="font-medium">
        {name}
        {named === undefined || named === name ? '' : `　${named}`}
      </span>
      <StageDue dueOn={stage.dueOn} state={stage.state} doneOn={stage.done?.on} />
      <span className="text-xs text-sub">{definition.addressee[language]}</span>
    </li>
  )
}
