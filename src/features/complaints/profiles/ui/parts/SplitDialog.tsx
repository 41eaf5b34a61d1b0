import { useState } from 'react'
import {
  customerFieldNames,
  splitCustomer,
  splitWays,
  type CustomerField,
  type CustomerPage,
  type SplitWay,
} from '#features/complaints/profiles/contract.ts'
import { profilesMessages } from '#features/complaints/profiles/messages.ts'
import { Refusal } from '#kit/Answering.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Choices } from '#kit/Choices.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { SplitPreview } from './SplitPreview.tsx'

type Ways = { readonly [F in CustomerField]?: SplitWay }

/** Two people in one record: which complaints and details belong to the other one. */
export function SplitDialog(props: {
  page: CustomerPage
  onClose: () => void
  onSplit: (customerId: string) => void
}) {
  const { words } = useMessages(profilesMessages)
  const { customerId, version } = props.page
  const [ids, setIds] = useState<readonly string[]>([])
  const [details, setDetails] = useState<Ways>({})
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const command = useCommand(splitCustomer)

  async function split() {
    const told = name.trim() ? { name: name.trim() } : {}
    const body = { complaintIds: [...ids], details, version, reason: reason.trim(), ...told }
    const answered = await command.send({ params: { customerId }, body })
    if (!answered.ok) return
    showToast({ text: words.splitDone, tone: 'done' })
    props.onClose()
    props.onSplit(answered.value.customerId)
  }

  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={words.splitTitle}
      keepsOpen={ids.length > 0}
      actions={
        <SendButtons
          label={words.split}
          onSend={() => void split()}
          onClose={props.onClose}
          isBusy={command.isSending}
          isDisabled={ids.length === 0 || reason.trim() === ''}
        />
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm text-sub">{words.splitLead}</p>
        <Going page={props.page} ids={ids} onChange={setIds} />
        <Where
          page={props.page}
          details={details}
          onChoose={(field, way) => setDetails({ ...details, [field]: way })}
        />
        <TextField label={words.splitName} value={name} onChange={setName} maxLength={100} />
        {ids.length === 0 ? null : (
          <SplitPreview page={props.page} going={ids.length} details={details} name={name.trim()} />
        )}
        <TextField
          label={words.reason}
          value={reason}
          onChange={setReason}
          isRequired
          maxLength={500}
        />
        <Refusal refusal={command.refusal} />
      </div>
    </Dialog>
  )
}

function Going(props: {
  page: CustomerPage
  ids: readonly string[]
  onChange: (ids: readonly string[]) => void
}) {
  const { words } = useMessages(profilesMessages)
  const { ids } = props
  return (
    <fieldset className="flex flex-col">
      <legend className="text-sm font-medium">{words.splitComplaints}</legend>
      {props.page.complaints.map(({ id, number, subject }) => (
        <Checkbox
          key={id}
          isChosen={ids.includes(id)}
          onChange={(isChosen) =>
            props.onChange(isChosen ? [...ids, id] : ids.filter((each) => each !== id))
          }
        >
          <span data-figures className="me-2 text-sub">
            {number}
          </span>
          {subject}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function Where(props: {
  page: CustomerPage
  details: Ways
  onChoose: (field: CustomerField, way: SplitWay) => void
}) {
  const { words } = useMessages(profilesMessages)
  const { customer } = props.page
  return customerFieldNames.map((field) =>
    customer[field] ? (
      <Choices
        key={field}
        size="small"
        label={`${words.fields[field]}　${customer[field]}`}
        choices={splitWays.map((id) => ({ id, name: words.ways[id] }))}
        value={props.details[field] ?? 'stays'}
        onChange={(way) => props.onChoose(field, way)}
      />
    ) : null,
  )
}
