import type { Member } from '#features/access/contract.ts'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Contact } from '../../settings/contract.ts'
import { visitSettingsMessages } from '../../settings/messages.ts'

/** Who is called and written to under which number and address, when an alarm comes to them. */
export function Contacts(props: {
  members: readonly Member[]
  contacts: readonly Contact[]
  onChange: (contacts: Contact[]) => void
}) {
  const { words } = useMessages(visitSettingsMessages)
  const { contacts } = props
  const of = (memberId: string) =>
    contacts.find((each) => each.memberId === memberId) ?? { memberId, phone: '', mail: '' }
  function put(contact: Contact) {
    const others = contacts.filter(({ memberId }) => memberId !== contact.memberId)
    const isEmpty = contact.phone === '' && contact.mail === ''
    props.onChange(isEmpty ? others : [...others, contact])
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-sm leading-normal font-medium">{words.contacts}</legend>
      <ul className="flex flex-col gap-2">
        {props.members.map(({ id, name }) => {
          const contact = of(id)
          return (
            <li key={id} className="grid items-end gap-2 sm:grid-cols-2">
              <TextField
                label={`${name} ${words.phone}`}
                type="tel"
                value={contact.phone}
                onChange={(phone) => put({ ...contact, phone })}
              />
              <TextField
                label={`${name} ${words.mail}`}
                type="email"
                value={contact.mail}
                onChange={(mail) => put({ ...contact, mail })}
              />
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
