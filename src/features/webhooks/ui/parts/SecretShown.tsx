import { Copy } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#kit/Button.tsx'
import { copy } from '#kit/clipboard.ts'
import { Dialog } from '#kit/Dialog.tsx'
import { useMessages } from '#kit/language.tsx'
import { TextField } from '#kit/TextField.tsx'
import { showToast } from '#kit/toasts.ts'
import { webhooksMessages } from '../../messages.ts'

/** The only time it is on a screen. */
export function SecretShown(props: {
  name: string
  secret: string
  isNew: boolean
  onClose: () => void
}) {
  const { words } = useMessages(webhooksMessages)
  const field = useRef<HTMLInputElement>(null)

  async function toClipboard() {
    if (await copy(props.secret)) showToast({ text: words.copied, tone: 'done' })
    else field.current?.select()
  }

  return (
    <Dialog
      isOpen
      keepsOpen
      onClose={props.onClose}
      title={words.secretTitle(props)}
      actions={
        <Button kind="primary" onPress={props.onClose}>
          {words.done}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm">
          {words.once}
          {props.isNew ? null : <span className="block">{words.overlap}</span>}
        </p>
        <TextField
          label={words.secret}
          value={props.secret}
          onChange={() => undefined}
          inputRef={field}
          className="font-mono text-sm"
        />
        <Button
          autoFocus
          icon={<Copy aria-hidden size={16} />}
          className="self-start"
          onPress={() => void toClipboard()}
        >
          {words.copy}
        </Button>
      </div>
    </Dialog>
  )
}
