import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { granterWords } from '#features/remedies/cells/contract.ts'
import {
  tryDraft,
  type TrialLine,
  type TrialOption,
  type TrialSummary,
} from '#features/remedies/tables/contract.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useNow } from '#kit/now.ts'
import { TextField } from '#kit/TextField.tsx'
import { dayKey } from '#kit/time.ts'
import { useSaid } from './said.ts'

export type Tried = {
  readonly revision: number
  readonly summary: TrialSummary
  readonly lines: z.output<typeof tryDraft.answer>['lines'] | null
}

/** R1: what this change would have done, complaint by complaint. */
export function Trial(props: {
  keep: () => Promise<number | null>
  tried: Tried | null
  isStale: boolean
  onTried: (tried: Tried) => void
}) {
  const { words } = useSaid()
  const { trial } = words
  const today = dayKey(useNow())
  const [span, setSpan] = useState(() => lastMonthOf(today))
  const command = useCommand(tryDraft)
  const { tried } = props

  async function run() {
    const revision = await props.keep()
    if (revision === null) return
    const answered = await command.send({ body: { ...span, revision } })
    if (!answered.ok) return
    const { lines, ...summary } = answered.value
    props.onTried({ revision, summary, lines })
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-3xl text-sm text-sub">{trial.lead}</p>
      <div className="flex flex-wrap items-end gap-3">
        {(['from', 'until'] as const).map((end) => (
          <TextField
            key={end}
            label={trial[end]}
            type="date"
            value={span[end]}
            onChange={(day) => setSpan({ ...span, [end]: day })}
          />
        ))}
        <Button onPress={() => setSpan(lastMonthOf(today))}>{trial.lastMonth}</Button>
        <Button onPress={() => setSpan(lastDaysOf(today))}>{trial.last90}</Button>
        <Button
          kind="primary"
          icon={<FlaskConical aria-hidden size={16} />}
          isBusy={command.isSending}
          onPress={() => void run()}
        >
          {trial.run}
        </Button>
      </div>
      <Refusal refusal={command.refusal} />
      <div role="status">{tried ? <Result tried={tried} isStale={props.isStale} /> : null}</div>
    </div>
  )
}

function Result({ tried: { summary, lines }, isStale }: { tried: Tried; isStale: boolean }) {
  const { trial } = useSaid().words
  return (
    <>
      {isStale ? <p className="text-sm text-orange">{trial.stale}</p> : null}
      <p className="font-semibold">{trial.result(summary)}</p>
      <p className="text-sm text-sub">
        {trial.onDay({ day: summary.onDay })}
        {summary.left > 0 ? trial.left(summary) : ''}
      </p>
      {lines?.length === 0 ? <p className="text-sm text-sub">{trial.none}</p> : null}
      <ul className="mt-2 flex flex-col divide-y divide-line-soft">
        {lines?.map((line) => (
          <Line key={line.complaintId} line={line} />
        ))}
      </ul>
    </>
  )
}

function Line({ line }: { line: TrialLine }) {
  const { trial } = useSaid().words
  return (
    <li className="grid gap-x-4 gap-y-1 py-2.5 text-sm sm:grid-cols-[minmax(14rem,1fr)_2fr]">
      <a href={`/complaints/${line.complaintId}`} target="_blank" className="text-accent underline">
        {line.number} {line.subject}
      </a>
      <div>
        <Options title={trial.gained} options={line.gained} tone="text-green" />
        <Options title={trial.lost} options={line.lost} tone="text-red" />
      </div>
    </li>
  )
}

function Options(props: { title: string; options: readonly TrialOption[]; tone: string }) {
  const { words, language } = useSaid()
  if (props.options.length === 0) return null
  const said = ({ code, label, maxYen, grantedBy, isAllowed }: TrialOption) => [
    `${code} ${label}`,
    ...(maxYen === null ? [] : [words.trial.upTo({ yen: maxYen })]),
    words.trial.by({ who: granterWords[grantedBy][language === 'ja' ? 0 : 1] }),
    ...(isAllowed ? [] : [words.trial.notYet]),
  ]
  return (
    <p>
      <span className={`me-2 font-semibold ${props.tone}`}>{props.title}</span>
      {props.options
        .map((option) => said(option).join(language === 'ja' ? '・' : ', '))
        .join(' / ')}
    </p>
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
