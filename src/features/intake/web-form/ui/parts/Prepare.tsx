import { CircleCheck } from 'lucide-react'
import { webFormMessages } from '#features/intake/web-form/messages.ts'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'

const kinds = ['product', 'delivery', 'billing', 'staff', 'other'] as const
type Kind = (typeof kinds)[number]

/** What helps to have at hand, by what it is about; nothing of it is needed. */
export function Prepare(props: {
  about: string
  /** What this company asks for, whatever it is about. */
  own: readonly string[]
  onChange: (about: string) => void
}) {
  const { words } = useMessages(webFormMessages)
  const lines = (kind: Kind) => [...new Set([...props.own, ...words.about.lines[kind].split('\n')])]
  const chosen = kinds.find((kind) => words.about.kinds[kind] === props.about) ?? null
  return (
    <section className="card flex flex-col gap-3 px-4 py-3">
      <Choices<Kind>
        label={words.about.question}
        choices={kinds.map((id) => ({ id, name: words.about.kinds[id] }))}
        value={chosen}
        onChange={(kind) => props.onChange(words.about.kinds[kind])}
      />
      <div aria-live="polite">
        <h2 className="text-base">{words.prepare}</h2>
        <ul className="mt-1 flex flex-col gap-1">
          {lines(chosen ?? 'other').map((line) => (
            <li key={line} className="flex items-start gap-2">
              <CircleCheck aria-hidden size={17} className="mt-1 shrink-0 text-green" />
              {line}
            </li>
          ))}
        </ul>
        <p className="mt-1 text-sm text-sub">{words.prepareNone}</p>
      </div>
    </section>
  )
}
