import { commitmentsMessages } from '#features/commitments/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { DayField } from '#kit/DayField.tsx'
import { TextField } from '#kit/TextField.tsx'
import { TimeField } from '#kit/TimeField.tsx'

/** As said (「明日の17時まで」), or a day with an optional time. What was said wins. */
export type DueDraft = { readonly phrase: string; readonly on: string; readonly at: string }
export const noDue: DueDraft = { phrase: '', on: '', at: '' }

export function readDue(draft: DueDraft) {
  if (draft.phrase.trim() !== '') return { phrase: draft.phrase.trim() }
  if (draft.on === '') return null
  return draft.at === '' ? { on: draft.on } : { on: draft.on, at: draft.at }
}

export function DueField(props: {
  draft: DueDraft
  onChange: (changes: Partial<DueDraft>) => void
}) {
  const { words } = useMessages(commitmentsMessages)
  const { draft, onChange } = props
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={words.newDue}
        hint={words.newDueHint}
        value={draft.phrase}
        onChange={(phrase) => onChange({ phrase, on: '', at: '' })}
        isRequired
        autoFocus
      />
      <fieldset className="grid grid-cols-2 gap-3">
        <legend className="mb-1 text-xs text-sub">{words.orChoose}</legend>
        <DayField
          label={words.on}
          value={draft.on}
          onChange={(on) => onChange({ on, phrase: '' })}
        />
        <TimeField
          label={words.at}
          value={draft.at}
          onChange={(at) => onChange({ at, phrase: '' })}
        />
      </fieldset>
    </div>
  )
}
