import { letterWords } from '#features/letters/opening/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Typed } from './useReply.ts'

/** To whom, always in sight: most letters that go wrong go to the wrong person. */
export function Envelope(props: {
  typed: Typed
  change: (changes: Partial<Typed>) => void
  onSend: () => void
}) {
  const { words } = useMessages(letterWords)
  const { typed, change, onSend } = props
  return (
    <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.4fr)]">
      <TextField
        label={words.to}
        type="text"
        inputMode="email"
        value={typed.to}
        onChange={(to) => change({ to })}
        onSend={onSend}
        isRequired
      />
      <TextField
        label={words.cc}
        type="text"
        inputMode="email"
        value={typed.cc}
        placeholder={words.addresses}
        onChange={(cc) => change({ cc })}
        onSend={onSend}
      />
      <div className="sm:max-lg:col-span-full">
        <TextField
          label={words.subject}
          value={typed.subject}
          onChange={(subject) => change({ subject })}
          onSend={onSend}
          isRequired
        />
      </div>
    </div>
  )
}
