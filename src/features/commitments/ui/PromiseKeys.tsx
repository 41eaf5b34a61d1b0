import { ledgerMessages } from '#features/commitments/ledger/messages.ts'
import { commitmentsMessages } from '#features/commitments/messages.ts'
import { Keys } from '#kit/Keys.tsx'
import { useMessages } from '#kit/language.tsx'

/** The keys that act on the promise that is chosen, beside the ledger, where there is room. */
export function PromiseKeys() {
  const { words } = useMessages(ledgerMessages)
  const shared = useMessages(commitmentsMessages).words
  const keys = [
    ['j', shared.next],
    ['k', shared.previous],
    ['e', shared.keep],
    ['r', shared.renegotiate],
    ['h', shared.handOver],
    ['w', shared.withdraw],
    ['a', shared.apologise],
  ] as const
  return (
    <section aria-label={words.hints} className="px-5 text-sm text-sub max-xl:hidden">
      <h2 className="mb-1 text-xs font-medium">{words.hints}</h2>
      <ul className="flex flex-col gap-1">
        {keys.map(([key, label]) => (
          <li key={key} className="flex items-center gap-2">
            <Keys of={key} />
            {label}
          </li>
        ))}
      </ul>
    </section>
  )
}
