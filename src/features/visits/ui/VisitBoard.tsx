import { ShieldAlert } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { later } from '#kit/later.ts'
import { useNow } from '#kit/now.ts'
import { lengthOf } from '#kit/time.ts'
import { listAlarms, type Alarm } from '../alarms/contract.ts'
import { visitBoardMessages } from '../board/messages.ts'
import { listVisits, type Visit } from '../planning/contract.ts'
import { AlarmCard } from './parts/AlarmCard.tsx'
import { DrillHistory } from './parts/DrillHistory.tsx'
import { freshPlan } from './parts/fresh.ts'
import { WaysBand } from './parts/WaysBand.tsx'
import { isOut, VisitCard } from './parts/VisitCard.tsx'

const PlanForm = later(() => import('./parts/PlanForm.tsx'))

/** Alarms on top, then who is out there, who will be, and who was. */
export default function VisitBoard({ mayApprove }: { mayApprove: boolean }) {
  const { words } = useMessages(visitBoardMessages)
  const answer = useAnswer(listVisits, {}, { live: true })
  return (
    <div className="flex flex-col gap-6">
      <p className="flex items-start gap-2 rounded-lg bg-gray-bg px-4 py-2.5 text-sm">
        <ShieldAlert aria-hidden size={18} className="mt-0.5 shrink-0 text-orange" />
        {words.notice}
      </p>
      <a
        href="/visit/"
        className="tap inline-flex items-center self-start text-accent underline underline-offset-4"
      >
        {words.phone}
      </a>
      {mayApprove ? <WaysBand /> : null}
      <Alarms />
      <Answering answer={answer}>
        {({ visits }) => <Visits visits={visits} mayApprove={mayApprove} />}
      </Answering>
      <Drill />
      <DrillHistory />
    </div>
  )
}

function Alarms() {
  const { words } = useMessages(visitBoardMessages)
  const answer = useAnswer(listAlarms, {}, { live: true })
  const alarms = answer.state === 'ready' ? answer.value.alarms : []
  const open = alarms.filter(({ closedAt }) => closedAt === null)
  const urgent = open.find(({ acknowledgedAt, isNotice }) => acknowledgedAt === null && !isNotice)
  const sorted = open.toSorted((a, b) => Number(a.isNotice) - Number(b.isNotice))
  const over = alarms.filter(
    ({ closedAt, isNotice, isDrill }) => closedAt !== null && !isNotice && !isDrill,
  )
  return (
    <>
      {open.length > 0 ? (
        <section aria-label={words.alarmTitle} className="flex flex-col gap-2">
          <h2 className="text-base text-red">{words.alarmTitle}</h2>
          <ul className="flex flex-col gap-3">
            {sorted.map((alarm) => (
              <AlarmCard key={alarm.id} alarm={alarm} isFirst={alarm.id === urgent?.id} />
            ))}
          </ul>
        </section>
      ) : null}
      {over.length > 0 ? <Over alarms={over} /> : null}
    </>
  )
}

function Over({ alarms }: { alarms: readonly Alarm[] }) {
  const { words } = useMessages(visitBoardMessages)
  const language = useLanguage()
  return (
    <details className="text-sm">
      <summary className="tap min-h-8 cursor-pointer text-sub">
        {words.closed}（{alarms.length}）
      </summary>
      <ul className="mt-1 flex flex-col gap-1">
        {alarms.map((alarm) => {
          const taken = alarm.steps.find(({ kind }) => kind === 'acknowledged')
          const ms = taken ? Date.parse(taken.at) - Date.parse(alarm.raisedAt) : null
          return (
            <li key={alarm.id}>
              {alarm.isDrill ? `【${words.drill}】` : ''}
              {words.alarmOf({ names: alarm.visitorNames.join('・') })}
              {words.kinds[alarm.kind]}
              {ms === null ? '' : `（${words.ackTime({ time: lengthOf(ms, language) })}）`}
              {alarm.outcomeWords ? `：${alarm.outcomeWords}` : ''}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function Visits({ visits, mayApprove }: { visits: readonly Visit[]; mayApprove: boolean }) {
  const { words } = useMessages(visitBoardMessages)
  const under = visits.filter(isOut)
  const coming = visits.filter(({ state }) => state === 'planned')
  const past = visits.filter(({ state }) => state === 'back' || state === 'called-off')
  const cards = (some: readonly Visit[]) => <Cards visits={some} mayApprove={mayApprove} />
  return (
    <>
      <Part title={words.under}>
        {under.length > 0 ? (
          cards(under)
        ) : (
          <EmptyState icon={ShieldAlert} title={words.nobodyOut}>
            {words.nobodyOutLead}
          </EmptyState>
        )}
      </Part>
      <Part title={words.coming}>
        {coming.length > 0 ? cards(coming) : <p className="text-sm text-sub">{words.noneComing}</p>}
      </Part>
      {past.length > 0 ? <Part title={words.past}>{cards(past.toReversed())}</Part> : null}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2" aria-label={title}>
      <h2 className="text-base">{title}</h2>
      {children}
    </section>
  )
}

function Cards({ visits, mayApprove }: { visits: readonly Visit[]; mayApprove: boolean }) {
  return (
    <ul className="grid items-start gap-3 xl:grid-cols-2">
      {visits.map((visit) => (
        <li key={visit.id}>
          <VisitCard visit={visit} mayApprove={mayApprove} />
        </li>
      ))}
    </ul>
  )
}

function Drill() {
  const { words } = useMessages(visitBoardMessages)
  const [isOpen, setOpen] = useState(false)
  const now = useNow()
  return (
    <div>
      <Button onPress={() => setOpen(true)}>{words.startDrill}</Button>
      <Suspense>
        {isOpen ? (
          <PlanForm
            visitId={null}
            complaintId={null}
            isDrill
            start={freshPlan(now)}
            onClose={() => setOpen(false)}
          />
        ) : null}
      </Suspense>
    </div>
  )
}
