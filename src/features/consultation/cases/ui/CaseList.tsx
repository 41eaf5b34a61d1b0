import { MessageCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { Answering } from '#kit/Answering.tsx'
import { useAnswer, type Answer } from '#kit/answers.ts'
import { useAgain } from '#kit/again.ts'
import { Badge } from '#kit/Badge.tsx'
import { EmptyState } from '#kit/EmptyState.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { Section } from '#kit/Section.tsx'
import { calendarDay, dayAndTime, dayKey, writtenDay } from '#kit/time.ts'
import { retentionMessages } from '../../retention/messages.ts'
import { Erasures } from '../../retention/ui/parts/Erasures.tsx'
import { talksMessages } from '../../talks/messages.ts'
import { listCases, type CaseLine } from '../contract.ts'
import { casesMessages } from '../messages.ts'

/** No notice to all screens tells that somebody consulted: the desk asks by itself. */
const everySeconds = 30

/** What waits at the desk, what is due, and who works here. `link` leads to one case. */
export default function CaseList(props: {
  link: (caseId: string, label: string, text: string) => ReactNode
}) {
  const { words } = useMessages(casesMessages)
  const known = useAnswer(listCases, {})
  useAgain(everySeconds, known.again)
  return (
    <div className="flex flex-col gap-6">
      <h2 className="sr-only">{words.title}</h2>
      <p className="text-sm text-sub">{words.lead}</p>
      <Answering answer={known}>
        {({ cases }) =>
          cases.length === 0 ? (
            <EmptyState icon={MessageCircle} title={words.none}>
              {words.noneDetail}
            </EmptyState>
          ) : (
            <ul className="flex flex-col gap-2">
              {cases.map((line) => (
                <Line key={line.caseId} line={line} link={props.link} />
              ))}
            </ul>
          )
        }
      </Answering>
      {known.state === 'ready' ? <Erasures erasures={known.value.erasures} /> : null}
      <Appointments known={known} />
    </div>
  )
}

function Line(props: {
  line: CaseLine
  link: (caseId: string, label: string, text: string) => ReactNode
}) {
  const { words } = useMessages(casesMessages)
  const { abouts } = useMessages(talksMessages).words
  const { badges } = useMessages(retentionMessages).words
  const language = useLanguage()
  const now = useNow()
  const { line } = props
  const { isDueFor, isHeld } = line.keeping
  const who = line.personName ?? words.unnamed
  const day = calendarDay(`${line.openedOn}T03:00:00Z`, now, language)
  return (
    <li className="card flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
      <div className="flex min-w-52 flex-1 flex-col gap-1">
        <p className="font-semibold">{who}</p>
        <p className="text-sm text-sub">
          {words.opened({ day })}　{abouts[line.about]}
        </p>
      </div>
      <p className="flex flex-wrap gap-1.5">
        {line.isUrgent && line.waits ? <Badge tone="red">{words.urgent}</Badge> : null}
        {line.waits ? <Badge tone="orange">{words.waits}</Badge> : null}
        {line.isClosed ? <Badge tone="green">{words.closed}</Badge> : null}
        {isDueFor ? <Badge tone="orange">{badges[isDueFor]}</Badge> : null}
        {isHeld ? <Badge tone="blue">{badges.held}</Badge> : null}
        <Due on={line.nextDueOn} />
      </p>
      {props.link(line.caseId, words.openLabel({ who, day }), words.open)}
    </li>
  )
}

function Due({ on }: { on: string | null }) {
  const { words } = useMessages(casesMessages)
  const language = useLanguage()
  const now = useNow()
  if (on === null) return null
  const day = writtenDay(on, now, language)
  return on < dayKey(now) ? (
    <Badge tone="red">{words.over({ day })}</Badge>
  ) : (
    <Badge tone={on === dayKey(now) ? 'orange' : 'gray'}>{words.next({ day })}</Badge>
  )
}

type Cases = {
  appointments: {
    id: string
    at: string
    memberName: string
    isOn: boolean
    byName: string | null
  }[]
}

function Appointments({ known }: { known: Answer<Cases> }) {
  const { words } = useMessages(casesMessages)
  const language = useLanguage()
  const now = useNow()
  if (known.state !== 'ready') return null
  return (
    <Section title={words.appointments} folds="open">
      <ul className="flex flex-col gap-1 text-sm">
        {known.value.appointments.map(({ id, at, memberName: name, isOn, byName }) => {
          const by = byName ? words.by({ name: byName }) : ''
          return (
            <li key={id}>
              <span className="me-3 text-sub">{dayAndTime(at, now, language)}</span>
              {isOn ? words.joined({ name, by }) : words.left({ name, by })}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
