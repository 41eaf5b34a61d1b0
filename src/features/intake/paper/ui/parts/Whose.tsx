import { useDeferredValue, useState } from 'react'
import type { CustomerFields } from '#features/complaints/contract.ts'
import { findCustomers, type CustomerMatch } from '#features/complaints/customers/contract.ts'
import { paperMessages } from '#features/intake/paper/messages.ts'
import { useAnswer } from '#kit/answers.ts'
import { Choices } from '#kit/Choices.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'

export type Told = { readonly complaintId: string | null; readonly customer: CustomerFields }

const most = 5
const isNew = 'new'

/** Who wrote, found while typing; and whether it belongs to a complaint that is here. */
export function Whose(props: {
  told: Told
  /** Scans are on their way to one complaint: then it is not changed any more. */
  hasScans: boolean
  onChange: (told: Told) => void
  onSend: () => void
}) {
  const { words } = useMessages(paperMessages)
  const { told, onChange, onSend } = props
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const isOff = asked.length < 2
  const found = useAnswer(
    findCustomers,
    { query: { words: asked || '-' } },
    { isOff, keepPrevious: true },
  )
  const matches = found.state === 'ready' && !isOff ? found.value.matches : []
  const choices = matches.slice(0, most).flatMap(complaintsOf)
  const set = (changes: CustomerFields) =>
    onChange({ ...told, customer: { ...told.customer, ...changes } })
  const { customer } = told
  return (
    <>
      <TextField
        label={words.find}
        type="search"
        value={typed}
        onChange={setTyped}
        onSend={onSend}
      />
      <p role="status" className="text-sm text-sub empty:hidden">
        {!isOff && found.state === 'ready' && matches.length === 0 ? words.nobody : null}
      </p>
      {choices.length > 0 && !props.hasScans ? (
        <Choices
          label={words.where}
          choices={[
            { id: isNew, name: words.fresh },
            ...choices.map(({ id, number, subject }) => ({
              id,
              name: words.existing({ number, subject: subject.slice(0, 20) }),
            })),
          ]}
          value={told.complaintId ?? isNew}
          onChange={(id) => {
            const match = matches.find(({ complaints }) =>
              complaints.some((each) => each.id === id),
            )
            onChange({
              complaintId: id === isNew ? null : id,
              customer: match ? fieldsOf(match) : customer,
            })
          }}
        />
      ) : null}
      {told.complaintId ? null : (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={words.name}
            value={customer.name ?? ''}
            onChange={(name) => set({ name })}
            onSend={onSend}
          />
          <TextField
            label={words.phone}
            inputMode="tel"
            value={customer.phone ?? ''}
            onChange={(phone) => set({ phone })}
            onSend={onSend}
          />
          <TextField
            label={words.postcode}
            value={customer.postcode ?? ''}
            onChange={(postcode) => set({ postcode })}
            onSend={onSend}
          />
          <TextField
            label={words.address}
            value={customer.address ?? ''}
            onChange={(address) => set({ address })}
            onSend={onSend}
          />
        </div>
      )}
    </>
  )
}

function complaintsOf({ complaints }: CustomerMatch) {
  return complaints
}

function fieldsOf({ name, phone, postcode, address }: CustomerMatch): CustomerFields {
  return Object.fromEntries(
    Object.entries({ name, phone, postcode, address }).filter(([, value]) => value),
  )
}
