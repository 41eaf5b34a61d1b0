import { Trash2 } from 'lucide-react'
import { channels, severity } from '#features/complaints/contract.ts'
import { Button } from '#kit/Button.tsx'
import { useLanguage, useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Desk } from '../../contract.ts'
import { desksMessages } from '../../desks/messages.ts'
import { skillName } from '../../wording/rules.ts'
import { goals, type TargetRow } from '../../targets/contract.ts'

const any = 'any'

/** One row: for what, and the hours of open time to each goal. */
export function TargetRowFields(props: {
  row: TargetRow
  desks: readonly Desk[]
  isDisabled: boolean
  onChange: (row: TargetRow | null) => void
}) {
  const { settings: words } = useMessages(desksMessages).words
  const { row, onChange, isDisabled } = props
  return (
    <div className="card grid grid-cols-2 items-end gap-2 p-3 lg:grid-cols-[repeat(3,1fr)_repeat(3,8.75rem)_auto]">
      <Fits {...props} />
      {goals.map((goal) => (
        <TextField
          key={goal}
          label={words[goal]}
          type="number"
          isDisabled={isDisabled}
          value={hoursOf(row[goal])}
          onChange={(text) => onChange({ ...row, [goal]: minutesOf(text) })}
        />
      ))}
      {isDisabled ? null : (
        <Button
          kind="quiet"
          label={words.removeRow}
          icon={<Trash2 aria-hidden size={16} />}
          onPress={() => onChange(null)}
        />
      )}
    </div>
  )
}

type FitsProps = Parameters<typeof TargetRowFields>[0]

function Fits({ row, desks, isDisabled, onChange }: FitsProps) {
  const { settings: words } = useMessages(desksMessages).words
  const language = useLanguage()
  const { views } = useMessages(desksMessages).words
  return (
    <>
      <Select
        label={views.desk}
        isDisabled={isDisabled}
        choices={[{ id: any, name: words.anyDesk }, ...desks.map(({ id, name }) => ({ id, name }))]}
        value={row.deskId ?? any}
        onChange={(id) => onChange({ ...row, deskId: id === any ? null : id })}
      />
      <Select
        label={words.channel}
        isDisabled={isDisabled}
        choices={[
          { id: any, name: words.anyChannel },
          ...channels.map((id) => ({ id, name: skillName(id, language) })),
        ]}
        value={row.channel ?? any}
        onChange={(id) => onChange({ ...row, channel: id === any ? null : id })}
      />
      <Select
        label={words.severity}
        isDisabled={isDisabled}
        choices={[
          { id: any, name: words.anySeverity },
          ...severity.options.map((id) => ({ id, name: words.severities[id] })),
        ]}
        value={row.severity ?? any}
        onChange={(id) => onChange({ ...row, severity: id === any ? null : id })}
      />
    </>
  )
}

function hoursOf(minutes: number | null): string {
  return minutes === null ? '' : String(minutes / 60)
}

/** Hours may have a half; nothing, or nothing sensible, is no target. */
function minutesOf(text: string): number | null {
  const minutes = Math.round(Number(text) * 60)
  return minutes > 0 ? minutes : null
}
