import { Handshake } from 'lucide-react'
import type { CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Badge } from '#kit/Badge.tsx'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Source } from './Source.tsx'

export function Agreements({ agreements }: { agreements: CustomerPage['agreements'] }) {
  const { words } = useMessages(profilesMessages)
  return (
    <Section title={words.agreements} icon={Handshake} tone="green" count={agreements.length}>
      {agreements.length === 0 ? <p className="text-sm text-sub">{words.noAgreements}</p> : null}
      <ul className="flex flex-col gap-2 empty:hidden">
        {agreements.map((agreement) => (
          <li key={`${agreement.complaintId} ${agreement.at}`} className="text-sm">
            <p className={agreement.isWithdrawn ? 'text-sub line-through' : 'font-medium'}>
              {agreement.words}
            </p>
            {agreement.isWithdrawn ? <Badge tone="gray">{words.withdrawn}</Badge> : null}
            <Source source={agreement} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
