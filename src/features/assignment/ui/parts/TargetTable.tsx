import { Gauge, Plus } from 'lucide-react'
import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { useAnswer } from '#kit/answers.ts'
import { Button } from '#kit/Button.tsx'
import { useCommand } from '#kit/commands.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { showToast } from '#kit/toasts.ts'
import { TextField } from '#kit/TextField.tsx'
import type { Desk } from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'
import {
  listTargets,
  saveTargets,
  type TargetEdition,
  type TargetRow,
} from '../../targets/contract.ts'
import { TargetRowFields } from './TargetRowFields.tsx'

const empty: TargetRow = {
  deskId: null,
  channel: null,
  severity: null,
  first: null,
  next: null,
  resolution: null,
}
/** Half a day, a day, a week of open hours: where most desks begin. */
const usual: readonly TargetRow[] = [
  { ...empty, severity: 'critical', first: 60, next: 120, resolution: 1440 },
  { ...empty, first: 240, next: 480, resolution: 2400 },
]

/** By when one answers, from a day on. */
export function TargetTable(props: { desks: readonly Desk[]; mayChange: boolean }) {
  const targets = useAnswer(listTargets, {})
  if (targets.state !== 'ready') return null
  const { editions, today } = targets.value
  const last = editions.at(-1)
  return <Table key={JSON.stringify(last)} {...props} last={last} today={today} />
}

function Table(props: {
  desks: readonly Desk[]
  mayChange: boolean
  last: TargetEdition | undefined
  today: string
}) {
  const { settings: words } = useMessages(desksMessages).words
  const { last, today, mayChange } = props
  const [rows, setRows] = useState<readonly TargetRow[]>(last?.rows ?? [])
  const [fromOn, setFrom] = useState(today)
  const command = useCommand(saveTargets)
  async function save() {
    const answered = await command.send({ params: { fromOn }, body: { rows: [...rows] } })
    if (answered.ok) showToast({ text: words.saved, tone: 'done' })
  }
  const change = (index: number, row: TargetRow | null) =>
    setRows(rows.flatMap((each, at) => (at === index ? (row ? [row] : []) : [each])))
  return (
    <Section title={words.targets} icon={Gauge}>
      <p className="text-sm text-sub">
        {rows.length === 0 ? words.targetsNone : words.targetsLead}
        {last ? `　${words.fromNow({ day: last.fromOn })}` : ''}
      </p>
      {rows.map((row, index) => (
        <TargetRowFields
          // Rows have no name but their place.
          key={index} // eslint-disable-line react/no-array-index-key
          row={row}
          desks={props.desks}
          isDisabled={!mayChange}
          onChange={(next) => change(index, next)}
        />
      ))}
      {mayChange ? (
        <div className="flex flex-wrap items-end gap-2">
          {rows.length === 0 ? (
            <Button onPress={() => setRows(usual)}>{words.suggest}</Button>
          ) : null}
          <Button icon={<Plus aria-hidden size={15} />} onPress={() => setRows([...rows, empty])}>
            {words.addRow}
          </Button>
          <TextField label={words.from} type="date" value={fromOn} onChange={setFrom} />
          <Button kind="primary" isBusy={command.isSending} onPress={() => void save()}>
            {words.save}
          </Button>
        </div>
      ) : null}
      <Refusal refusal={command.refusal} />
    </Section>
  )
}
