import { CircleStop, Play } from 'lucide-react'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { ProgressBar } from '#kit/ProgressBar.tsx'
import { startImport, stopImport, type ImportDetail } from '../../contract.ts'
import { importMessages } from '../../messages.ts'
import { CountList } from './CountList.tsx'

/** How far it is, and the one thing to do about it. */
export function Progress({ run }: { run: ImportDetail }) {
  const { words } = useMessages(importMessages)
  const start = useCommand(startImport)
  const stop = useCommand(stopImport)
  const order = { params: { importId: run.id } }
  const { waiting } = run.counts
  return (
    <div className="flex flex-col gap-3">
      {run.state === 'checked' ? null : <Bar run={run} />}
      <CountList counts={run.counts} />
      <p role="status" className="text-sm text-sub empty:hidden">
        {saidOf(run, words)}
      </p>
      <div className="flex flex-wrap gap-2">
        {(run.state === 'checked' || run.state === 'stopped') && waiting > 0 ? (
          <Button
            kind="primary"
            icon={<Play aria-hidden size={16} />}
            isBusy={start.isSending}
            onPress={() => void start.send(order)}
          >
            {run.state === 'stopped'
              ? words.goOn({ count: waiting })
              : words.start({ count: waiting })}
          </Button>
        ) : null}
        {run.state === 'running' ? (
          <Button
            icon={<CircleStop aria-hidden size={16} />}
            isBusy={stop.isSending}
            onPress={() => void stop.send(order)}
          >
            {words.stop}
          </Button>
        ) : null}
      </div>
      <Refusal refusal={start.refusal ?? stop.refusal} />
    </div>
  )
}

function saidOf(
  { state, counts }: ImportDetail,
  words: { over: string; stopped: string; nothing: string },
): string {
  if (state === 'finished') return words.over
  if (state === 'stopped') return words.stopped
  return state === 'checked' && counts.waiting === 0 ? words.nothing : ''
}

function Bar({ run }: { run: ImportDetail }) {
  const { words } = useMessages(importMessages)
  const total = Object.values(run.counts).reduce((sum, count) => sum + count, 0)
  const done = total - run.counts.waiting
  const said = words.progressOf({ done, total })
  return <ProgressBar label={words.progress} said={said} done={done} total={total} />
}
