import { Refusal } from '#kit/Answering.tsx'
import { Button } from '#kit/Button.tsx'
import type { Refused } from '#kit/call.ts'
import { useCommand } from '#kit/commands.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { SecretShown } from '#kit/SecretShown.tsx'
import { showToast } from '#kit/toasts.ts'
import { removeEndpoint, rotateSecret, type WebhookEndpoint } from '../../contract.ts'
import { webhooksMessages } from '../../messages.ts'
import { EditDialog } from './EditDialog.tsx'
import { RangeDialog } from './RangeDialog.tsx'

/** Which dialog is open about which address; `endpoint: null` adds one. */
export type Asked =
  | { readonly what: 'edit'; readonly endpoint: WebhookEndpoint | null }
  | { readonly what: 'range' | 'rotate' | 'remove'; readonly endpoint: WebhookEndpoint }
  | {
      readonly what: 'secret'
      readonly name: string
      readonly secret: string
      readonly isNew: boolean
    }

type Props = { readonly ask: (asked: Asked) => void; readonly onClose: () => void }

export function EndpointDialogs({ asked, ...props }: Props & { asked: Asked }) {
  const { words } = useMessages(webhooksMessages)
  switch (asked.what) {
    case 'edit':
      return <EditDialog endpoint={asked.endpoint} {...props} />
    case 'range':
      return <RangeDialog endpoint={asked.endpoint} onClose={props.onClose} />
    case 'secret':
      return (
        <SecretShown
          title={words.secretTitle(asked)}
          secret={asked.secret}
          words={words}
          more={asked.isNew ? null : words.overlap}
          onClose={props.onClose}
        />
      )
    case 'rotate':
      return <RotateDialog endpoint={asked.endpoint} {...props} />
    case 'remove':
      return <RemoveDialog endpoint={asked.endpoint} {...props} />
  }
}

function RotateDialog({ endpoint, ask, onClose }: Props & { endpoint: WebhookEndpoint }) {
  const { words } = useMessages(webhooksMessages)
  const command = useCommand(rotateSecret)

  async function rotate() {
    const answered = await command.send({ params: { endpointId: endpoint.id }, body: {} })
    if (!answered.ok) return
    const { secret } = answered.value
    ask({ what: 'secret', name: endpoint.name, secret, isNew: false })
  }

  return (
    <Sure
      title={words.rotateTitle(endpoint)}
      lead={words.rotateLead}
      label={words.rotate}
      kind="primary"
      isBusy={command.isSending}
      refusal={command.refusal}
      onClose={onClose}
      onSure={() => void rotate()}
    />
  )
}

function RemoveDialog({ endpoint, onClose }: Props & { endpoint: WebhookEndpoint }) {
  const { words } = useMessages(webhooksMessages)
  const command = useCommand(removeEndpoint)

  async function remove() {
    const answered = await command.send({ params: { endpointId: endpoint.id }, body: {} })
    if (!answered.ok) return
    showToast({ text: words.removed(endpoint), tone: 'done' })
    onClose()
  }

  return (
    <Sure
      title={words.removeTitle(endpoint)}
      lead={words.removeLead}
      label={words.remove}
      kind="danger"
      isBusy={command.isSending}
      refusal={command.refusal}
      onClose={onClose}
      onSure={() => void remove()}
    />
  )
}

/** What cannot be undone says what will happen. */
function Sure(props: {
  title: string
  lead: string
  label: string
  kind: 'primary' | 'danger'
  isBusy: boolean
  refusal: Refused | null
  onClose: () => void
  onSure: () => void
}) {
  const { words } = useMessages(webhooksMessages)
  return (
    <Dialog
      isOpen
      width="narrow"
      onClose={props.onClose}
      title={props.title}
      actions={
        <>
          <Button onPress={props.onClose} autoFocus>
            {words.cancel}
          </Button>
          <Button kind={props.kind} isBusy={props.isBusy} onPress={props.onSure}>
            {props.label}
          </Button>
        </>
      }
    >
      <p className="text-sm">{props.lead}</p>
      <Refusal refusal={props.refusal} />
    </Dialog>
  )
}
