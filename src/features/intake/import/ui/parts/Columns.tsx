import { Columns3 } from 'lucide-react'
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
  return (
    <Section title={words.columns} icon={Columns3}>
      <p className="text-sm text-sub">{words.columnsHint}</p>
      <ul className="flex flex-col divide-y divide-line-soft rounded-xl border border-line-soft bg-surface">
        {run.shape.columns.map((column, at) => (
          <Column
            key={column}
            column={column}
            sample={run.preview.flatMap(({ cells }) => cells[at]?.trim() || []).slice(0, 2)}
            value={fieldOf(plan, column)}
            onChange={(field) => onChange({ ...plan, mapping: mapped(plan, column, field) })}
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

function fieldOf(plan: Plan, column: string): Field | null {
  return fields.find((field) => plan.mapping[field] === column) ?? null
}

function mapped(plan: Plan, column: string, chosen: Field | null): Plan['mapping'] {
  const others = Object.entries(plan.mapping).filter(
    ([field, named]) => named !== column && field !== chosen,
  )
  return Object.fromEntries([...others, ...(chosen === null ? [] : [[chosen, column]])])
}
