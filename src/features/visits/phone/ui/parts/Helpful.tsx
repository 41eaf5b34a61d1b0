import { Phone } from 'lucide-react'
import { useMessages } from '#kit/language.tsx'
import type { MyVisit } from '../../../contract.ts'
import { phoneMessages } from '../../messages.ts'

const lines = ['listen', 'promise', 'say', 'sign', 'leave'] as const

/** Ordinary words, which anybody may read over the shoulder. */
export function Helpful({ visit }: { visit: MyVisit }) {
  const { words } = useMessages(phoneMessages)
  const { watcherName, watcherPhone } = visit
  return (
    <section aria-labelledby="helpful" className="flex flex-col gap-2">
      <h2 id="helpful" className="text-base">
        {words.help}
      </h2>
      <ul className="flex flex-col gap-1.5 text-lg">
        {lines.map((line) => (
          <li key={line} className="border-s-2 border-line ps-3">
            {words.helps[line]}
          </li>
        ))}
      </ul>
      {watcherPhone ? (
        <a
          href={`tel:${watcherPhone.replaceAll(/[^\d+]/g, '')}`}
          className="flex min-h-16 items-center justify-center gap-2 rounded-xl border border-line bg-surface text-lg font-medium"
        >
          <Phone aria-hidden size={20} />
          {words.call({ name: watcherName ?? words.office })}
        </a>
      ) : null}
    </section>
  )
}
