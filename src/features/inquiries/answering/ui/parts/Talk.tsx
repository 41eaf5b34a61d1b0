import { useMessages } from '#kit/language.tsx'
import { Moment } from '#kit/Time.tsx'
import type { Turn } from '../../../contract.ts'
import { answeringMessages } from '../../messages.ts'

/** What was said after the question, oldest first. */
export function Talk({ turns }: { turns: readonly Turn[] }) {
  const { words } = useMessages(answeringMessages)
  if (turns.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base">{words.talk}</h2>
      <ol className="flex flex-col gap-3">
        {turns.map((turn) => (
          <li
            key={turn.sequence}
            className={`rounded-xl px-4 py-2.5 ${turn.side === 'desk' ? 'me-6 bg-gray-bg' : 'ms-6 bg-accent-bg'}`}
          >
            <p className="flex flex-wrap gap-x-2 text-xs text-sub">
              <span className="font-semibold">{words.turns[turn.kind]}</span>
              <span>{turn.byName}</span>
              <Moment at={turn.at} always="both" />
            </p>
            <p className="whitespace-pre-wrap wrap-anywhere">{turn.text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
