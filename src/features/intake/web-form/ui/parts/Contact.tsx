import { webFormMessages } from '#features/intake/web-form/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { FormDraft } from './draft.ts'

/** Where the answer goes. One of them is enough, and none is allowed. */
export function Contact(props: {
  draft: FormDraft
  onChange: (changes: Partial<FormDraft>) => void
}) {
  const { words } = useMessages(webFormMessages)
  const { draft, onChange } = props
  const isReachable = draft.phone.trim() !== '' || draft.email.trim() !== ''
  const hasBegun = draft.words.trim() !== ''
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="text-lg">{words.contact}</legend>
      <p className="text-sm text-sub">{words.contactHint}</p>
      <TextField
        label={words.name}
        name="name"
        autoComplete="name"
        value={draft.name}
        onChange={(name) => onChange({ name })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={words.phone}
          name="tel"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
        />
        <TextField
          label={words.email}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          value={draft.email}
          onChange={(email) => onChange({ email })}
        />
      </div>
      {hasBegun && !isReachable ? <p className="text-sm text-orange">{words.noContact}</p> : null}
    </fieldset>
  )
}
