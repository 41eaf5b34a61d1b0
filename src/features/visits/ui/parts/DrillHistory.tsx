import { useAnswer } from '#kit/answers.ts'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { lengthOf } from '#kit/time.ts'
import { Moment } from '#kit/Time.tsx'
import { listDrills, rungs, type Alarm, type AlarmStep } from '../../alarms/contract.ts'
import { visitBoardMessages } from '../../board/messages.ts'

/** Every drill that was held, with how long each of its stages took: what one drill showed, the next can be held against. */
export function DrillHistory() {
  const { words } = useMessages(visitBoardMessages)
  const answer = useAnswer(listDrills, {}, { live: true })
  if (answer.state !== 'ready') return null
  const { drills } = answer.value
  return (
    <section aria-label={words.drills} className="flex flex-col gap-2">
      <h2 className="text-base">{words.drills}</h2>
      {drills.length === 0 ? <p className="text-sm text-sub">{words.noDrills}</p> : null}
      <ul className="flex flex-col gap-2">
        {drills.map((alarm) => (
          <Drill key={alarm.id} alarm={alarm} />
        ))}
      </ul>
    </section>
  )
}

function Drill({ alarm }: { alarm: Alarm }) {
  const { words } = useMessages(visitBoardMessages)
  const language = useLanguage()
  const after = (at: string) => lengthOf(Date.parse(at) - Date.parse(alarm.raisedAt), language)
  const taken = alarm.steps.find(({ kind }) => kind === 'acknowledged')
  return (
    <li className="flex flex-col gap-1.5 rounded-xl border border-line bg-surface p-3.5 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Moment at={alarm.raisedAt} always="both" className="font-semibold" />
        <span>
          {words.alarmOf({ names: alarm.visitorNames.join('・') })}
          {words.kinds[alarm.kind]}
        </span>
        <span data-figures className={`font-semibold ${taken ? 'text-green' : 'text-orange'}`}>
          {taken ? words.ackTime({ time: after(taken.at) }) : words.notTaken}
        </span>
      </p>
      <ol className="flex flex-wrap gap-x-4 gap-y-0.5">
        {alarm.steps.map((step) => (
          <li key={`${step.at}${step.kind}`}>
            <span data-figures className="me-1.5 text-sub">
              {words.plus({ time: after(step.at) })}
            </span>
            <Stage step={step} />
          </li>
        ))}
      </ol>
      {alarm.outcomeWords ? (
        <p className="text-sub">
          {words.result}：{alarm.outcomeWords}
        </p>
      ) : null}
    </li>
  )
}

function Stage({ step: { kind, rung, memberName } }: { step: AlarmStep }) {
  const { words } = useMessages(visitBoardMessages)
  const told = kind === 'raised' || kind === 'rung'
  return (
    <>
      {told ? words.toldTo({ rung: words.rungs[rungs[rung] ?? 'desk'] }) : words.steps[kind]}
      {memberName ? `（${memberName}）` : ''}
    </>
  )
}
