import { Gift } from 'lucide-react'
import type { CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Source } from './Source.tsx'

const tones = { accepted: 'green', rejected: 'gray', considering: 'orange' } as const

/** What was offered in all these complaints, and what the answer was. */
export function Remedies({ remedies }: { remedies: CustomerPage['remedies'] }) {
  const { words } = useMessages(profilesMessages)
  if (remedies.length === 0) return null
  return (
    <Section title={words.remedies} icon={Gift} tone="green" count={remedies.length} folds="shut">
      <ul className="flex flex-col gap-2">
        {remedies.map(({ offerId, label, amountYen, answer, ...source }) => (
          <li key={offerId} className="text-sm">
            <p className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium">{label}</span>
              {amountYen === null ? null : (
                <span data-figures>{words.yen({ amount: amountYen })}</span>
              )}
              <Badge tone={answer ? tones[answer] : 'blue'}>
                {words.answers[answer ?? 'pending']}
              </Badge>
            </p>
            <Source source={source} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
