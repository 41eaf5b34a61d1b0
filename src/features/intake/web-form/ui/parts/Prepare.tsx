import { CircleCheck } from 'lucide-react'
import { webFormMessages } from '#features/intake/web-form/messages.ts'
import { useMessages } from '#kit/language.tsx'

/** What helps to have at hand; nothing of it is needed. */
export function Prepare() {
  const { words } = useMessages(webFormMessages)
  return (
    <section className="card px-4 py-3">
      <h2 className="text-base">{words.prepare}</h2>
      <ul className="mt-1 flex flex-col gap-1">
        {Object.values(words.prepareLines).map((line) => (
          <li key={line} className="flex items-start gap-2">
            <CircleCheck aria-hidden size={17} className="mt-1 shrink-0 text-green" />
            {line}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-sub">{words.prepareNone}</p>
    </section>
  )
}
