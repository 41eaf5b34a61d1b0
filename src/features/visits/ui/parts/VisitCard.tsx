import { Link } from '@tanstack/react-router'
import { FileText } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { clockTime, elapsed, lengthOf } from '#kit/time.ts'
import { Moment } from '#kit/Time.tsx'
import { hearSign } from '../../alarms/contract.ts'
import { visitBoardMessages } from '../../board/messages.ts'
import type { Visit } from '../../planning/contract.ts'
import { PlanDeeds } from './PlanDeeds.tsx'
import { RiskBadge, WhatLacks } from './Risk.tsx'

const out = ['left', 'arrived', 'talking', 'ended']
export const isOut = ({ state }: Pick<Visit, 'state'>) => out.includes(state)

type Props = { visit: Visit; mayApprove: boolean; hidesComplaint?: boolean }

/** Who is where until when, in one look. */
export function VisitCard({ visit, mayApprove, hidesComplaint }: Props) {
  const { words } = useMessages(visitBoardMessages)
  const isUnder = isOut(visit)
  return (
    <article
      aria-label={`${visit.plan.toWhom} ${words.states[visit.state]}`}
      className={`flex flex-col gap-2 rounded-xl border bg-surface p-3.5 ${visit.alarms > 0 ? 'border-2 border-red' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center gap-2">
        {visit.isDrill ? <Badge tone="purple">{words.drill}</Badge> : null}
        <Badge tone={isUnder ? 'blue' : visit.state === 'back' ? 'green' : 'gray'}>
          {words.states[visit.state]}
        </Badge>
        {visit.state === 'planned' || isUnder ? <RiskBadge risk={visit.risk} /> : null}
        <h3 className="font-semibold">{visit.plan.toWhom}</h3>
        {visit.complaintId && !hidesComplaint ? (
          <Link
            to="/complaints/$complaintId"
            params={{ complaintId: visit.complaintId }}
            className="tap text-xs text-accent underline-offset-4 hover:underline"
          >
            {visit.complaintNumber}
          </Link>
        ) : null}
        {isUnder ? <Countdown visit={visit} /> : null}
      </div>
      <p className="text-sm">{visit.plan.address}</p>
      <Who visit={visit} />
      {visit.state === 'planned' ? <WhatLacks judged={visit} /> : null}
      {isUnder && !visit.isMine ? <Heard visit={visit} /> : null}
      <PlanDeeds visit={visit} mayApprove={mayApprove} />
    </article>
  )
}

function Countdown({ visit }: { visit: Visit }) {
  const { words } = useMessages(visitBoardMessages)
  const language = useLanguage()
  const now = useNow('second')
  if (visit.dueAt === null) return null
  const left = Date.parse(visit.dueAt) - now
  const time = lengthOf(Math.abs(left), language)
  const tone = left < 0 ? 'text-red' : left < 300_000 ? 'text-orange' : 'text-sub'
  return (
    <span data-figures className={`ms-auto text-sm font-semibold ${tone}`}>
      {left < 0 ? words.dueOver({ time }) : words.dueIn({ time })}
    </span>
  )
}

function Who({ visit }: { visit: Visit }) {
  const { words } = useMessages(visitBoardMessages)
  const language = useLanguage()
  const now = useNow()
  const { battery, contactAt } = visit
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm [&_dd]:inline [&_dt]:me-1.5 [&_dt]:inline [&_dt]:text-sub">
      <Fact name={words.backBy}>
        <Moment at={visit.startsAt} />〜{clockTime(visit.backBy, language)}
      </Fact>
      <Fact name={words.visitors}>{visit.visitorNames.join('・') || words.nobody}</Fact>
      <Fact name={words.watcher}>{visit.watcherName ?? words.nobody}</Fact>
      {visit.outsideNames.length > 0 ? (
        <Fact name={words.outside}>{visit.outsideNames.join('・')}</Fact>
      ) : null}
      {isOut(visit) && contactAt ? (
        <Fact name={words.contact}>
          {elapsed(contactAt, now, language)}
          {battery === null ? '' : ` ${words.battery({ percent: Math.round(battery * 100) })}`}
        </Fact>
      ) : null}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** One press by whoever has just been told something harmless on the phone. */
function Heard({ visit }: { visit: Visit }) {
  const { words } = useMessages(visitBoardMessages)
  const command = useCommand(hearSign)
  const [isSent, setSent] = useState(false)
  const name = visit.visitorNames[0] ?? ''
  async function heard() {
    const answered = await command.send({ params: { visitId: visit.id }, body: {} })
    if (answered.ok) setSent(true)
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        kind="danger"
        label={words.signHeardNamed({ name })}
        isBusy={command.isSending}
        isDisabled={isSent}
        onPress={() => void heard()}
      >
        {words.signHeard}
      </Button>
      <Link
        to="/visits/$visitId/police"
        params={{ visitId: visit.id }}
        className="tap inline-flex min-h-10 items-center gap-1.5 text-sm underline underline-offset-4"
      >
        <FileText aria-hidden size={16} />
        {words.sheet}
      </Link>
      <Refusal refusal={command.refusal} />
    </div>
  )
}
