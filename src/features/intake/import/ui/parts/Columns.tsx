import { Columns3 } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import { fields, type Field, type Plan } from '../../../columns/contract.ts'
import type { ImportDetail } from '../../contract.ts'
import { importMessages } from '../../messages.ts'

type Props = { run: ImportDetail; plan: Plan; onChange: (plan: Plan) => void }

/** Each column with a sample and what it is; two columns are never the same. */
export function Columns({ run, plan, onChange }: Props) {
  const { words } = useMessages(importMessages)
  // By column, because whoever walks through the choices with the arrows must not take them away from other columns.
  const [chosen, setChosen] = useState(() => chosenIn(plan, run.shape.columns))
  function choose(column: string, field: Field | null) {
    const next = { ...chosen, [column]: field }
    setChosen(next)
    onChange({ ...plan, mapping: mappingOf(run.shape.columns, next) })
  }
  const mapping = mappingOf(run.shape.columns, chosen)
  return (
    <Section title={words.columns} icon={Columns3}>
      <p className="text-sm text-sub">{words.columnsHint}</p>
      <ul className="flex flex-col divide-y divide-line-soft rounded-xl border border-line-soft bg-surface">
        {run.shape.columns.map((column, at) => (
          <Column
            key={column}
            column={column}
            sample={run.preview.flatMap(({ cells }) => cells[at]?.trim() || []).slice(0, 2)}
            value={chosen[column] ?? null}
            isTwice={isTwice(mapping, column, chosen[column] ?? null)}
            onChange={(field) => choose(column, field)}
          />
        ))}
      </ul>
      <div className="max-w-sm pt-1">
        <TextField
          label={words.system}
          hint={words.systemHint}
          value={plan.system}
          maxLength={60}
          onChange={(system) => onChange({ ...plan, system })}
        />
      </div>
    </Section>
  )
}

function Column(props: {
  column: string
  sample: readonly string[]
  value: Field | null
  isTwice: boolean
  onChange: (field: Field | null) => void
}) {
  const { words } = useMessages(importMessages)
  const isMapped = props.value !== null
  return (
    <li className="grid items-center gap-x-4 gap-y-1 px-4 py-2 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <p className={`text-sm wrap-anywhere ${isMapped ? 'font-semibold' : 'text-sub'}`}>
          {props.column}
        </p>
        <p className="clamp-1 text-xs text-sub">{props.sample.join('　／　')}</p>
      </div>
      <Select
        label={words.columnFor({ column: props.column })}
        hidesLabel
        error={props.isTwice ? words.twice : null}
        choices={[
          { id: 'none', name: words.keep },
          ...fields.map((field) => ({ id: field, name: words.fields[field] })),
        ]}
        value={props.value ?? 'none'}
        onChange={(id) => props.onChange(fields.find((field) => field === id) ?? null)}
      />
    </li>
  )
}

type Chosen = Readonly<Record<string, Field | null>>

function chosenIn(plan: Plan, columns: readonly string[]): Chosen {
  const fieldOf = (column: string) => fields.find((field) => plan.mapping[field] === column) ?? null
  return Object.fromEntries(columns.map((column) => [column, fieldOf(column)]))
}

/** Of two columns that are the same the upper one counts. */
function mappingOf(columns: readonly string[], chosen: Chosen): Plan['mapping'] {
  const mapping: Plan['mapping'] = {}
  for (const column of columns) {
    const field = chosen[column]
    if (field) mapping[field] ??= column
  }
  return mapping
}

function isTwice(mapping: Plan['mapping'], column: string, field: Field | null): boolean {
  return field !== null && mapping[field] !== column
}
