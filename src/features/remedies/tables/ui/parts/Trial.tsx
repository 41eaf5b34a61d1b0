import { CircleStop, FlaskConical } from 'lucide-react'
import { useState } from 'react'
import {
  readTrial,
  stopTrial,
  tryDraft,
  type Trial as Tried,
} from '#features/remedies/trials/contract.ts'
import { trialsMessages } from '#features/remedies/trials/messages.ts'
import { useAgain } from '#kit/again.ts'
import { Answering, Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { useNow } from '#kit/now.ts'
import { ProgressBar } from '#kit/ProgressBar.tsx'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { Found } from './Found.tsx'

type Sheet = {
  /** The revision under which the sheet is kept; null when it could not be. */
  readonly keep: () => Promise<number | null>
  /** Of the sheet as it is shown; null while something is not kept yet. */
  readonly revision: number | null
}

/** R1: what this change would have done, complaint by complaint. */
export function Trial(sheet: Sheet) {
  const { words } = useMessages(trialsMessages)
  const answer = useAnswer(readTrial, {})
  const isRunning = answer.state === 'ready' && answer.value.trial?.state === 'running'
  useAgain(isRunning ? 1 : null, answer.again)
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-3xl text-sm text-sub">{words.lead}</p>
      <Span keep={sheet.keep} isRunning={isRunning} onMoved={answer.again} />
      <Answering answer={answer} skeletonLines={1}>
        {({ trial }) =>
          trial ? (
            <Result
              trial={trial}
              isStale={trial.revision !== sheet.revision}
              onMoved={answer.again}
            />
          ) : null
        }
      </Answering>
    </div>
  )
}

function Span(props: { keep: Sheet['keep']; isRunning: boolean; onMoved: () => void }) {
  const { words } = useMessages(trialsMessages)
  const today = dayKey(useNow())
  const [span, setSpan] = useState(() => lastMonthOf(today))
  const command = useCommand(tryDraft)
  async function run() {
    const revision = await props.keep()
    if (revision === null) return
    const answered = await command.send({ body: { ...span, revision } })
    if (answered.ok) props.onMoved()
  }
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        {(['from', 'until'] as const).map((end) => (
          <TextField
            key={end}
            label={words[end]}
            type="date"
            value={span[end]}
            onChange={(day) => setSpan({ ...span, [end]: day })}
          />
        ))}
        <Button onPress={() => setSpan(lastMonthOf(today))}>{words.lastMonth}</Button>
        <Button onPress={() => setSpan(lastDaysOf(today))}>{words.last90}</Button>
        <Button
          kind="primary"
          icon={<FlaskConical aria-hidden size={16} />}
          isBusy={command.isSending || props.isRunning}
          onPress={() => void run()}
        >
          {words.run}
        </Button>
      </div>
      <Refusal refusal={command.refusal} />
    </>
  )
}

function Result(props: { trial: Tried; isStale: boolean; onMoved: () => void }) {
  const { words } = useMessages(trialsMessages)
  const stopping = useCommand(stopTrial)
  const { trial } = props
  const { state, looked, total } = trial
  async function stop() {
    const answered = await stopping.send({})
    if (answered.ok) props.onMoved()
  }
  return (
    <div className="flex flex-col gap-2">
      {state === 'finished' ? null : (
        <ProgressBar
          label={words.progress}
          said={words.progressOf(trial)}
          done={looked}
          total={total}
        />
      )}
      {state === 'running' ? (
        <span>
          <Button
            icon={<CircleStop aria-hidden size={16} />}
            isBusy={stopping.isSending}
            onPress={() => void stop()}
          >
            {words.stop}
          </Button>
        </span>
      ) : null}
      <Refusal refusal={stopping.refusal} />
      <div role="status" className="flex flex-col gap-1">
        {state === 'stopped' ? <p className="text-sm text-orange">{words.stopped}</p> : null}
        {state === 'finished' && props.isStale ? (
          <p className="text-sm text-orange">{words.stale}</p>
        ) : null}
      </div>
      {state === 'running' ? null : <Found key={trial.id} trial={trial} />}
    </div>
  )
}

function lastMonthOf(today: string): { from: string; until: string } {
  const first = Temporal.PlainDate.from(today).with({ day: 1 })
  return {
    from: first.subtract({ months: 1 }).toString(),
    until: first.subtract({ days: 1 }).toString(),
  }
}

function lastDaysOf(today: string): { from: string; until: string } {
  return { from: Temporal.PlainDate.from(today).subtract({ days: 90 }).toString(), until: today }
}
