import { useLanguage, useMessages } from '#kit/language.tsx'
import { clockTime } from '#kit/time.ts'
import { rungs, type Alarm, type Telling } from '../../alarms/contract.ts'
import { visitTellingMessages } from '../../alarms/messages.ts'
import { visitBoardMessages } from '../../board/messages.ts'
import { detailIn } from './detail.ts'

/** What happened, and by which way each person was told; what did not arrive stands in the open. */
export function AlarmHistory({ alarm }: { alarm: Alarm }) {
  const { words } = useMessages(visitBoardMessages)
  const { words: ways } = useMessages(visitTellingMessages)
  const language = useLanguage()
  const now = alarm.tellings.filter(
    ({ round, rung }) => round === alarm.round && rung === alarm.rung,
  )
  const isFailing = ({ state, attempts }: Telling) =>
    state === 'failed' || (state === 'waiting' && attempts > 0)
  const failed = now.filter(isFailing)
  return (
    <>
      {failed.length > 0 ? (
        <ul aria-label={ways.toldStates.failed} className="text-sm text-red">
          {failed.map((each) => (
            <li key={each.id}>
              {ways.toldStates.failed}：<Told telling={each} />
              {each.state === 'waiting' ? `（${ways.tryAgain({ count: each.attempts })}）` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      <details className="text-sm">
        <summary className="tap min-h-8 cursor-pointer text-sub">{words.history}</summary>
        <ol className="mt-1 flex flex-col gap-0.5">
          {alarm.steps.map((step) => (
            <li key={`${step.at}${step.kind}`}>
              <span data-figures className="me-2 text-sub">
                {clockTime(step.at, language)}
              </span>
              {words.steps[step.kind]}
              {step.kind === 'rung' ? `：${words.rungs[rungs[step.rung] ?? 'desk']}` : ''}
              {step.memberName ? `（${step.memberName}）` : ''}
              {step.words ? `：${step.words}` : ''}
            </li>
          ))}
        </ol>
        <p className="mt-2 text-sub">{words.told}</p>
        <ul className="flex flex-col gap-0.5">
          {now.map((each) => (
            <li key={each.id}>
              <Told telling={each} />：{ways.toldStates[each.state]}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Told({ telling }: { telling: Telling }) {
  const { words } = useMessages(visitTellingMessages)
  return (
    <>
      {telling.memberName}（{words.channels[telling.channel]}）
      {telling.detail ? ` ${detailIn(words.details, telling.detail)}` : ''}
    </>
  )
}
