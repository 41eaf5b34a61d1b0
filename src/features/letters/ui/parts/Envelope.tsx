import { letterWords } from '#features/letters/opening/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Typed } from './useReply.ts'

/** From whom and to whom, always in sight: most letters that go wrong go to the wrong person. */
export function Envelope(props: {
  typed: Typed
  from: { name: string; address: string }
  change: (changes: Partial<Typed>) => void
  onSend: () => void
}) {
  const { words } = useMessages(letterWords)
  const { typed, from, change, onSend } = props
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <p className="text-sm sm:col-span-2">
        <span className="me-2 text-xs text-sub">{words.from}</span>
        {from.name} <span className="text-sub">&lt;{from.address}&gt;</span>
      </p>
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
      <div className="sm:col-span-2">
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
