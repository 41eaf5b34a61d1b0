import { demandKinds, factTopics } from '#features/complaints/contract.ts'
import { complaintsMessages } from '#features/complaints/messages.ts'
import { timelineMessages } from '#features/complaints/timeline/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Select } from '#kit/Select.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { ComposerExtras } from './kinds.ts'

/** What a fact or a demand needs besides its words. */
export function ComposerDetails(props: {
  kind: 'fact' | 'demand'
  extras: ComposerExtras
  onChange: (changes: Partial<ComposerExtras>) => void
  onSend: () => void
}) {
  const { words } = useMessages(timelineMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const { extras, onChange } = props
  if (props.kind === 'demand') {
    return (
      <div className="max-w-60">
        <Select
          label={words.composer.demandKind}
          choices={demandKinds.map((id) => ({ id, name: shared.demandKinds[id] }))}
          value={extras.demand}
          onChange={(demand) => onChange({ demand })}
        />
      </div>
    )
  }
  return (
    <div className="grid grid-cols-[10rem_minmax(0,1fr)] gap-3 max-sm:grid-cols-1">
      <Select
        label={words.composer.topic}
        choices={factTopics.map((id) => ({ id, name: shared.factTopics[id] }))}
        value={extras.topic}
        onChange={(topic) => onChange({ topic })}
      />
      <TextField
        label={words.composer.source}
        value={extras.source}
        onChange={(source) => onChange({ source })}
        onSend={props.onSend}
        isRequired
      />
    </div>
  )
}
