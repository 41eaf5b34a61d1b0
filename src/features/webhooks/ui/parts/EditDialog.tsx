import { useState } from 'react'
import { Refusal } from '#kit/Answering.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SendButtons } from '#kit/SendButtons.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import {
  addEndpoint,
  changeEndpoint,
  webhookTypes,
  type WebhookEndpoint,
  type WebhookType,
} from '../../contract.ts'
import { webhooksMessages } from '../../messages.ts'
import type { Asked } from './EndpointDialogs.tsx'

type Wanted = {
  readonly name: string
  readonly url: string
  readonly types: readonly WebhookType[]
  readonly withWords: boolean
}
const blank: Wanted = { name: '', url: '', types: ['complaint.received'], withWords: false }

/** Adds an address, or changes one. Adding ends with the secret. */
export function EditDialog(props: {
  endpoint: WebhookEndpoint | null
  ask: (asked: Asked) => void
  onClose: () => void
}) {
  const { words } = useMessages(webhooksMessages)
  const [wanted, setWanted] = useState<Wanted>(props.endpoint ?? blank)
  const [isAsked, setAsked] = useState(false)
  const { save, isSending, refusal } = useSaving(props)
  const whyNot = {
    name: wanted.name.trim() === '' ? words.nameIt : null,
    url: wanted.url.trim() === '' ? words.addressIt : null,
    types: wanted.types.length === 0 ? words.chooseOne : null,
  }
  const shown = isAsked ? whyNot : { name: null, url: null, types: null }

  function send() {
    setAsked(true)
    if (Object.values(whyNot).every((why) => why === null)) void save(wanted)
  }

  return (
    <Dialog
      isOpen
      keepsOpen
      onClose={props.onClose}
      title={props.endpoint ? words.editTitle : words.newTitle}
      actions={
        <SendButtons
          label={props.endpoint ? words.save : words.add}
          isBusy={isSending}
          onClose={props.onClose}
          onSend={send}
        />
      }
    >
      <div className="flex flex-col gap-5">
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={wanted.name}
          onChange={(name) => setWanted({ ...wanted, name })}
          error={shown.name}
          maxLength={200}
          isRequired
          autoFocus
        />
        <TextField
          label={words.url}
          hint={words.urlHint}
          type="url"
          value={wanted.url}
          onChange={(url) => setWanted({ ...wanted, url })}
          error={shown.url}
          maxLength={2000}
          isRequired
        />
        <Types wanted={wanted} onChange={setWanted} error={shown.types} />
        <div>
          <Checkbox
            isChosen={wanted.withWords}
            onChange={(withWords) => setWanted({ ...wanted, withWords })}
          >
            {words.withWords}
          </Checkbox>
          <p className="text-xs text-sub">{words.withWordsHint}</p>
        </div>
        <Refusal refusal={refusal} />
      </div>
    </Dialog>
  )
}

function useSaving(props: {
  endpoint: WebhookEndpoint | null
  ask: (asked: Asked) => void
  onClose: () => void
}) {
  const { words } = useMessages(webhooksMessages)
  const [adding, changing] = [useCommand(addEndpoint), useCommand(changeEndpoint)]
  const { endpoint } = props

  async function save({ name, url, types, withWords }: Wanted) {
    const body = { name, url, types: [...types], withWords }
    if (endpoint) {
      const changed = await changing.send({ params: { endpointId: endpoint.id }, body })
      if (!changed.ok) return
      showToast({ text: words.saved({ name }), tone: 'done' })
      return props.onClose()
    }
    const added = await adding.send({ body })
    if (added.ok) props.ask({ what: 'secret', name, secret: added.value.secret, isNew: true })
  }

  return {
    save,
    isSending: adding.isSending || changing.isSending,
    refusal: adding.refusal ?? changing.refusal,
  }
}

function Types(props: {
  wanted: Wanted
  onChange: (wanted: Wanted) => void
  error: string | null
}) {
  const { words } = useMessages(webhooksMessages)
  const { wanted, onChange } = props
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{words.what}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {webhookTypes.map((type) => (
          <Checkbox
            key={type}
            isChosen={wanted.types.includes(type)}
            onChange={(isChosen) =>
              onChange({
                ...wanted,
                types: webhookTypes.filter((each) =>
                  each === type ? isChosen : wanted.types.includes(each),
                ),
              })
            }
          >
            {words.types[type]}
          </Checkbox>
        ))}
      </div>
      {props.error ? (
        <p role="alert" className="text-sm text-red">
          {props.error}
        </p>
      ) : null}
    </fieldset>
  )
}
