import { webFormMessages } from '#features/intake/web-form/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { FormDraft } from './draft.ts'

/** What helps us to be quick; all of it is optional. */
export function More(props: { draft: FormDraft; onChange: (changes: Partial<FormDraft>) => void }) {
  const { words } = useMessages(webFormMessages)
  const { draft, onChange } = props
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="text-lg">
        {words.more}
        <span className="ms-2 text-sm font-normal text-sub">{words.optional}</span>
      </legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={words.product}
          value={draft.product}
          onChange={(product) => onChange({ product })}
        />
        <TextField
          label={words.orderNumber}
          value={draft.orderNumber}
          onChange={(orderNumber) => onChange({ orderNumber })}
        />
      </div>
      <TextField
        label={words.happenedOn}
        placeholder={words.happenedOnHint}
        value={draft.happenedOn}
        onChange={(happenedOn) => onChange({ happenedOn })}
      />
      <TextField
        label={words.expectedOutcome}
        placeholder={words.expectedOutcomeHint}
        value={draft.expectedOutcome}
        onChange={(expectedOutcome) => onChange({ expectedOutcome })}
      />
    </fieldset>
  )
}
