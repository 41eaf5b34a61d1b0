import BoardClocks from '#features/assessment/clocks/ui/BoardClocks.tsx'
import { listEscalations } from '#features/escalation/contract.ts'
import { WaitingRequests } from '#features/escalation/ui/WaitingRequests.tsx'
import { boardMessages } from '#features/supervision/board/messages.ts'
import { readBoard } from '#features/supervision/contract.ts'
import { Alarm } from '#features/supervision/ui/Alarm.tsx'
import { LiveCalls } from '#features/supervision/ui/LiveCalls.tsx'
import { PromisesAtRisk } from '#features/supervision/ui/PromisesAtRisk.tsx'
import { SilentHelp } from '#features/supervision/ui/SilentHelp.tsx'
import { Relief } from '#features/wellbeing/ui/Relief.tsx'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { BellRing } from 'lucide-react'
import { lazy, Suspense, useCallback } from 'react'
import { usePageTitle } from '../shell/title.tsx'
import { cueName } from './desk/names.ts'

const Relieved = lazy(() => import('#features/harassment/ui/Relieved.tsx'))
const Notices = lazy(() => import('#features/assignment/ui/Notices.tsx'))

/** The supervisor's page: who needs somebody now, who is talking, and what may go wrong today. */
export default function Board() {
  const { board, requests } = useMessages(boardMessages).words
  const language = useLanguage()
  const answer = useAnswer(readBoard, {}, { live: true })
  usePageTitle(board.title, useUnseen())
  const nameOf = useCallback((code: string) => cueName(code, language), [language])
  if (answer.state === 'refused') {
    return (
      <div className="p-4 sm:p-8">
        <Refusal refusal={answer.refusal} />
      </div>
    )
  }
  return (
    <div className="grid gap-x-8 gap-y-6 p-4 sm:p-6 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_23rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <SilentHelp />
        <section aria-labelledby="board-live" className="flex flex-col gap-2">
          <h2 id="board-live" className="text-base">
            {board.live}
          </h2>
          <LiveCalls cueName={nameOf} />
        </section>
      </div>
      <aside aria-label={requests.title} className="flex min-w-0 flex-col gap-6">
        <Section title={requests.title} icon={BellRing} tone="orange">
          <WaitingRequests empty={requests.none} except="silent-help" />
        </Section>
        <BoardClocks />
        <Suspense>
          <Relieved />
          <Notices />
        </Suspense>
        <PromisesAtRisk />
        <Relief />
        <Alarm />
      </aside>
    </div>
  )
}

/** How many silently ask for help and have not been seen: it stands in the title of the tab. */
function useUnseen(): number {
  const waiting = useAnswer(listEscalations, { query: { show: 'waiting' } }, { live: true })
  if (waiting.state !== 'ready') return 0
  return waiting.value.requests.filter(
    ({ kind, state }) => kind === 'silent-help' && state === 'asked',
  ).length
}
