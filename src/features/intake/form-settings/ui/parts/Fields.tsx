import { Checkbox } from '#kit/Checkbox.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { formSettingsMessages } from '../../messages.ts'
import { countIn, largestMegabytes, mostFiles, type Written } from './written.ts'

type Props = {
  readonly written: Written
  readonly onChange: (changes: Partial<Written>) => void
  readonly onSend: () => void
}

export function Fields({ written, onChange, onSend }: Props) {
  const { words } = useMessages(formSettingsMessages)
  return (
    <>
      <div className="flex flex-col gap-1">
        <Checkbox isChosen={written.isOpen} onChange={(isOpen) => onChange({ isOpen })}>
          {words.isOpen}
        </Checkbox>
        <p className="text-xs text-sub">{words.isOpenHint}</p>
      </div>
      <TextArea
        label={words.prepare}
        hint={words.prepareHint}
        placeholder={words.preparePlaceholder}
        rows={3}
        value={written.prepare}
        onChange={(prepare) => onChange({ prepare })}
        onSend={onSend}
      />
      <Limits {...{ written, onChange, onSend }} />
      <TextArea
        label={words.framedBy}
        hint={words.framedByHint}
        placeholder="https://www.example.jp"
        rows={2}
        value={written.sites}
        onChange={(sites) => onChange({ sites })}
        onSend={onSend}
      />
    </>
  )
}

function Limits({ written, onChange, onSend }: Props) {
  const { words } = useMessages(formSettingsMessages)
  const { largest, most } = written
  return (
    <div className="flex flex-col gap-1">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={words.largest}
          inputMode="numeric"
          error={countIn(largest, largestMegabytes) === null ? words.largestWrong : null}
          value={largest}
          onChange={(text) => onChange({ largest: text })}
          onSend={onSend}
        />
        <TextField
          label={words.most}
          inputMode="numeric"
          error={countIn(most, mostFiles) === null ? words.mostWrong : null}
          value={most}
          onChange={(text) => onChange({ most: text })}
          onSend={onSend}
        />
      </div>
      <p className="text-xs text-sub">{words.limitsHint}</p>
    </div>
  )
}
