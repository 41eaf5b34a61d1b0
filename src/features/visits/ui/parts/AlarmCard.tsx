import { Link } from '@tanstack/react-router'
import { BadgeCheck, FileText, TriangleAlert, WifiOff } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Badge } from '#kit/Badge.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { clockTime, stopwatch } from '#kit/time.ts'
import { acknowledgeAlarm, rungs, type Alarm } from '../../alarms/contract.ts'
import { visitBoardMessages } from '../../board/messages.ts'
import { AlarmHistory } from './AlarmHistory.tsx'
import { PoliceDialog, SafeDialog } from './AlarmDialogs.tsx'

/** One alarm, with the one thing that is to be done now. The first one on the page is taken with `k`. */
export function AlarmCard({ alarm, isFirst }: { alarm: Alarm; isFirst: boolean }) {
  const { words } = useMessages(visitBoardMessages)
  const now = useNow('second')
  const isCalm = alarm.isNotice || alarm.acknowledgedAt !== null
  const Icon = alarm.isNotice ? WifiOff : TriangleAlert
  return (
    <li
      className={`flex flex-col gap-3 rounded-xl border-2 p-3.5 ${isCalm ? 'border-orange bg-orange-bg' : 'border-red bg-red-bg'}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Icon aria-hidden size={24} className={`shrink-0 ${isCalm ? 'text-orange' : 'text-red'}`} />
        <div className="min-w-52 flex-1">
          <h3 className={`font-semibold ${isCalm ? 'text-orange' : 'text-red'}`}>
            {alarm.isDrill ? `【${words.drill}】` : ''}
            {words.alarmOf({ names: alarm.visitorNames.join('・') })}
            {words.kinds[alarm.kind]}
          </h3>
          <p className="text-sm">
            {alarm.toWhom}　{alarm.address}
          </p>
        </div>
        <span data-figures className="text-lg font-semibold">
          {stopwatch(now - Date.parse(alarm.raisedAt))}
        </span>
        {alarm.isNotice ? null : <Deeds alarm={alarm} isFirst={isFirst} />}
      </div>
      {alarm.isNotice ? null : <Standing alarm={alarm} now={now} />}
      <AlarmHistory alarm={alarm} />
    </li>
  )
}

/** Who has it, and what happens when nobody does anything. */
function Standing({ alarm, now }: { alarm: Alarm; now: number }) {
  const { words } = useMessages(visitBoardMessages)
  const language = useLanguage()
  const left = alarm.stepAt === null ? null : stopwatch(Date.parse(alarm.stepAt) - now)
  const rung = words.rungs[rungs[alarm.rung] ?? 'desk']
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {alarm.acknowledgedByName ? (
          <Badge tone="green" icon={BadgeCheck}>
            {words.acknowledged({ name: alarm.acknowledgedByName })}
          </Badge>
        ) : (
          <span className="font-semibold">{words.nobodyYet}</span>
        )}
        {alarm.acknowledgedAt === null ? (
          <span>{words.rung({ rung, round: alarm.round })}</span>
        ) : null}
        {left === null ? null : (
          <span data-figures>
            {alarm.acknowledgedAt === null
              ? words.next({ time: left })
              : words.tellIn({ time: left })}
          </span>
        )}
        {alarm.policeAt ? (
          <Badge tone="red">{words.policed({ time: clockTime(alarm.policeAt, language) })}</Badge>
        ) : null}
      </p>
      {alarm.question ? <p>{words.ask({ question: alarm.question })}</p> : null}
      <p className="font-semibold">{words.doNotCall}</p>
      {alarm.position ? (
        <p data-figures>
          {words.where} {alarm.position.latitude.toFixed(5)}, {alarm.position.longitude.toFixed(5)}
          （±{Math.round(alarm.position.accuracyMeters)}m {clockTime(alarm.position.at, language)}）
        </p>
      ) : null}
    </div>
  )
}

function Deeds({ alarm, isFirst }: { alarm: Alarm; isFirst: boolean }) {
  const { words } = useMessages(visitBoardMessages)
  const [open, setOpen] = useState<'safe' | 'police' | null>(null)
  const take = useCommand(acknowledgeAlarm)
  const close = () => setOpen(null)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {alarm.acknowledgedAt === null ? (
        <Button
          kind="primary"
          {...(isFirst ? { keys: 'k' } : {})}
          isBusy={take.isSending}
          onPress={() => void take.send({ params: { alarmId: alarm.id }, body: {} })}
        >
          {words.acknowledge}
        </Button>
      ) : null}
      {alarm.isMine ? (
        <Button kind="done" onPress={() => setOpen('safe')}>
          {words.safe}
        </Button>
      ) : null}
      <Button kind="danger" onPress={() => setOpen('police')}>
        {words.police}
      </Button>
      <Link
        to="/visits/$visitId/police"
        params={{ visitId: alarm.visitId }}
        className="tap inline-flex min-h-10 items-center gap-1.5 text-sm text-ink underline underline-offset-4"
      >
        <FileText aria-hidden size={16} />
        {words.sheet}
      </Link>
      {open === 'safe' ? <SafeDialog alarm={alarm} onClose={close} /> : null}
      {open === 'police' ? <PoliceDialog alarm={alarm} onClose={close} /> : null}
      <Refusal refusal={take.refusal} />
    </div>
  )
}
