import { Phone } from 'lucide-react'
import { complaintsMessages } from '#features/complaints/messages.ts'
import type { CustomerPage } from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { useMessages } from '#kit/language.tsx'
import { Section } from '#kit/Section.tsx'
import { Source } from './Source.tsx'

const most = 20

/** How often and by which way they came to us, and we to them. */
export function Contacts({ contacts }: { contacts: CustomerPage['contacts'] }) {
  const { words } = useMessages(profilesMessages)
  const { words: shared } = useMessages(complaintsMessages)
  const nameOf = ({ how }: CustomerPage['contacts'][number]) => {
    switch (how) {
      case 'call-in':
        return words.callIn
      case 'call-out':
        return words.callOut
      case 'mail-in':
        return words.mailIn
      case 'letter-out':
        return words.letterOut
      default:
        return shared.channels[how]
    }
  }
  return (
    <Section title={words.contacts} icon={Phone} count={contacts.length} folds="shut">
      <ul className="flex flex-col gap-1">
        {contacts.slice(0, most).map((contact) => (
          <li
            key={`${contact.complaintId} ${contact.at} ${contact.how}`}
            className="flex flex-wrap items-baseline gap-x-3 text-sm"
          >
            <span>{nameOf(contact)}</span>
            {contact.subject ? (
              <span className="clamp-1 min-w-0 flex-1 text-sub">{contact.subject}</span>
            ) : null}
            <Source source={contact} />
          </li>
        ))}
        {contacts.length > most ? (
          <li className="text-xs text-sub">{words.more({ count: contacts.length - most })}</li>
        ) : null}
      </ul>
    </Section>
  )
}
