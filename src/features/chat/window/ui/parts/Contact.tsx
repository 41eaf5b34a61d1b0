import { z } from 'zod'
import { useDraft } from '#kit/draft.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { windowMessages } from '#features/chat/window/messages.ts'

const contactDraft = z.object({ phone: z.string(), email: z.string() })
export const emptyContact = { phone: '', email: '' }

export function useContactDraft(slug: string) {
  const draft = useDraft(`chat-contact/${slug}`, emptyContact, (kept) => {
    const read = contactDraft.safeParse(kept)
    return read.success ? read.data : null
  })
  const filled = () =>
    Object.fromEntries(
      Object.entries(draft.value).flatMap(([name, text]) =>
        text.trim() === '' ? [] : [[name, text.trim()]],
      ),
    )
  return { value: draft.value, change: draft.change, clear: draft.clear, filled }
}

/** Where an answer may go besides the window. One of them is enough, and none is allowed. */
export function Contact(props: {
  contact: ReturnType<typeof useContactDraft>
  onSend?: () => void
}) {
  const { words } = useMessages(windowMessages)
  const { value, change } = props.contact
  const send = props.onSend ? { onSend: props.onSend } : {}
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-sm font-semibold">{words.contact}</legend>
      <p className="text-xs text-sub">{words.contactLead}</p>
      <div className="grid gap-2 sm:grid-cols-2">
        <TextField
          label={words.phone}
          name="tel"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={value.phone}
          onChange={(phone) => change({ ...value, phone })}
          {...send}
        />
        <TextField
          label={words.email}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          value={value.email}
          onChange={(email) => change({ ...value, email })}
          {...send}
        />
      </div>
    </fieldset>
  )
}
