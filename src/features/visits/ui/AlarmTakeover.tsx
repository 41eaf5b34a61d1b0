import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { stopwatch } from '#kit/time.ts'
import { acknowledgeAlarm, listAlarms, type Alarm } from '../alarms/contract.ts'
import { visitBoardMessages } from '../board/messages.ts'
import { ring } from './parts/ring.ts'

const againMs = 10_000

/** Over every page of whoever was told, until somebody takes it. It takes no focus: somebody may be typing. */
export default function AlarmTakeover() {
  const answer = useAnswer(listAlarms, {}, { live: true })
  const value = answer.state === 'ready' ? answer.value : null
  const ringing = value?.alarms.filter(({ id }) => value.ringing.includes(id)) ?? []
  const ids = ringing.map(({ id }) => id).join()
  useEffect(() => {
    if (ids === '') return
    ring()
    const again = setInterval(ring, againMs)
    return () => clearInterval(again)
  }, [ids])
  const [first] = ringing
  return first ? <Banner alarm={first} count={ringing.length} /> : null
}

function Banner({ alarm, count }: { alarm: Alarm; count: number }) {
  const { words } = useMessages(visitBoardMessages)
  const now = useNow('second')
  const take = useCommand(acknowledgeAlarm)
  return (
    <section
      aria-label={words.alarmTitle}
      data-print="off"
      className="fixed inset-x-0 top-0 z-40 border-b-4 border-red bg-red-bg p-3 text-red shadow-lift sm:p-4"
    >
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-4 gap-y-2">
        <TriangleAlert aria-hidden size={28} className="shrink-0" />
        <div role="alert" className="min-w-56 flex-1">
          <p className="text-lg font-semibold">
            {alarm.isDrill ? `【${words.drill}】` : ''}
            {words.alarmOf({ names: alarm.visitorNames.join('・') })}
            {words.kinds[alarm.kind]}
          </p>
          <p className="text-sm">{words.doNotCall}</p>
        </div>
        <span data-figures className="text-xl font-semibold">
          {stopwatch(now - Date.parse(alarm.raisedAt))}
        </span>
        <Button
          kind="primary"
          size="large"
          keys="f9"
          keysInFields
          isBusy={take.isSending}
          onPress={() => void take.send({ params: { alarmId: alarm.id }, body: {} })}
        >
          {words.acknowledge}
        </Button>
        <Link
          to="/visits"
          className="tap inline-flex min-h-10 items-center text-sm underline underline-offset-4"
        >
          {words.toBoard}
          {count > 1 ? `（${count}）` : ''}
        </Link>
      </div>
      <Refusal refusal={take.refusal} />
    </section>
  )
}
